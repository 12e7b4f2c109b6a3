"""Webbgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="webb",
    name="Webbgruppen",
    short="Webb",
    area="Webbplatser och e-tjänster",
    names=(
        "webbarbetsgruppen",
        "webgruppen",
        "e-tjänster",
        "webbredaktörer",
    ),
)
bp = make_blueprint(GROUP)
