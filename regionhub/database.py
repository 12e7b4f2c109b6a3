"""How connections and transactions behave, and Swedish order of letters on SQLite.

Neither driver may begin a transaction on its own; how one begins is said here.

SQLite in its default mode lost updates without an error when two requests wrote at once. Here a
writing request takes the write lock before its view begins (`BEGIN IMMEDIATE`), a reading one
never does.

On PostgreSQL a reading request has no transaction. Each statement sees what is committed when it
is sent, inside one or outside, so all that a transaction would add is a trip to begin it and one
to roll it back; and psycopg forgets every prepared statement at a rollback.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from enum import Enum, auto
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.orm import ORMExecuteState, Session, scoped_session
from sqlalchemy.pool import ConnectionPoolEntry

from regionhub.domain.swedish import sort_key

SQLITE_COLLATION = "SWEDISH"
TAKE_LOCK = "BEGIN IMMEDIATE"
# How long a writer waits for the others, and how often it looks whether the lock is free.
PATIENCE_SECONDS = 10.0
LOOKS_EVERY_SECONDS = 0.0005
_PATIENCE = f"PRAGMA busy_timeout={PATIENCE_SECONDS * 1000:.0f}"
# A connection that answered this lately is taken to be alive still.
TRUSTED_SECONDS = 5.0


class _Work(Enum):
    """What a transaction is begun for, where that is said."""

    UNSAID = auto()
    WRITING = auto()
    READING = auto()
    LOOKING_UP = auto()


# The words that begin a transaction; nothing is begun where there are none.
_BEGIN = {
    "sqlite": {_Work.WRITING: TAKE_LOCK, _Work.LOOKING_UP: ""},
    "postgresql": {_Work.READING: "", _Work.LOOKING_UP: ""},
}
_work: ContextVar[_Work] = ContextVar("work", default=_Work.UNSAID)


@contextmanager
def _begun_for(work: _Work) -> Iterator[None]:
    token = _work.set(work)
    try:
        yield
    finally:
        _work.reset(token)


def writing() -> AbstractContextManager[None]:
    """Transactions begun inside take the write lock at once."""
    return _begun_for(_Work.WRITING)


def reading() -> AbstractContextManager[None]:
    """Nothing may be written inside, so that PostgreSQL needs no transaction."""
    return _begun_for(_Work.READING)


def looking_up() -> AbstractContextManager[None]:
    """Nothing may be written inside before a later `begin` makes a transaction for it."""
    return _begun_for(_Work.LOOKING_UP)


def begin(connection: Connection) -> None:
    """Begin a transaction, for the work that is at hand."""
    words = _BEGIN[connection.dialect.name].get(_work.get(), "BEGIN")
    if words == TAKE_LOCK:
        _take_lock(connection)
    elif words:
        connection.exec_driver_sql(words)


def _take_lock(connection: Connection) -> None:
    """Begin as soon as SQLite's write lock is free.

    Its own waiting sleeps longer and longer, while the lock comes and goes.
    """
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA busy_timeout=0")
    try:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            try:
                driver.execute(TAKE_LOCK)
            except sqlite3.OperationalError as fault:
                if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    break
                time.sleep(LOOKS_EVERY_SECONDS)
            else:
                return
        # SQLAlchemy says what is wrong.
        connection.exec_driver_sql(TAKE_LOCK)
    finally:
        driver.execute(_PATIENCE)


def guard(session: scoped_session[Any]) -> None:
    """Stop what would be written where nothing may be: it would be saved at once and for good."""
    event.listen(session, "before_flush", _no_stray_objects)
    event.listen(session, "do_orm_execute", _no_stray_statements)


def _no_stray_objects(session: Session, *_rest: Any) -> None:
    if session.new or session.dirty or session.deleted:
        must_be_writing()


def _no_stray_statements(asked: ORMExecuteState) -> None:
    if asked.is_insert or asked.is_update or asked.is_delete:
        must_be_writing()


def must_be_writing() -> None:
    """Raise RuntimeError where nothing may be written; for what goes past the session."""
    if _work.get() in (_Work.READING, _Work.LOOKING_UP):
        raise RuntimeError("nothing may be written while reading")


def prepare(engine: Engine) -> None:
    """Attach the rules to an engine; call once for each."""
    event.listen(engine, "begin", begin)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _open_sqlite)
    else:
        event.listen(engine, "connect", _open_postgresql)
        _replace_the_dead(engine)


def is_there(engine: Engine) -> bool:
    """Whether there is a database to ask. SQLite makes an empty file where it is asked of none."""
    file = engine.url.database
    return engine.dialect.name != "sqlite" or (file is not None and Path(file).exists())


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
    # The driver's own beginning comes too late.
    connection.isolation_level = None
    connection.execute(_PATIENCE)
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.create_collation(SQLITE_COLLATION, _compare)


def _open_postgresql(connection: Any, _record: Any) -> None:
    connection.autocommit = True


def _compare(one: str, other: str) -> int:
    a, b = sort_key(one), sort_key(other)
    return (a > b) - (a < b)
