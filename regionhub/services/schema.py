"""Which migration the database stands at, told without Alembic."""

from functools import cache

from sqlalchemy import inspect, text

from regionhub.extensions import db
from regionhub.folders import MIGRATIONS


def is_at_head() -> bool:
    """Whether the database has this version's tables. Raises SQLAlchemyError where it is away."""
    connection = db.session.connection()
    if not inspect(connection).has_table("alembic_version"):
        return False
    stands_at: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return stands_at == head()


@cache
def head() -> str:
    """The latest migration's number. They are named by number, with no gap and one head."""
    return max(file.name.split("_")[0] for file in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))
