"""Every page as every role, wide and narrow: axe finds nothing, and nothing runs off a phone."""

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from flask import Flask
from playwright.sync_api import Browser, FilePayload, Page

from tests.e2e import demo_rows
from tests.e2e.conftest import Site
from tests.support import axe, demo_site
from tests.support.routes import arguments, every_rule

pytestmark = pytest.mark.xdist_group("e2e-pages")
ROLES = ("", "kansli", "kommunchef.umea", "ledare.it", "medlem.it.vindeln", "revisor")
WIDTHS = (1280, 320)
# Answers that are no pages: for machines, and a part that a page fetches.
NO_PAGES = {
    *("static", "public.alive", "public.ready"),
    *("it.reading", "it.review_reading", "it.plan_document"),
}
# What the addresses with this year's rows do not show: other years, no plan, no hit, errors.
MORE = (
    "/it/2025/",
    "/it/2025/verksamhetsberattelse",
    "/it/2027/",
    "/personal/",
    "/personal/2026/",
    "/it/2026/?sortera=tid&status=not_started",
    "/oversikt/2025/",
    "/oversikt/2027/",
    "/it/1066/",
    "/finns-inte",
)

# A plan whose reading leaves questions.
DOUBTFUL = """
| Aktivitet | Klart | Ansvarig |
|---|---|---|
| Gemensam introduktion för nya chefer | Början av, gärna tidigt | Anna eller Björn |
| Enkät om arbetsmiljö<br>Återkoppling | v 12<br>v 14<br>v 20 | Hela gruppen |
"""
# Which kinds of elements stand in which: pages that differ only in words and number are alike.
SHAPE = """
() => {
  const kind = (e) => [e.tagName, e.className, e.type, e.getAttribute("role")].join(" ");
  const all = [...document.querySelectorAll("body *")];
  const kinds = new Set(all.map((e) => `${kind(e.parentElement)} > ${kind(e)}`));
  return [document.title, ...[...kinds].sort()].join("\\n");
}
"""

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.fixture(scope="module")
def paths(site: Site, browser: Browser) -> list[str]:
    """The address of every page; of those that all groups have, the IT group's."""
    page = browser.new_page(base_url=site.address)
    demo_site.sign_in(page, "kansli")
    newer = uploaded(
        page, "/it/2026", moved(page.request.get("/it/2026/plan.docx").body()), "plan.docx"
    )
    doubtful = uploaded(page, "/personal/2026", DOUBTFUL.encode(), "plan.md")
    feed_id = made_feed(page)
    page.close()
    values = {
        **demo_rows.ids(site.app),
        "review_id": int(newer.rpartition("/")[2]),
        "feed_id": feed_id,
    }
    dropped = f"/it/2026/aktivitet/{demo_rows.dropped_activity(site.app)}"
    return [*of_routes(site.app, values), *MORE, doubtful, dropped, f"{dropped}/ta-upp"]


@pytest.fixture(scope="module")
def seen() -> set[object]:
    """The shapes of pages that axe has looked at, so that it looks at each only once."""
    return set()


@pytest.mark.parametrize("who", ROLES)
def test_every_page_is_without_faults(
    who: str, site: Site, paths: list[str], visit: Visit, seen: set[object]
) -> None:
    page = visit(site, who)
    assert [fault for path in paths for fault in faults(page, path, seen)] == []


@pytest.mark.parametrize("who", ["", "kommunchef.umea", "ledare.it"])
def test_the_main_pages_are_without_faults_in_the_dark(who: str, site: Site, visit: Visit) -> None:
    page = visit(site, who, color_scheme="dark")
    main = ("/", "/min-sida", "/it/2026/", "/oversikt/2026/", "/it/2025/verksamhetsberattelse")
    assert [fault for path in main for fault in faults(page, path, set(), WIDTHS[:1])] == []


def uploaded(page: Page, plan: str, content: bytes, name: str) -> str:
    """Send a file in for a plan; the address of its review."""
    page.goto(f"{plan}/las-in")
    file: FilePayload = {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    page.locator("main input[type=file]").set_input_files(file)
    page.locator("main form[enctype] button").click()
    page.wait_for_url(re.compile(r"/las-in/\d+"))
    review = re.search(r"/\w+/\d+/las-in/\d+", page.url)
    assert review is not None
    return review[0]


def made_feed(page: Page) -> int:
    """Make a calendar of one's own; its number."""
    page.goto("/kalender/")
    page.get_by_role("button", name="Skapa kalendern").click()
    asked = page.get_by_role("link", name="Ta bort").get_attribute("href")
    assert asked is not None
    return int(asked.split("/")[2])


def moved(plan: bytes) -> bytes:
    """A plan in Word with one deadline a week later."""
    document = Document(BytesIO(plan))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    next(cell for cell in cells if cell.text == "Vecka 48").text = "Vecka 49"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def of_routes(app: Flask, values: dict[str, Any]) -> Iterator[str]:
    """The addresses of all routes that answer with a page."""
    for rule, group in every_rule(app):
        is_page = rule.endpoint not in NO_PAGES and "." not in rule.rule
        if "GET" in (rule.methods or ()) and is_page and group != "turism":
            built = rule.build(arguments(rule, values))
            assert built is not None, rule
            yield built[1]


def faults(
    page: Page, path: str, seen: set[object], widths: Iterable[int] = WIDTHS
) -> Iterator[str]:
    """What is wrong with a page, each told with its address and width."""
    answer = page.goto(path)
    if answer is None or answer.status >= 500:
        yield f"{path} does not answer"
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{path} is wider than {width}"
        shape = (width, page.evaluate(SHAPE))
        if shape not in seen:
            seen.add(shape)
            yield from (f"{path} at {width}: {fault}" for fault in axe.faults(page))
