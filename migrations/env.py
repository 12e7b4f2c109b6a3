"""Alembic's environment: batch mode and no foreign keys on SQLite, a clean render on both."""

import logging

from alembic import context
from flask import current_app
from sqlalchemy import Connection, Enum, text

from regionhub.extensions import Base, db
from regionhub.models.columns import UtcDateTime

log = logging.getLogger("alembic.env")


def run() -> None:
    """Run the migrations on the app's own engine, or on a connection handed in."""
    given = context.config.attributes.get("connection")
    if given is not None:
        _migrate(given)
        return
    with db.engine.connect() as connection:
        _migrate(connection)


def _render(kind: str, value: object, _context: object) -> str | bool:
    """Write the house's own column types as plain ones, so that migrations outlive the models."""
    if kind == "type" and isinstance(value, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(value, Enum):
        return f"sa.String(length={value.length})"
    return False


def _migrate(connection: Connection) -> None:
    sqlite = connection.dialect.name == "sqlite"
    if sqlite:
        # Batch mode rebuilds tables: with foreign keys on, rebuilding a parent empties its
        # children. The pragma works only outside a transaction.
        connection.rollback()
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=OFF")
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        compare_type=True,
        render_item=_render,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()
    if sqlite:
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        if broken:
            raise RuntimeError(f"the migration broke foreign keys: {broken[:5]}")
    connection.commit()
    if sqlite:
        connection.connection.driver_connection.execute("PRAGMA foreign_keys=ON")


assert current_app, "run through the app: regionhub db upgrade"
run()
