"""Personalgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="personal",
    name="Personalgruppen",
    short="Personal",
    area="Personal- och lönefrågor",
    names=(
        "personalchefsgruppen",
        "personalarbetsgruppen",
        "personalchefer",
        "HR",
    ),
)
bp = make_blueprint(GROUP)
