"""The fixtures that every test may ask for. What makes things lies in `tests/support`."""

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import time_machine
from flask import Flask
from sqlalchemy import create_engine, text

from regionhub.app import create_app
from regionhub.commands.migrations import upgrade
from regionhub.config import Settings
from regionhub.extensions import Base, db
from regionhub.models import Account, Region
from tests.support import factories, postgres
from tests.support.browser import Browser
from tests.support.clock import NOW, TODAY
from tests.support.required import missing

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL of this run's own."""
    try:
        with postgres.cluster() as address:
            yield address
    except postgres.NoPostgres as absence:
        missing(str(absence))


@pytest.fixture(scope="session")
def new_database(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], str]:
    """Make an empty database of a kind, named anew each time; returns its address."""

    numbers = itertools.count(1)

    def make(kind: str, name: str) -> str:
        name = f"{name}_{next(numbers)}"
        if kind == "sqlite":
            return f"sqlite:///{tmp_path_factory.mktemp(name) / 'regionhub.sqlite3'}"
        server: str = request.getfixturevalue("postgres_server")
        engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f'CREATE DATABASE "{name}"'))
        engine.dispose()
        return f"{server}/{name}"

    return make


@pytest.fixture(scope="session")
def new_app(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Flask]:
    """Make an app for a database's address, migrated to the head."""

    def make(address: str, **settings: object) -> Flask:
        app = create_app(
            Settings(
                secret_key="only for tests, only for tests",
                database_url=address,
                instance_path=tmp_path_factory.mktemp("instance"),
                testing=True,
                today=TODAY,
                **{"secure_cookies": False, **settings},  # type: ignore[arg-type]
            )
        )
        with app.app_context():
            upgrade()
        return app

    return make


@pytest.fixture(scope="session", params=DATABASES)
def _app(
    request: pytest.FixtureRequest,
    new_database: Callable[[str, str], str],
    new_app: Callable[..., Flask],
) -> Flask:
    return new_app(new_database(request.param, f"tests_{request.param}"))


@pytest.fixture
def app(_app: Flask) -> Iterator[Flask]:
    """The app on an empty, migrated database, in each kind; today is a day in November."""
    with time_machine.travel(NOW, tick=True), _app.app_context():
        yield _app
        db.session.rollback()
        _empty()
        db.session.remove()


@pytest.fixture
def region(app: Flask) -> Region:
    """A region of six municipalities with the registry's groups."""
    return factories.region()


@pytest.fixture
def browse(app: Flask) -> Callable[..., Browser]:
    """`browse(account)` is that person at the site; `browse()` a visitor."""

    def make(account: Account | None = None) -> Browser:
        return Browser(app, account)

    return make


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that the project lies in."""
    return Path(__file__).parent.parent


def _empty() -> None:
    tables = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
    if db.engine.dialect.name == "postgresql":
        db.session.execute(text(f"TRUNCATE {tables} RESTART IDENTITY CASCADE"))
    else:
        db.session.execute(text("PRAGMA defer_foreign_keys=ON"))
        for table in reversed(Base.metadata.sorted_tables):
            db.session.execute(table.delete())
    db.session.commit()
