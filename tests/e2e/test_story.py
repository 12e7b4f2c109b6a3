"""The main job, from the lead's two minutes to the region's page, the calendar and the report."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.conftest import DATABASES
from tests.e2e.conftest import Site
from tests.support.required import missing

pytestmark = pytest.mark.xdist_group("e2e-story")
LEAD, MEMBER, CHIEF = "ledare.it", "medlem.it.vindeln", "kommunchef.umea"
ROLES = "Beskriva roller och ansvar i systemförvaltningen"
TRAINING = "Utbilda alla användare i webbmöten och telefoni"
ROUTINES = "Införa gemensamma rutiner för informationssäkerhet"
DRILL = "Öva ett längre avbrott i driften"
COPPER = "Bevaka nedläggningen av kopparnätet och hjälpa dem som drabbas"

Visit = Callable[..., Page]


@pytest.fixture(scope="module", params=DATABASES)
def site(request: pytest.FixtureRequest, serve: Callable[[str], Site]) -> Site:
    return serve(request.param)


def test_one_update_is_seen_everywhere(site: Site, visit: Visit, tmp_path: Path) -> None:
    chief, lead, member = visit(site, CHIEF), visit(site, LEAD), visit(site, MEMBER)
    before = it_on_overview(chief)
    assert ROLES in attention(chief)
    strip_before = it_strip(chief)
    assert "2 av 9 aktiviteter är genomförda" in report_text(lead, tmp_path)
    assert report_text(lead, tmp_path).count("Deltar inte") == 1

    lead.goto("/min-sida")
    mine = on_my_page(lead, ROLES)
    mine.get_by_label("Genomförd").check()
    mine.get_by_label("Vad är nytt?").fill("Alla sex kommuner har beskrivit sina roller.")
    lead.get_by_role("button", name="Spara allt").click()
    assert "Satte Genomförd (var Pågår)" in saved(lead, ROLES)
    assert on_my_page(lead, ROLES).count() == 0

    open_activity(lead, TRAINING)
    lead.get_by_label("Läget i Vindeln").select_option(label="Deltar inte")
    lead.get_by_label("Kommentar från Vindeln").fill("Vindeln har sin egen utbildning.")
    lead.get_by_role("button", name="Spara läget").click()
    assert "Läget är sparat" in words(lead)

    after = it_on_overview(chief)
    assert after["Genomförda"] == before["Genomförda"] + 1
    assert after["Försenade"] == before["Försenade"] - 1
    assert ROLES not in attention(chief)
    assert "Robertsfors och Vindeln försenad" in strip_before
    assert "Robertsfors försenad" in it_strip(chief)

    lead.goto("/it/2026/")
    log = lead.locator("section[aria-labelledby=handelser]").inner_text()
    assert f"{ROLES}: Satte Genomförd (var Pågår)" in " ".join(log.split())
    assert f"{TRAINING}: Vindeln: Deltar inte (var Pågår)" in " ".join(log.split())

    events = events_of_new_calendar(lead, "En arbetsgrupp", group="IT-gruppen")
    assert f"Klar: {ROLES}" in events
    assert "Vindeln och Vännäs deltar inte" in events[TRAINING]
    assert TRAINING in events_of_new_calendar(member, "Mina egna aktiviteter")

    assert "3 av 9 aktiviteter är genomförda" in report_text(lead, tmp_path)
    assert report_text(lead, tmp_path).count("Deltar inte") == 2


def test_it_goes_without_script(site: Site, visit: Visit) -> None:
    lead = visit(site, LEAD, java_script_enabled=False)
    lead.goto("/min-sida")
    mine = on_my_page(lead, TRAINING)
    mine.get_by_label("Läget i Robertsfors").select_option(label="Deltar inte")
    mine.get_by_label("Kommentar från Robertsfors").fill("Tar det nästa år.")
    lead.get_by_role("button", name="Spara allt").click()
    assert "Robertsfors: Deltar inte (var Pågår)" in saved(lead, TRAINING)

    lead.goto("/it/2026/")
    lead.get_by_role("row").filter(has_text=DRILL).get_by_role("link", name="Nytt läge").click()
    lead.get_by_label("Genomförd").check()
    lead.get_by_role("button", name="Spara läget").click()
    assert f"{DRILL}: Satte Genomförd (var Pågår)" in words(lead)
    assert DRILL not in attention(visit(site, CHIEF, java_script_enabled=False))


def test_it_goes_by_keyboard_alone(site: Site, visit: Visit) -> None:
    lead = visit(site)
    lead.goto("/logga-in")
    type_into(lead, "E-postadress", f"{LEAD}@example.org")
    type_into(lead, "Lösenord", "prova-regionhub")
    lead.keyboard.press("Enter")
    lead.wait_for_url("**/min-sida")
    mine = on_my_page(lead, COPPER)
    tab_to(lead, mine.get_by_label("Pågår"))
    lead.keyboard.press("ArrowDown")
    tab_to(lead, mine.get_by_label("Vad är nytt?"))
    lead.keyboard.type("31 hushåll har fått ersättning.")
    tab_to(lead, lead.get_by_role("button", name="Spara allt"))
    lead.keyboard.press("Enter")
    lead.get_by_text("Läget är sparat").wait_for()
    assert "Satte Genomförd (var Pågår)" in saved(lead, COPPER)


def test_the_row_opens_in_its_place_where_scripts_run(site: Site, visit: Visit) -> None:
    lead = visit(site, LEAD)
    lead.goto("/it/2026/")
    lead.get_by_role("link", name=f"Nytt läge: {ROUTINES}").click()
    form = lead.get_by_role("group", name=f"Nytt läge: {ROUTINES}")
    expect(form).to_be_focused()
    expect(lead.get_by_role("link", name=ROUTINES, exact=True).last).to_be_in_viewport()
    form.get_by_label("Läget i Vännäs").select_option(label="Genomförd")
    assert lead.url == f"{site.address}/it/2026/"
    form.get_by_role("button", name="Spara läget").click()
    expect(lead.get_by_text("Läget är sparat")).to_be_in_viewport()
    expect(lead.get_by_role("link", name=ROUTINES).last).to_be_in_viewport()
    assert f"{ROUTINES}: Vännäs: Genomförd (var Pågår)" in words(lead)


def on_my_page(page: Page, title: str) -> Locator:
    """The activity's own form on Min sida."""
    return page.get_by_role("group", name=title, exact=True)


def open_activity(page: Page, title: str) -> None:
    page.goto("/it/2026/")
    page.get_by_role("row").get_by_role("link", name=title, exact=True).click()
    page.wait_for_load_state()


def words(page: Page) -> str:
    """What stands on the page, white space folded."""
    return " ".join(page.get_by_role("main").inner_text().split())


def saved(page: Page, title: str) -> str:
    """The latest that I have saved of an activity, as Min sida tells it, folded or not."""
    line = page.locator(".my-folds .stream li").filter(has_text=title).first
    return " ".join((line.text_content() or "").split())


def it_on_overview(page: Page) -> dict[str, int]:
    """The IT group's numbers in the region's page."""
    page.goto("/oversikt/2026/")
    row = page.locator("section[aria-labelledby=grupper] tbody tr").filter(has_text="IT-gruppen")
    return {
        str(cell.get_attribute("data-label")): int(cell.inner_text())
        for cell in row.locator("td.number").all()
    }


def it_strip(page: Page) -> str:
    """The IT group's strip of municipalities in the region's page, as a sentence."""
    page.goto("/oversikt/2026/")
    row = page.locator("section[aria-labelledby=grupper] tbody tr").filter(has_text="IT-gruppen")
    return row.locator(".ds-sr-only").inner_text()


def attention(page: Page) -> str:
    """What needs attention in the region."""
    page.goto("/oversikt/2026/")
    return page.locator("section[aria-labelledby=uppmarksamhet]").inner_text()


def events_of_new_calendar(page: Page, scope: str, group: str = "") -> dict[str, str]:
    """Make a calendar, fetch it as a calendar program would; the events' words by their title."""
    page.goto("/kalender/")
    page.get_by_label(scope).check()
    if group:
        page.get_by_label("Arbetsgrupp", exact=True).select_option(label=group)
    page.get_by_role("button", name="Skapa kalendern").click()
    answer = page.request.get(page.get_by_label("Din hemliga adress").input_value())
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(answer.body())
    return {str(event["summary"]): str(event["description"]) for event in calendar.events}


def report_text(page: Page, folder: Path) -> str:
    """The words of the year's report as a PDF."""
    file = folder / "report.pdf"
    file.write_bytes(page.request.get("/it/2026/verksamhetsberattelse.pdf").body())
    if shutil.which("pdftotext") is None:
        missing("pdftotext (apt install poppler-utils)")
    read = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
    return " ".join(read.stdout.decode().split())


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the control has the focus."""
    for _ in range(200):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {wanted}")


def type_into(page: Page, label: str, text: str) -> None:
    tab_to(page, page.get_by_label(label))
    page.keyboard.type(text)
