"""A goal, to read."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.blueprints.engine.plan_views import years_of_group
from regionhub.domain.permissions import Action
from regionhub.services import follow_ups, goals, plans, regions, standing
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region


def add_routes(bp: Blueprint) -> None:
    """Add the page to a group's blueprint."""
    bp.add_url_rule("/<int:year>/mal/<int:goal_id>", "goal", goal_page)


@access(Action.SEE_PLANS)
def goal_page(year: int, goal_id: int) -> Any:
    """The goal with its letters, indicators, judgements and activities."""
    plan = plans.of_year(group(), year)
    goal = goals.of_plan(plan, goal_id)
    periods = follow_ups.of_year(region(), year)
    judged = {judgement.period_id: judgement for judgement in goal.judgements}
    today, days = clock.today(), region().check_in_days
    return render_template(
        "workgroups/goal.html",
        group=group(),
        plan=plan,
        view=goals.view(goal, goal.activities),
        states={
            activity.id: standing.word(activity, plan, today=today, check_in_days=days)
            for activity in goal.activities
        },
        periods=[(period, judged.get(period.id)) for period in periods],
        places={place.id: place.name for place in regions.municipalities(region(), year)},
        year_switch=years_of_group(year),
    )
