"""Administration, for the office: accounts, people, groups' members."""

from typing import Any

from flask import Blueprint, render_template

from regionhub.blueprints.administration import (
    account_views,
    person_views,
    region_views,
    seat_views,
)
from regionhub.domain.permissions import Action
from regionhub.web.access import access

bp = Blueprint("admin", __name__)
for room in (account_views, person_views, region_views, seat_views):
    room.add_routes(bp)


@bp.get("/administration/")
@access(Action.ADMINISTER)
def show() -> Any:
    """The ways in to administration."""
    return render_template("admin/show.html")
