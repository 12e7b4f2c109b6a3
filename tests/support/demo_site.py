"""The demo region, served on a port as a person would meet it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import waitress.server
from flask import Flask
from playwright.sync_api import Page

from regionhub.app import create_app
from regionhub.commands.migrations import upgrade
from regionhub.config import Settings
from regionhub.database import writing
from regionhub.demo import seed
from regionhub.demo.people import PASSWORD
from regionhub.extensions import db
from regionhub.web import clock
from tests.support.clock import TODAY


def make(database_url: str, folder: Path) -> Flask:
    """The app on a database that is new and holds the demo as of the tests' day."""
    app = create_app(
        Settings(
            secret_key="only for tests, only for tests",
            database_url=database_url,
            instance_path=folder,
            demo=True,
            today=TODAY,
            secure_cookies=False,
        )
    )
    with app.app_context():
        upgrade()
        with writing():
            seed.fill(today=clock.today(), now=clock.now())
            db.session.commit()
        db.session.remove()
    return app


@contextmanager
def served(app: Flask) -> Iterator[str]:
    """Answer on a free port meanwhile; yields the site's address."""
    server = waitress.server.create_server(app, host="127.0.0.1", port=0, threads=4)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.effective_port}"
    finally:
        server.task_dispatcher.shutdown()
        server.close()
        thread.join(10)


def sign_in(page: Page, who: str) -> None:
    """Sign in by the form. `who` is the account's name before the @."""
    page.goto("/logga-in")
    page.get_by_label("E-postadress").fill(f"{who}@example.org")
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logga in").click()
    page.wait_for_url("**/min-sida")
