"""My calendars."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("calendar", __name__)


@bp.get("/kalender/")
@access(Action.MAKE_FEED)
def show() -> Any:
    """My calendars."""
    return render_template("calendar/show.html")
