"""What every answer carries, and what no log holds."""

import logging
import re

import pytest
import structlog

from regionhub.domain.permissions import SYSTEM
from regionhub.services import accounts, regions
from regionhub.services.changes import Save
from regionhub.web import logs
from tests.support import world as worlds
from tests.support.browser import Browser
from tests.support.clock import NOW
from tests.support.routes import steps

PASSWORD = "ett hemligt lösenord"


@pytest.fixture
def world(app):
    return worlds.build()


@pytest.fixture
def written(monkeypatch):
    """Everything that the app logs, down to the least."""
    events = []

    def keep(_logger, _method, event):
        events.append(event)
        raise structlog.DropEvent

    usual = structlog.get_config()
    structlog.configure(
        processors=[*usual["processors"][:-1], keep],
        wrapper_class=structlog.make_filtering_bound_logger(logging.DEBUG),
    )
    monkeypatch.setattr(logs, "log", structlog.get_logger("request"))
    yield events
    structlog.configure(**usual)


def test_every_answer_to_everybody_has_the_strict_policy(app, world, browse):
    for role in ("visitor", "office"):
        browser = browse(world.roles[role])
        for step in steps(app, world, "GET"):
            headers = browser.ask("GET", step.path).headers
            policy = headers["Content-Security-Policy"]
            assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
            assert not re.search(r"unsafe|data:|https?:|\*|nonce|sha256", policy), step
            assert headers["X-Content-Type-Options"] == "nosniff", step
            assert headers["X-Frame-Options"] == "DENY", step
            assert headers["Referrer-Policy"] == "same-origin", step
            assert "Strict-Transport-Security" not in headers, step


def test_no_page_holds_script_or_style_of_its_own(app, world, browse):
    browser = browse(world.roles["office"])
    for step in steps(app, world, "GET"):
        answer = browser.ask("GET", step.path)
        if answer.mimetype != "text/html":
            continue
        # Text is escaped, so these can only be the page's own.
        assert not re.search(r"<[^>]*\s(style|on\w+)\s*=", answer.text), step
        assert not re.search(r"<style|<script(?![^>]*\bsrc=)|javascript:", answer.text), step


def test_what_is_personal_is_kept_by_no_proxy_and_asked_about_anew(app, world, browse):
    browser = browse(world.roles["office"])
    for step in steps(app, world, "GET"):
        answer = browser.ask("GET", step.path)
        kept = answer.headers["Cache-Control"]
        assert kept in ("no-store", "private, no-cache"), f"{step}: {kept}"
        assert not (kept == "no-store" and "ETag" in answer.headers), step


def test_errors_carry_the_headers_too(world, browse):
    browser = browse()
    for method, path, status in (("GET", "/finns-inte", 404), ("POST", "/logga-in", 400)):
        answer = browser.ask(method, path)
        assert answer.status_code == status
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
        assert answer.headers["Cache-Control"] == "no-store"


def test_over_https_the_browser_is_told_to_stay_there(region, browse):
    answer = browse().get("/", base_url="https://localhost").response
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_https_is_believed_only_from_a_trusted_proxy(app, region, new_app):
    behind = new_app(app.config["SQLALCHEMY_DATABASE_URI"], trusted_proxies=1)
    headers = {"X-Forwarded-Proto": "https"}
    for asked, told in ((app, False), (behind, True)):
        answer = Browser(asked).get("/", headers=headers).response
        assert ("Strict-Transport-Security" in answer.headers) is told


def test_no_secret_comes_into_a_log(world, browse, capfd, caplog, written):
    accounts.create(
        regions.the_region(),
        email="eva@example.org",
        name="Eva Ek",
        password=PASSWORD,
        save=Save(SYSTEM, NOW),
    )
    with caplog.at_level(logging.DEBUG):
        visitor = browse()
        for password, status in (("fel " + PASSWORD, 422), (PASSWORD, 302)):
            visitor.post("/logga-in", {"email": "eva@example.org", "password": password}, status)
        feed = f"/kalender/{worlds.FEED_SECRET}.ics"
        tag = visitor.get(feed).response.headers["ETag"]
        visitor.get(feed, 304, headers={"If-None-Match": tag})
        visitor.get("/kalender/another-secret.ics", 404)
        cookie = visitor.client.get_cookie("regionhub").value
    said = "\n".join((*map(str, written), caplog.text, *capfd.readouterr()))
    assert "/kalender/<secret>.ics" in said, "the log tells of the request"
    for secret in (PASSWORD, worlds.FEED_SECRET, "another-secret", cookie, "eva@example.org"):
        assert secret not in said
