"""Upphandlingsgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="upphandling",
    name="Upphandlingsgruppen",
    short="Upphandling",
    area="Samordnade upphandlingar och avtal",
    names=(
        "upphandlingsarbetsgruppen",
        "inköpsgruppen",
        "inköp",
    ),
)
bp = make_blueprint(GROUP)
