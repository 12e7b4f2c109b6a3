"""Every component on one page, in a real browser: axe, narrow and wide, light and dark."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from flask import Flask, render_template
from flask_babel import Babel
from flask_wtf import CSRFProtect, FlaskForm
from jinja2 import ChoiceLoader, FileSystemLoader
from playwright.sync_api import Browser, Page, Route
from werkzeug.test import Client

from regionhub.domain import followup, plan_state, progress, status
from regionhub.folders import TEMPLATES
from regionhub.web import headers, static_files
from tests.support import axe
from tests.web.test_components import Everything

SITE = "http://localhost"
ROOT = Path(__file__).resolve().parents[2]
CELLS = [
    progress.CellState(name=name, letters=name[:2], state=state)
    for name, state in zip(
        ("Ajby", "Bytorp", "Cedby", "Dalby", "Eksby", "Furuby", "Granby", "Havsby"),
        (*status.CELL_STATUSES, *status.Flag),
        strict=True,
    )
]
# Where the frame around every page leads.
_FRAME = (
    *("auth.sign_in", "auth.sign_out", "account.show"),
    *("public.start", "public.accessibility"),
)
STATES = [*status.Status, *status.Flag, *plan_state.PlanState, *followup.Forecast]


@pytest.fixture(scope="module")
def site() -> Client:
    """A bare site of one page, with the real templates, style sheets and content policy."""
    app = Flask("look", static_folder=str(ROOT / "regionhub/static"))
    app.jinja_loader = ChoiceLoader(
        [FileSystemLoader(TEMPLATES), FileSystemLoader(ROOT / "tests/web")]
    )
    app.config.update(SECRET_KEY="only for tests", BABEL_DEFAULT_LOCALE="sv_SE")
    Babel(app)
    CSRFProtect(app)
    headers.prepare(app)
    static_files.prepare(app)
    for endpoint in _FRAME:
        app.add_url_rule(f"/{endpoint}", endpoint=endpoint)
    app.add_url_rule("/", view_func=_everything)
    return app.test_client()


def _everything() -> str:
    wrong = Everything(meta={"csrf": False}, data={"text": "Det jag skrev"})
    wrong.validate()
    years = [SimpleNamespace(year=year, href="#", current=year == 2026) for year in (2025, 2026)]
    return render_template(
        "every_component.html",
        lang="sv",
        region_name="Sexby region",
        me=SimpleNamespace(name="Maja Ek"),
        ways_in=[SimpleNamespace(label="Min sida", href="#", current=True)],
        year_switch=years,
        demo_today="18 september 2026",
        support_email="kansli@example.org",
        wrong=wrong,
        sure=FlaskForm(),
        states=STATES,
        cells=CELLS,
        said=progress.sentence(CELLS),
        parts=[SimpleNamespace(state=state, count=2) for state in STATES[:9]],
        points=[SimpleNamespace(label=f"T{n}", value=9 - n) for n in (1, 2, 3)],
        letters=[
            SimpleNamespace(
                letter=letter, word="Mätbart", met=letter == "M", finding="Framgår inte."
            )
            for letter in "SMART"
        ],
        changes=[SimpleNamespace(who="Maja", when="i dag", sentence="Flyttade slutdatum.")],
    )


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")], ids=str)
def opened(request: pytest.FixtureRequest, browser: Browser, site: Client) -> Iterator[Page]:
    """The page, opened at a width in a colour scheme; anything in the console is an error."""
    width, scheme = request.param

    def answer(route: Route) -> None:
        if "hx-request" in route.request.headers:
            # The long job fetches the page anew; here it is to stand still and be looked at.
            route.fulfill(status=204)
            return
        response = site.get(route.request.url.removeprefix(SITE))
        route.fulfill(
            status=response.status_code, headers=dict(response.headers), body=response.get_data()
        )

    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.route(f"{SITE}/**", answer)
    page.goto(f"{SITE}/", wait_until="networkidle")
    yield page
    page.close()
    assert said == []


def test_every_component_is_without_faults(opened: Page) -> None:
    assert opened.evaluate("document.activeElement.matches('[data-error-summary]')")
    assert axe.faults(opened) == []
    assert opened.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
