"""The office changes the region: municipalities and overarching goals are data with a time."""

import pytest

from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.models import Change, Municipality, OverarchingGoal
from regionhub.services import regions
from tests.support import factories

PAGE = "/administration/region"


@pytest.fixture
def office(region, browse):
    return browse(factories.account("Karin Kansli", role=Role.OFFICE))


def last_words():
    return db.session.query(Change).order_by(Change.id.desc()).first().sentence


def filled(page):
    """The form of a page as it stands; a text's first line break is the template's."""
    values = page.html.forms[-1].form_values()
    return {name: value.removeprefix("\n") for name, value in values if name != "csrf_token"}


def names(region, year):
    return [place.name for place in regions.municipalities(region, year)]


def test_the_page_shows_both_with_their_time(office):
    page = office.get(PAGE)
    assert page.words("//section[@aria-labelledby='kommuner']//tbody/tr/th")[0] == "Bjurholm"
    assert "från 1 januari 2000" in page.text
    assert "Utveckla regionen" in page.text


def test_a_municipality_joins_and_earlier_years_are_as_they_were(office, region):
    form = {"name": "Örnsköldsvik", "letters": "Ör", "code": "2284", "starts": "2027-01-01"}
    office.post(f"{PAGE}/kommuner/ny", form)
    assert last_words() == "Örnsköldsvik: Satte medlem från och med till ”1 januari 2027”"
    assert "Örnsköldsvik" not in names(region, 2026)
    assert names(region, 2027)[-1] == "Örnsköldsvik"
    again = office.post(f"{PAGE}/kommuner/ny", form, 422)
    assert again.errors() == ["Kommunen finns redan. Ändra den i stället."]


def test_a_municipality_leaves_and_keeps_its_years(office, region):
    path = f"{PAGE}/kommuner/{factories.municipality('vindeln').id}"
    office.post(path, {**filled(office.get(path)), "ends": "2026-12-31"})
    assert last_words() == "Vindeln: Satte sista dag till ”31 december 2026”"
    assert "Vindeln" in names(region, 2026)
    assert "Vindeln" not in names(region, 2027)


def test_a_goal_gives_way_to_another_of_the_same_number(office, region):
    goal = db.session.query(OverarchingGoal).filter_by(number=3).one()
    new = {"number": "3", "text": "Klimatet i allt", "from_year": "2027"}
    taken = office.post(f"{PAGE}/mal/nytt", new, 422)
    assert "Mål 3 finns redan under de åren" in taken.errors()[0]
    path = f"{PAGE}/mal/{goal.id}"
    office.post(path, {**filled(office.get(path)), "to_year": "2026"})
    assert last_words() == "Övergripande mål 3: Satte sista år till ”2026”"
    office.post(f"{PAGE}/mal/nytt", new)
    texts = {year: regions.overarching_goals(region, year)[2].text for year in (2026, 2027)}
    assert texts == {2026: "Förankra", 2027: "Klimatet i allt"}


def test_the_region_says_how_long_it_may_be_silent(office, region):
    office.post(PAGE, {**filled(office.get(PAGE)), "check_in_days": "30"})
    assert region.check_in_days == 30
    assert last_words().endswith("Ändrade dagar till tyst från ”60” till ”30”")


@pytest.mark.parametrize(
    ("path", "change", "error"),
    [
        ("", {"check_in_days": "1"}, "Välj mellan 7 och 400 dagar."),
        ("", {"check_in_days": "ofta"}, "Skriv ett helt tal med siffror."),
        ("", {"name": ""}, "Skriv regionens namn."),
        ("/kommuner/{place}", {"letters": "Umeå"}, None),
        ("/kommuner/{place}", {"code": "Umeå"}, None),
        ("/kommuner/{place}", {"starts": ""}, "Skriv den första dagen."),
        ("/kommuner/{place}", {"starts": "i våras"}, None),
        ("/kommuner/{place}", {"ends": "1999-01-01"}, None),
        ("/mal/{goal}", {"text": ""}, "Skriv målet."),
        ("/mal/{goal}", {"from_year": "99"}, "Välj ett år mellan 1900 och 2200."),
        ("/mal/{goal}", {"to_year": "1999"}, None),
        ("/mal/{goal}", {"number": "2"}, None),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_changed(path, change, error, office, region):
    ids = {
        "place": factories.municipality("umea").id,
        "goal": db.session.query(OverarchingGoal).filter_by(number=1).one().id,
    }
    address = PAGE + path.format(**ids)
    page = office.post(address, {**filled(office.get(address)), **change}, 422)
    assert len(page.errors()) == 1
    assert error in (None, page.errors()[0])
    assert filled(page) | change == filled(page), "what was typed stands there still"
    assert db.session.query(Change).count() == 0


def test_two_in_the_office_see_both_texts(office, region):
    goal = db.session.query(OverarchingGoal).filter_by(number=1).one()
    path = f"{PAGE}/mal/{goal.id}"
    seen = filled(office.get(path))
    office.post(path, {**seen, "text": "Utveckla hela regionen"})
    page = office.post(path, {**seen, "text": "Utveckla varje by"}, 409)
    assert "Utveckla hela regionen" in page.text
    again = filled(page)
    assert again["text"] == "Utveckla varje by"
    office.post(path, again)
    assert goal.text == "Utveckla varje by"


def test_a_new_municipality_stands_in_the_fixed_order_last(office, region):
    form = {"name": "Åsele", "letters": "Ås", "code": "2463", "starts": "2026-01-01"}
    office.post(f"{PAGE}/kommuner/ny", form)
    assert names(region, 2026)[-1] == "Åsele"
    assert db.session.query(Municipality).filter_by(key="asele").one().letters == "Ås"
