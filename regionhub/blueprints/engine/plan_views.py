"""A group's own page and its plan of a year, to read."""

from typing import Any

from flask import Blueprint, g, render_template, request

from regionhub.blueprints.engine.happenings import told
from regionhub.domain.errors import NotFound
from regionhub.domain.permissions import Action
from regionhub.services import changes, goals, memberships, plan_rows, plans, regions
from regionhub.services.plan_rows import Choice
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region
from regionhub.web.years import YearLink, year_links

LATEST_CHANGES = 20


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    bp.add_url_rule("/", "group", group_page)
    bp.add_url_rule("/<int:year>/", "plan", plan_page)


@access(Action.SEE_PLANS)
def group_page() -> Any:
    """The group: who takes part, and its plans year by year."""
    today = clock.today()
    year = regions.current_year(today)
    places = memberships.of_group(g.group, today)
    summaries = plans.summaries(g.group, region(), today=today)
    return render_template(
        "workgroups/group.html",
        group=g.group,
        declared=g.declared,
        leaders=memberships.leading(places),
        places=memberships.by_municipality(places, regions.municipalities(region(), year)),
        summaries=summaries,
        startable=[y for y in (year, year + 1) if y not in {s.year for s in summaries}],
    )


@access(Action.SEE_PLANS)
def plan_page(year: int) -> Any:
    """The plan of a year, or where to go when there is none."""
    today = clock.today()
    try:
        plan = plans.whole(g.group, year)
    except NotFound:
        return _no_plan(year)
    rows = plan_rows.of_plan(plan, today=today, check_in_days=region().check_in_days)
    choice = _choice()
    found = plan_rows.chosen(rows, choice)
    titles = {activity.id: activity.title for activity in plan.activities}
    places = memberships.of_group(g.group, memberships.day_within(year, today))
    return render_template(
        "workgroups/plan.html",
        plan=plan,
        group=g.group,
        leaders=memberships.leading(places),
        places=memberships.by_municipality(places, regions.municipalities(region(), year)),
        goals=goals.views(plan),
        rows=rows,
        dated=[row for row in found if not row.continuous],
        continuous=[row for row in found if row.continuous],
        choice=choice,
        offered=plan_rows.offered(rows),
        log=told(changes.of_plan(plan.id, limit=LATEST_CHANGES), titles),
        year_switch=years_of_group(year),
    )


def years_of_group(year: int) -> list[YearLink]:
    """The switch between the group's years: those with a plan, this year, and the one shown."""
    years = {*plans.years(g.group), regions.current_year(clock.today()), year}
    return year_links(sorted(years), year, ".plan")


def _no_plan(year: int) -> Any:
    current = regions.current_year(clock.today())
    return render_template(
        "workgroups/no_plan.html",
        group=g.group,
        year=year,
        years=plans.years(g.group),
        startable=plans.may_begin(year, today=clock.today()),
        year_switch=year_links(sorted({*plans.years(g.group), current}), year, ".plan"),
    ), 404


def _choice() -> Choice:
    asked = request.args
    sort = asked.get("sortera", "plan")
    return Choice(
        status=asked.get("status", ""),
        owner=asked.get("ansvarig", ""),
        municipality=asked.get("kommun", ""),
        section=asked.get("avsnitt", ""),
        sort=sort if sort in plan_rows.SORTS else "plan",
        descending=asked.get("ordning") == "fallande",
    )
