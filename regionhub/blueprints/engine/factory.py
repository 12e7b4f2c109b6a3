"""The shared working-group pages, made into one blueprint a group."""

from flask import Blueprint, g

from regionhub.blueprints.engine import plan_views, report_views, update_views
from regionhub.domain.workgroup import WorkGroup
from regionhub.services import regions
from regionhub.web.current import region

_ROOMS = (plan_views, report_views, update_views)


def make_blueprint(group: WorkGroup) -> Blueprint:
    """Everything that a working group has by being one. Its own routes are added below the call."""
    bp = Blueprint(group.key, __name__, url_prefix=f"/{group.key}")

    @bp.before_request
    def enter() -> None:
        g.declared = group
        g.group = regions.group(region(), group.key)

    for room in _ROOMS:
        room.add_routes(bp)
    return bp
