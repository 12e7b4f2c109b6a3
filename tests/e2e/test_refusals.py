"""What a person meets when something is wrong: readable pages, and nothing typed is lost."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import demo_rows
from tests.e2e.conftest import Site
from tests.support import axe

pytestmark = pytest.mark.xdist_group("e2e-refusals")
LEAD, OFFICE = "ledare.it", "kansli"
PLAN = "/it/2026"
GOAL, INDICATOR = f"{PLAN}/mal/{{goal_id}}", f"{PLAN}/mal/{{goal_id}}/indikator/{{indicator_id}}"
ACTIVITY = f"{PLAN}/aktivitet/{{activity_id}}"
LONG = " ".join(["Ett långt ord"] * 1000)
# Who, where, what is typed by label, and the button: each is refused.
REFUSED = (
    ("", "/logga-in", {"E-postadress": "någon@example.org", "Lösenord": "fel"}, "Logga in"),
    ("", "/logga-in", {}, "Logga in"),
    (LEAD, f"{PLAN}/mal/nytt", {}, "Lägg till målet"),
    (LEAD, f"{PLAN}/aktivitet/ny", {"Vad ska göras?": LONG}, "Lägg till"),
    (LEAD, f"{GOAL}/indikator/ny", {"Målvärde": "många"}, "Spara indikatorn"),
    (LEAD, f"{INDICATOR}/matning", {"Värde": "ganska bra"}, "Spara mätningen"),
    (LEAD, f"{ACTIVITY}/avfor", {}, "Avför"),
    ("kommunchef.umea", "/kalender/", {"En arbetsgrupp": True}, "Skapa kalendern"),
)

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: f"{case[1]} {case[3]}")
def test_a_form_says_what_to_mend(
    case: tuple[str, str, dict[str, str | bool], str], site: Site, visit: Visit
) -> None:
    who, path, typed, button = case
    page = visit(site, who)
    page.goto(path.format(**demo_rows.ids(site.app)))
    form = page.get_by_role("main")
    for label, text in typed.items():
        control = form.get_by_label(label).first
        control.check() if text is True else control.fill(str(text))
    form.get_by_role("button", name=button).click()
    summary = page.locator("[data-error-summary]")
    expect(summary).to_be_focused()
    for link in summary.get_by_role("link").all():
        assert page.locator(str(link.get_attribute("href"))).is_visible()
    for label, text in typed.items():
        if text is not True and label != "Lösenord":
            expect(form.get_by_label(label).first).to_have_value(str(text))
    must_be_readable(page)


@pytest.mark.parametrize(
    ("who", "path", "status"),
    [
        ("medlem.it.vindeln", f"{PLAN}/andra", 403),
        (LEAD, f"{PLAN}/aktivitet/999999", 404),
        ("", "/finns-inte", 404),
        (LEAD, "/logga-ut", 405),
    ],
)
def test_an_error_page_is_readable(
    who: str, path: str, status: int, site: Site, visit: Visit
) -> None:
    page = visit(site, who)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == status
    must_be_readable(page)


def test_a_form_that_has_lost_its_token_is_told_so(site: Site, visit: Visit) -> None:
    page = visit(site, LEAD)
    page.goto(f"{PLAN}/mal/nytt")
    page.locator("main [name=csrf_token]").evaluate("field => field.remove()")
    with page.expect_response(lambda response: response.request.method == "POST") as answered:
        page.get_by_role("button", name="Lägg till målet").click()
    assert answered.value.status == 400
    must_be_readable(page)


@pytest.mark.parametrize(
    ("path", "label", "button"),
    [
        (f"{ACTIVITY}/andra", "Beskrivning", "Spara aktiviteten"),
        (f"{GOAL}/andra", "Kort namn på målet", "Spara målet"),
        (f"{ACTIVITY}/lage", "Kommentar från Vindeln", "Spara läget"),
    ],
)
def test_who_saves_second_sees_both_texts(
    path: str, label: str, button: str, site: Site, visit: Visit
) -> None:
    first, second = visit(site, LEAD), visit(site, OFFICE)
    for page in (first, second):
        page.goto(path.format(**demo_rows.ids(site.app)))
        reason = page.get_by_label("Varför ändras den antagna planen?")
        if reason.is_visible():
            reason.fill("Nya uppgifter.")
    first.get_by_label(label).fill("Det första ordet.")
    first.get_by_role("button", name=button).click()
    second.get_by_label(label).fill("Det andra ordet.")
    with second.expect_response(lambda response: response.request.method == "POST") as answered:
        second.get_by_role("button", name=button).click()
    assert answered.value.status == 409
    second.wait_for_load_state()
    shown = second.get_by_role("main")
    expect(shown).to_contain_text("Det första ordet.")
    fields = [field.input_value() for field in shown.locator("textarea, input").all()]
    assert any("Det andra ordet." in text for text in (*fields, shown.inner_text()))
    must_be_readable(second)


def must_be_readable(page: Page) -> None:
    """axe finds nothing, and the page is no wider than the screen, wide or narrow."""
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert axe.faults(page) == []
