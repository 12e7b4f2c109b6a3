"""When a transaction is begun, on each database."""

import sqlite3
from contextlib import nullcontext
from threading import Timer

import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import OperationalError

from regionhub import database
from regionhub.extensions import db
from regionhub.models import Region
from regionhub.services import changes

ASKED_BEFORE_IT_IS_PREPARED = 5


@pytest.fixture
def reading(region):
    db.session.commit()
    with database.reading():
        yield
        db.session.rollback()


def in_transaction():
    """Whether the driver's connection is inside a transaction."""
    driver = db.session.connection().connection.driver_connection
    if db.engine.dialect.name == "sqlite":
        return driver.in_transaction
    return driver.info.transaction_status is not TransactionStatus.IDLE


def name():
    return db.session.scalar(select(Region.name))


def rename():
    db.session.execute(update(Region).values(name="Annat namn"))


@pytest.mark.parametrize("work", [database.writing, nullcontext])
def test_what_is_written_is_undone_by_a_rollback(region, work):
    before = region.name
    db.session.commit()
    with work():
        rename()
        assert in_transaction()
        db.session.rollback()
    assert name() == before


def test_only_sqlite_reads_inside_a_transaction(reading):
    assert name()
    assert in_transaction() is (db.engine.dialect.name == "sqlite")


def test_nothing_is_written_while_reading(reading):
    with pytest.raises(RuntimeError, match="while reading"):
        rename()
    db.session.add(Region(key="stray", name="Vilsen"))
    with pytest.raises(RuntimeError, match="while reading"):
        db.session.flush()
    db.session.expunge_all()
    with pytest.raises(RuntimeError, match="while reading"):
        changes.touch(1)


def test_writing_begins_one_inside_of_reading(reading):
    with database.writing():
        rename()
        assert in_transaction()
        db.session.rollback()


@pytest.mark.parametrize("_app", ["postgresql"], indirect=True)
def test_what_postgresql_has_prepared_outlives_a_reading(reading):
    for _ in range(ASKED_BEFORE_IT_IS_PREPARED + 1):
        assert name()
        db.session.rollback()
    prepared = select(func.count()).select_from(text("pg_prepared_statements"))
    assert db.session.scalar(prepared) > 0


def test_what_is_looked_up_before_a_transaction_is_in_none(region):
    before = region.name
    db.session.commit()
    with database.looking_up():
        assert name() == before
        assert not in_transaction()
        with database.writing():
            database.begin(db.session.connection())
            rename()
            assert in_transaction()
            db.session.rollback()
    assert name() == before


@pytest.fixture
def held(region):
    """The write lock of SQLite, in another's hands."""
    db.session.commit()
    other = sqlite3.connect(db.engine.url.database, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    yield other
    other.close()


@pytest.mark.parametrize("_app", ["sqlite"], indirect=True)
def test_a_writer_gets_the_lock_when_it_is_let_go(held):
    timer = Timer(0.1, held.rollback)
    timer.start()
    with database.writing():
        rename()
        assert not timer.is_alive()
        db.session.rollback()


@pytest.mark.parametrize("_app", ["sqlite"], indirect=True)
def test_a_writer_does_not_wait_for_ever(held, monkeypatch):
    monkeypatch.setattr(database, "PATIENCE_SECONDS", 0.05)
    with database.writing(), pytest.raises(OperationalError, match="locked"):
        rename()
    held.rollback()
    db.session.rollback()
    assert db.session.connection().exec_driver_sql("PRAGMA busy_timeout").scalar() == 10_000


@pytest.mark.parametrize("_app", ["sqlite"], indirect=True)
def test_a_writer_waits_for_nothing_but_the_lock(region, monkeypatch):
    monkeypatch.setattr(database.time, "sleep", lambda _seconds: pytest.fail("waited"))
    with database.writing():
        connection = db.session.connection()
        with pytest.raises(OperationalError, match="within a transaction"):
            database.begin(connection)
    db.session.rollback()
