"""The list of working groups."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.services import plans, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region
from regionhub.web.unchanged import answers_unchanged

bp = Blueprint("groups", __name__)


@bp.get("/grupper/")
@answers_unchanged
@access(Action.SEE_PLANS)
def show() -> Any:
    """Every working group, with how its plan of the running year stands."""
    year = regions.current_year(clock.today())
    rows = plans.of_region(region(), year, today=clock.today())
    return render_template("groups/show.html", rows=rows, year=year)
