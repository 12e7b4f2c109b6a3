"""An activity, to read."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.blueprints.engine.plan_views import years_of_group
from regionhub.domain.permissions import Action
from regionhub.models import Activity, WorkPlan
from regionhub.services import activities, changes, plans, standing
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region
from regionhub.web.happenings import told


def add_routes(bp: Blueprint) -> None:
    """Add the page to a group's blueprint."""
    bp.add_url_rule("/<int:year>/aktivitet/<int:activity_id>", "activity", activity_page)


@access(Action.SEE_PLANS)
def activity_page(year: int, activity_id: int) -> Any:
    """The activity: what, why, who, when, where, and what has happened."""
    plan = plans.of_year(group(), year)
    activity = activities.of_plan(plan, activity_id)
    return render_template("workgroups/activity.html", **activity_values(plan, activity))


def activity_values(plan: WorkPlan, activity: Activity) -> dict[str, Any]:
    """What the activity's page shows."""
    found = standing.of(activity, plan, today=clock.today(), check_in_days=region().check_in_days)
    in_order = sorted(activity.cells, key=lambda cell: cell.municipality.position)
    return {
        "group": group(),
        "plan": plan,
        "activity": activity,
        "standing": found,
        "cells": list(zip(in_order, found.cells, strict=True)),
        "log": told(changes.of_activity(activity.id)),
        "year_switch": years_of_group(plan.year),
    }
