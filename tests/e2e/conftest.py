"""A real browser at a real site with the demo region. Each test file has a site of its own."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from playwright.sync_api import ConsoleMessage, Page

from tests.support import chromium, demo_site

_OWN_REMARK = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@dataclass(frozen=True)
class Site:
    """A served demo: its address, and the app behind it for what no page tells."""

    address: str
    app: Flask


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """The machine's own Chromium."""
    return chromium.launch_args()


@pytest.fixture(scope="module")
def serve(
    new_database: Callable[[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Site]]:
    """`serve(kind)` is a new site on that kind of database, gone after the module."""
    with ExitStack() as open_sites:

        def make(kind: str) -> Site:
            app = demo_site.make(new_database(kind, "demo"), tmp_path_factory.mktemp("demo"))
            return Site(open_sites.enter_context(demo_site.served(app)), app)

        yield make


@pytest.fixture
def visit(new_context: Callable[..., Any]) -> Iterator[Callable[..., Page]]:
    """`visit(site, who)` is that person's own browser, signed in; without `who` a visitor's.

    Faults in the console fail the test, breaches of the content policy among them; only the
    browser's own remark on an answer's status is let be.
    """
    said: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not _OWN_REMARK.match(message.text):
            said.append(f"{message.location['url']}: {message.text}")

    def make(site: Site, who: str = "", **options: Any) -> Page:
        page: Page = new_context(base_url=site.address, locale="sv-SE", **options).new_page()
        page.set_default_timeout(10_000)
        page.on("console", hear)
        page.on("pageerror", lambda error: said.append(f"{page.url}: {error}"))
        if who:
            demo_site.sign_in(page, who)
        return page

    yield make
    assert said == []
