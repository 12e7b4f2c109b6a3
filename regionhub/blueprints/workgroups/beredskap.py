"""Beredskapsgruppen."""

from regionhub.blueprints.engine.factory import make_blueprint
from regionhub.domain.workgroup import WorkGroup

GROUP = WorkGroup(
    key="beredskap",
    name="Beredskapsgruppen",
    short="Beredskap",
    area="Krisberedskap, övning och säkerhet",
    names=(
        "beredskapsarbetsgruppen",
        "krisberedskap",
        "beredskapssamordnare",
        "säkerhet",
    ),
)
bp = make_blueprint(GROUP)
