"""Näringslivsgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="naringsliv",
    name="Näringslivsgruppen",
    short="Näringsliv",
    area="Företagande, etablering och kompetens",
    names=(
        "näringslivschefarbetsgruppen",
        "näringslivschefer",
        "näringslivsarbetsgruppen",
    ),
)
bp = make_blueprint(GROUP)
