"""The shared working-group pages, made into one blueprint a group."""

from flask import Blueprint, g

from regionhub.blueprints.engine import (
    activity_edit_views,
    activity_views,
    export_views,
    goal_edit_views,
    goal_views,
    import_compare_views,
    import_views,
    indicator_views,
    judgement_views,
    plan_edit_views,
    plan_state_views,
    plan_views,
    report_views,
    update_views,
)
from regionhub.domain.workgroup import WorkGroup

_ROOMS = (
    plan_views,
    plan_edit_views,
    plan_state_views,
    goal_views,
    goal_edit_views,
    indicator_views,
    judgement_views,
    activity_views,
    activity_edit_views,
    update_views,
    report_views,
    import_views,
    import_compare_views,
    export_views,
)


def make_blueprint(group: WorkGroup) -> Blueprint:
    """Everything that a working group has by being one. Its own routes are added below the call."""
    bp = Blueprint(group.key, __name__, url_prefix=f"/{group.key}")

    @bp.before_request
    def enter() -> None:
        g.declared = group

    for room in _ROOMS:
        room.add_routes(bp)
    return bp
