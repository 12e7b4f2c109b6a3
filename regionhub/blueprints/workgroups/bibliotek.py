"""Biblioteksgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="bibliotek",
    name="Biblioteksgruppen",
    short="Bibliotek",
    area="Gemensam biblioteksverksamhet",
    names=(
        "biblioteken",
        "Umeåregionens bibliotek",
        "biblioteksarbetsgruppen",
    ),
)
bp = make_blueprint(GROUP)
