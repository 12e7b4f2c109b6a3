"""A lead's way from a newer document to the changes that are wanted, in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Site
from tests.support import axe

pytestmark = pytest.mark.xdist_group("e2e-import")
OLDER = """# Verksamhetsplan {year} för jämställdhetsgruppen

Kontaktperson: Alva Ek, Vindelns kommun, alva.ek@example.org

Arbetsgruppens medlemmar:

- Bo Gran, Vännäs kommun
- Cia Dal, Umeå kommun

## Verksamhetsområde

Gruppen samordnar kommunernas scener och utställningar och ordnar en gemensam konsthelg.

| Aktivitet | Klart | Ansvarig |
|---|---|---|
| Ordna en konsthelg | Vecka 44 | Alva Ek |
| Byta utställningar | maj | Hela gruppen |
| Studiebesök | juni | Bo Gran |
"""
NEWER = (
    OLDER.replace("- Cia Dal, Umeå kommun", "- Dan Al, Nordmalings kommun")
    .replace("gemensam konsthelg.", "gemensam konsthelg varje höst.")
    .replace("Vecka 44", "Vecka 40")
    .replace("| Studiebesök | juni | Bo Gran |", "| Måla bibliotek | juni | Dan Al |")
)

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.mark.parametrize(
    ("year", "width", "javascript"),
    [(2028, 1280, True), (2027, 320, False)],
    ids=["wide", "narrow without script"],
)
def test_a_lead_chooses_among_what_a_newer_document_changes(
    year: int, width: int, javascript: bool, site: Site, visit: Visit
) -> None:
    page = visit(
        site,
        "ledare.jamstalldhet",
        viewport={"width": width, "height": 900},
        java_script_enabled=javascript,
    )
    send_in(page, year, "plan.md", OLDER)
    page.get_by_role("button", name="Läs in", exact=True).click()
    send_in(page, year, "Ny plan för våren.md", NEWER)
    page.get_by_role("button", name="Jämför med planen").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Vad dokumentet ändrar i planen")
    expect(box(page, "Ledamot: Dan Al, Nordmaling")).to_be_checked()
    expect(box(page, "Ledamot: Cia Dal, Umeå")).not_to_be_checked()
    expect(page.get_by_role("insertion").filter(has_text="varje höst")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if javascript:
        assert axe.faults(page) == []
    box(page, "Aktivitet: Måla bibliotek").press("Space")
    box(page, "Ledamot: Cia Dal, Umeå").press("Space")
    page.get_by_role("button", name="Läs in det valda").press("Enter")

    expect(page.get_by_text("Ändringarna är inlästa.")).to_be_visible()
    expect(page.get_by_text("gemensam konsthelg varje höst.")).to_be_visible()
    expect(page.get_by_role("link", name="Studiebesök", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Måla bibliotek", exact=True)).to_have_count(0)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Ny plan för våren.md").click()
    assert waiting.value.suggested_filename == "Ny plan för våren.md"
    assert waiting.value.path().read_text() == NEWER.format(year=year)


def send_in(page: Page, year: int, name: str, text: str) -> None:
    """From the upload page to the review, with the group's file."""
    page.goto(f"/jamstalldhet/{year}/las-in")
    content = text.format(year=year).encode()
    page.get_by_label("Fil med planen").set_input_files(
        {"name": name, "mimeType": "text/markdown", "buffer": content}
    )
    page.get_by_role("button", name="Skicka in filen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gå igenom planen")


def box(page: Page, label: str) -> Locator:
    return page.get_by_role("checkbox", name=label, exact=True)
