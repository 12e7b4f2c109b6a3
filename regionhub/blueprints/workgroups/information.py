"""Informationsgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="information",
    name="Informationsgruppen",
    short="Information",
    area="Intern och extern kommunikation",
    names=(
        "informationsarbetsgruppen",
        "kommunikationsgruppen",
        "kommunikation",
    ),
)
bp = make_blueprint(GROUP)
