"""The list of working groups."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("groups", __name__)


@bp.get("/grupper/")
@access(Action.SEE_PLANS)
def show() -> Any:
    """The list of working groups."""
    return render_template("groups/show.html")
