"""How connections behave: SQLite made safe for many writers, and Swedish order of letters.

SQLite in its default mode lost updates without an error when two requests wrote at once. Here a
writing request takes the write lock at its start (`BEGIN IMMEDIATE`), a reading one never does.
"""

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Executable, Row, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from regionhub.domain.swedish import sort_key

SQLITE_COLLATION = "SWEDISH"
BUSY_TIMEOUT_MS = 10_000
# A connection that answered this lately is taken to be alive still.
TRUSTED_SECONDS = 5.0
# How the next transaction on SQLite begins; not at all where it says nothing.
_beginning: ContextVar[str] = ContextVar("beginning", default="BEGIN")


@contextmanager
def writing() -> Iterator[None]:
    """Transactions begun inside take the write lock at once."""
    with _beginning_by("BEGIN IMMEDIATE"):
        yield


@contextmanager
def _beginning_by(words: str) -> Iterator[None]:
    token = _beginning.set(words)
    try:
        yield
    finally:
        _beginning.reset(token)


def prepare(engine: Engine) -> None:
    """Attach the rules to an engine; call once for each."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    else:
        _replace_the_dead(engine)


def is_there(engine: Engine) -> bool:
    """Whether there is a database to ask. SQLite makes an empty file where it is asked of none."""
    file = engine.url.database
    return engine.dialect.name != "sqlite" or (file is not None and Path(file).exists())


def answer(
    engine: Engine, question: Executable, values: Mapping[str, Any]
) -> Row[*tuple[Any, ...]] | None:
    """The first row of a question that stands alone, outside any transaction.

    For what every request asks first: PostgreSQL is then gone to once, not three times.
    """
    with _beginning_by(""), engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.execution_options(isolation_level="AUTOCOMMIT")
        return connection.execute(question, values).first()


def _replace_the_dead(engine: Engine) -> None:
    """Ask a connection that has rested whether it is alive before it is used, as a restarted
    server leaves dead ones behind. SQLAlchemy's own way asks before every use.
    """

    def rest(_connection: Any, entry: ConnectionPoolEntry) -> None:
        entry.info["rests_since"] = time.monotonic()

    def wake(connection: Any, entry: ConnectionPoolEntry, _proxy: Any) -> None:
        since = entry.info.get("rests_since", time.monotonic())
        if time.monotonic() - since > TRUSTED_SECONDS and not _lives(engine, connection):
            raise DisconnectionError

    event.listen(engine, "checkin", rest)
    event.listen(engine, "checkout", wake)


def _lives(engine: Engine, connection: Any) -> bool:
    try:
        return engine.dialect.do_ping(connection)
    except engine.dialect.loaded_dbapi.Error:
        return False


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
    if words := _beginning.get():
        connection.exec_driver_sql(words)


def _compare(one: str, other: str) -> int:
    a, b = sort_key(one), sort_key(other)
    return (a > b) - (a < b)
