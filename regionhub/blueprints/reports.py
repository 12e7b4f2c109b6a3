"""The reports."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("reports", __name__)


@bp.get("/rapporter/")
@access(Action.SEE_REPORTS)
def show() -> Any:
    """The reports."""
    return render_template("reports/show.html")
