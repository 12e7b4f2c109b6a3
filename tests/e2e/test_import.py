"""A lead's way from the group's own Word file to a plan in draft, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Site
from tests.support import axe
from tests.support.groups_file import send_in

pytestmark = pytest.mark.xdist_group("e2e-import")

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.mark.parametrize(
    ("year", "width", "javascript"),
    [(2028, 1280, True), (2027, 320, False)],
    ids=["wide", "narrow without script"],
)
def test_a_lead_reads_a_plan_in_and_may_leave_it_halfway(
    year: int, width: int, javascript: bool, site: Site, visit: Visit
) -> None:
    page = visit(
        site,
        "ledare.personal",
        viewport={"width": width, "height": 900},
        java_script_enabled=javascript,
    )
    send_in(page, year)
    expect(page.get_by_text("5 frågor kvar")).to_be_visible()
    answer(page, "3 tider står bredvid 2 aktiviteter. Vilken tid hör hit?", "maj")
    page.get_by_role("button", name="Spara och fortsätt senare").click()
    expect(page.get_by_text("Dina svar är sparade.")).to_be_visible()
    expect(page.get_by_text("4 frågor kvar")).to_be_visible()

    page.goto("/personal/")
    page.get_by_role("link", name=f"plan-{year}.docx").click()
    moved = page.get_by_role("region", name="Aktivitet 2", exact=True)
    expect(moved.get_by_label("När?")).to_have_value("maj")
    answer(page, "3 tider står bredvid 2 aktiviteter. Vilken tid hör hit?", "juni")
    last = page.get_by_role("region", name="Aktivitet 4", exact=True)
    last.get_by_role("combobox").select_option("Ja, 2 aktiviteter: en för varje stycke")
    first = page.get_by_role("region", name="Aktivitet 1", exact=True)
    first.get_by_label("När?").fill("Vecka 45")
    if javascript:
        expect(first.get_by_text("6–12 november 2028")).to_be_visible()
        assert axe.faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("button", name="Läs in", exact=True).click()

    expect(page.get_by_text("Planen är inläst som utkast.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"Personalgruppen {year}")
    for title in ("Upphandla växel", "Utbilda växelpersonal", "Skriv en rutin", "Öva rutinen"):
        expect(page.get_by_role("link", name=title, exact=True)).to_be_visible()


def answer(page: Page, question: str, words: str) -> None:
    """Choose the likely answer that begins with the words, at the first open question."""
    box = page.locator(".question--open").filter(has_text=question).first
    choice = box.locator("option").filter(has_text=words).first
    box.get_by_role("combobox").select_option(choice.get_attribute("value"))
