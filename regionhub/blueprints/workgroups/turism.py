"""Turismgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="turism",
    name="Turismgruppen",
    short="Turism",
    area="Besöksnäring och gemensam marknadsföring",
    names=(
        "turismarbetsgruppen",
        "turistgruppen",
        "turistbyrå",
        "besöksnäring",
    ),
)
bp = make_blueprint(GROUP)
