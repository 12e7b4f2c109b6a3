"""The region's page."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("overview", __name__)


@bp.get("/oversikt/<int:year>/")
@access(Action.SEE_REGION)
def show(year: int) -> Any:
    """All groups in a year."""
    return render_template("overview/show.html", year=year)
