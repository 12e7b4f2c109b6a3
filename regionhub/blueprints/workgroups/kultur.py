"""Kulturgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="kultur",
    name="Kulturgruppen",
    short="Kultur",
    area="Kulturliv och barnkultur i hela regionen",
    names=(
        "kulturarbetsgruppen",
        "kulturchefer",
        "kultursekreterare",
    ),
)
bp = make_blueprint(GROUP)
