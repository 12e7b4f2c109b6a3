"""How connections behave: SQLite made safe for many writers, and Swedish order of letters.

SQLite in its default mode lost updates without an error when two requests wrote at once. Here a
writing request takes the write lock at its start (`BEGIN IMMEDIATE`), a reading one never does.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from sqlalchemy import Connection, Engine, event

from regionhub.domain.swedish import sort_key

SQLITE_COLLATION = "SWEDISH"
BUSY_TIMEOUT_MS = 10_000
_writing: ContextVar[bool] = ContextVar("writing", default=False)


@contextmanager
def writing() -> Iterator[None]:
    """Transactions begun inside take the write lock at once."""
    token = _writing.set(True)
    try:
        yield
    finally:
        _writing.reset(token)


def prepare(engine: Engine) -> None:
    """Attach the rules to an engine; call once for each."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)


def _open_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver must not begin transactions on its own: it does so too late.
    connection.isolation_level = None
    for pragma in (
        "journal_mode=WAL",
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_collation(SQLITE_COLLATION, _compare)


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writing.get() else "BEGIN")


def _compare(one: str, other: str) -> int:
    a, b = sort_key(one), sort_key(other)
    return (a > b) - (a < b)
