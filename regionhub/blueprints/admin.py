"""Administration."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("admin", __name__)


@bp.get("/administration/")
@access(Action.ADMINISTER)
def show() -> Any:
    """Administration."""
    return render_template("admin/show.html")
