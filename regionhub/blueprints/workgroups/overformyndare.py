"""Överförmyndargruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="overformyndare",
    name="Överförmyndargruppen",
    short="Överförmyndare",
    area="Gode män, förvaltare och tillsyn",
    names=(
        "överförmyndararbetsgruppen",
        "överförmyndarna",
        "överförmyndarverksamhet",
    ),
)
bp = make_blueprint(GROUP)
