"""The pages on A4: only what is to be read, and a table's headings on every sheet."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.e2e.conftest import Site
from tests.support.required import missing

pytestmark = pytest.mark.xdist_group("e2e-pages")
NOT_ON_PAPER = (
    *("Logga ut", "Min sida", "Hoppa till", "Till startsidan"),
    *("Alla mätningar", "Nytt läge", "Lägg till", "Ändra", "Läs in", "Öppna som", "Hämta som"),
)

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.mark.parametrize(
    "case",
    [
        ("ledare.it", "/it/2026/", "Aktivitet Tid Ansvarig Kommuner Läge Senast sagt", 2),
        ("kommunchef.umea", "/oversikt/2026/", "Aktivitet Grupp Läge Tidsgräns Ansvarig", 1),
        (
            "kommunchef.umea",
            "/oversikt/2026/forsenade-och-tysta",
            "Aktivitet Grupp Läge Tidsgräns Ansvarig",
            2,
        ),
        ("ledare.it", "/it/2026/verksamhetsberattelse", "Aktivitet När Ansvarig Läge", 1),
    ],
    ids=lambda case: case[1],
)
def test_a_page_is_made_for_paper(
    case: tuple[str, str, str, int], site: Site, visit: Visit, tmp_path: Path
) -> None:
    who, path, heading, times = case
    page = visit(site, who)
    page.goto(path)
    sheets = printed(page, tmp_path / "page.pdf")
    whole = " ".join(sheets)
    assert [words for words in NOT_ON_PAPER if words in whole] == []
    assert page.locator("h1").inner_text() in sheets[0]
    assert whole.count(heading) >= times


def printed(page: Page, file: Path) -> list[str]:
    """The words of each sheet, white space folded."""
    if shutil.which("pdftotext") is None:
        missing("pdftotext (apt install poppler-utils)")
    page.pdf(path=file, format="A4", prefer_css_page_size=True)
    read = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return [" ".join(sheet.split()) for sheet in read.stdout.decode().split("\f") if sheet.strip()]
