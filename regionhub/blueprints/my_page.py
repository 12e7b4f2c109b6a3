"""Min sida."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("my_page", __name__)


@bp.get("/min-sida")
@access(Action.USE_OWN_ACCOUNT)
def show() -> Any:
    """Min sida."""
    return render_template("my_page/show.html")
