"""The database goes away and comes back: a page says so, and nobody has to restart anything."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
import time_machine
from flask import Flask
from sqlalchemy import create_engine, text

from regionhub import database
from regionhub.domain.permissions import Role
from regionhub.extensions import db
from tests.support import factories
from tests.support.browser import Browser
from tests.support.clock import NOW

PAGE = "/oversikt/2026/"


@pytest.fixture
def own_app(
    new_database: Callable[[str, str], str], new_app: Callable[..., Flask]
) -> Iterator[Flask]:
    """An app on a PostgreSQL database that nobody else uses."""
    app = new_app(new_database("postgresql", "away"))
    with time_machine.travel(NOW, tick=True), app.app_context():
        yield app


@pytest.fixture
def signed_in(own_app: Flask) -> Browser:
    """A kommunchef at the site."""
    factories.region()
    return Browser(own_app, factories.account(role=Role.CHIEF))


@contextmanager
def away() -> Iterator[None]:
    """The server ends every connection to the database, and takes no new one."""
    url = db.engine.url
    db.session.remove()
    server = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT")

    def tell(statement: str) -> None:
        with server.connect() as connection:
            connection.execute(text(statement))

    tell(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS false')
    tell(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        f"WHERE datname = '{url.database}'"
    )
    try:
        yield
    finally:
        tell(f'ALTER DATABASE "{url.database}" ALLOW_CONNECTIONS true')
        server.dispose()


def test_whoever_is_signed_in_gets_a_page_that_says_so(signed_in):
    tag = signed_in.get(PAGE).response.headers["ETag"]
    with away():
        for path in (PAGE, "/min-sida", "/it/2026/"):
            answer = signed_in.client.get(path)
            assert answer.status_code == 503, path
            assert "når inte sin databas" in answer.text
        told = signed_in.client.get(PAGE, headers={"If-None-Match": tag})
        assert told.status_code == 503
        assert signed_in.client.get("/livez").status_code == 200
        assert signed_in.client.get("/readyz").status_code == 503
    assert signed_in.ask("GET", PAGE).status_code == 200


def test_a_rested_connection_that_died_is_replaced_before_it_is_used(signed_in, monkeypatch):
    monkeypatch.setattr(database, "TRUSTED_SECONDS", 0.0)
    assert signed_in.ask("GET", PAGE).status_code == 200
    with away():
        pass
    assert signed_in.client.get(PAGE).status_code == 200
    assert signed_in.client.get("/min-sida").status_code == 200


def test_a_connection_that_was_trusted_in_vain_is_replaced_too(signed_in, monkeypatch):
    monkeypatch.setattr(database, "TRUSTED_SECONDS", 3600.0)
    assert signed_in.ask("GET", PAGE).status_code == 200
    with away():
        pass
    assert signed_in.client.get(PAGE).status_code == 200
