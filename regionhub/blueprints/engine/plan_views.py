"""A group's own page and its plan of a year."""

from typing import Any

from flask import Blueprint, g, render_template

from regionhub.domain.permissions import Action
from regionhub.services import plans
from regionhub.web.access import access


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    bp.add_url_rule("/", "group", group_page)
    bp.add_url_rule("/<int:year>/", "plan", plan_page)


@access(Action.SEE_PLANS)
def group_page() -> Any:
    """The group, with its plans year by year."""
    return render_template("workgroups/group.html", group=g.group, plans=plans.of_group(g.group))


@access(Action.SEE_PLANS)
def plan_page(year: int) -> Any:
    """The plan of a year."""
    return render_template("workgroups/plan.html", plan=plans.of_year(g.group, year))
