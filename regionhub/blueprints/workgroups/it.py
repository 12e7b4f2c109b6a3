"""IT-gruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="it",
    name="IT-gruppen",
    short="IT",
    area="Gemensam IT, bredband och system",
    names=(
        "IT-arbetsgruppen",
        "IT-chefer",
        "bredband",
        "digitalisering",
    ),
)
bp = make_blueprint(GROUP)
