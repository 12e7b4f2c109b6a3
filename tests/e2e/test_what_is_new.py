"""Every form for something new, filled in and sent by a real browser with all that it hides."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import demo_rows
from tests.e2e.conftest import Site

pytestmark = pytest.mark.xdist_group("e2e-what-is-new")
LEAD, OFFICE = "ledare.it", "kansli"
PLAN, OFFICES = "/it/2026", "/administration"
REASON = {"Varför ändras den antagna planen?": "Kommuncheferna vill det"}
# Who, where, what is written by label, the button, and what then stands on the page.
NEW = (
    (
        LEAD,
        f"{PLAN}/aktivitet/ny",
        {"Vad ska göras?": "Pröva nya möten", "När?": "vecka 50", "Umeå": True, **REASON},
        "Lägg till aktiviteten",
        "Pröva nya möten",
    ),
    (
        LEAD,
        f"{PLAN}/mal/nytt",
        {"Vad ska vara uppnått?": "Alla har prövat nya möten", **REASON},
        "Lägg till målet",
        "Alla har prövat nya möten",
    ),
    (
        LEAD,
        f"{PLAN}/mal/{{goal_id}}/indikator/ny",
        {"Vad mäts?": "Byar utan täckning", "Målvärde": "3,5", **REASON},
        "Spara indikatorn",
        "Byar utan täckning",
    ),
    (
        LEAD,
        f"{PLAN}/mal/{{goal_id}}/indikator/{{indicator_id}}/matning",
        {"Värde": "91,5"},
        "Spara mätningen",
        "91,5",
    ),
    (OFFICE, f"{OFFICES}/personer/ny", {"Namn": "Nils Nyström"}, "Lägg till", "Nils Nyström"),
    (
        OFFICE,
        f"{OFFICES}/konton/nytt",
        {"Namn": "Vera Nyberg", "E-postadress": "vera.nyberg@example.org"},
        "Skapa kontot",
        "vera.nyberg@example.org",
    ),
    (
        OFFICE,
        f"{OFFICES}/grupper/it/platser/ny",
        {"Ny persons namn": "Siv Nyman"},
        "Lägg till medlemmen",
        "Siv Nyman",
    ),
    (
        OFFICE,
        f"{OFFICES}/region/kommuner/ny",
        {
            "Namn": "Nybyn",
            "Förkortning": "Ny",
            "Kommunkod": "2499",
            "Med från och med": "2027-01-01",
        },
        "Lägg till kommunen",
        "Nybyn",
    ),
    (
        OFFICE,
        f"{OFFICES}/region/mal/nytt",
        {"Nummer": "4", "Målet": "Klimatet i allt vi gör", "Första år": "2027"},
        "Lägg till målet",
        "Klimatet i allt vi gör",
    ),
)

Visit = Callable[..., Page]


@pytest.fixture(scope="module")
def site(serve: Callable[[str], Site]) -> Site:
    return serve("sqlite")


@pytest.mark.parametrize("case", NEW, ids=lambda case: case[1])
def test_it_is_taken(
    case: tuple[str, str, dict[str, str | bool], str, str], site: Site, visit: Visit
) -> None:
    who, path, written, button, seen = case
    page = visit(site, who)
    page.goto(path.format(**demo_rows.ids(site.app)))
    main = page.get_by_role("main")
    for label, text in written.items():
        control = main.get_by_label(label).first
        control.check() if text is True else control.fill(str(text))
    send = main.get_by_role("button", name=button)
    send.click()
    expect(send).to_have_count(0)
    expect(main).to_contain_text(seen)
