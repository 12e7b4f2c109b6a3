"""Jämställdhetsgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="jamstalldhet",
    name="Jämställdhetsgruppen",
    short="Jämställdhet",
    area="Jämställd service och jämställt arbetsliv",
    names=(
        "jämställdhetsarbetsgruppen",
        "genus",
    ),
)
bp = make_blueprint(GROUP)
