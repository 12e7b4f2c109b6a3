from datetime import date

from regionhub.domain.permissions import GroupRole, Role
from regionhub.domain.status import Status
from tests.support import factories
from tests.support.queries import counted


def test_the_list_shows_how_far_every_group_has_come(plan, reader):
    factories.activity(plan, status=Status.DONE)
    factories.activity(plan, when="maj")
    page = reader.get("/grupper/")
    assert len(page.all("//tbody/tr")) == 12
    (row,) = page.words("//tr[th/a[@href='/it/']]")
    assert row == "IT-gruppen ✓ Antagen 2 1 1 1"
    assert page.words("//tr[th/a[@href='/webb/']]") == ["Webbgruppen Ingen plan"]


def test_the_list_asks_as_much_however_much_there_is(region, browse):
    reader = browse(factories.account())
    factories.plan(factories.group("webb"))
    reader.get("/grupper/")
    with counted() as few:
        reader.get("/grupper/")
    for key in ("it", "kultur", "personal"):
        for year in (2025, 2026):
            plan = factories.plan(factories.group(key), year)
            for _ in range(5):
                factories.activity(plan, when="maj")
    with counted() as many:
        reader.get("/grupper/")
    assert len(many) == len(few)


def test_a_group_shows_its_people_of_today_by_municipality(it, reader):
    umea = factories.municipality("umea")
    factories.seat(factories.person("Eva Ek"), it, GroupRole.CONVENER, umea)
    factories.seat(factories.person("Bo Gammal"), it, municipality=umea, ends=date(2026, 6, 30))
    factories.seat(factories.person("Siv Utan"), it)
    page = reader.get("/it/")
    assert "Sammankallande: Eva Ek (Umeå)" in page.text
    assert "Bo Gammal" not in page.text
    places = page.words("//section[@aria-labelledby='ledamoter']//dt")
    assert places == [
        "Bjurholm",
        "Nordmaling",
        "Robertsfors",
        "Umeå",
        "Vindeln",
        "Vännäs",
        "Utan kommun",
    ]


def test_a_group_lists_its_plans_latest_first(it, reader):
    for year in (2024, 2026, 2025):
        factories.activity(factories.plan(it, year), status=Status.DONE)
    page = reader.get("/it/")
    assert page.words("//section[@aria-labelledby='planer']//th[@scope='row']") == [
        "2026",
        "2025",
        "2024",
    ]
    assert "1 (100 %)" in page.text


def test_a_group_without_plans_says_how_to_start(it, convener, reader):
    assert "Gruppen har ingen verksamhetsplan ännu" in reader.get("/it/").text
    assert not reader.get("/it/").all("//button[contains(., 'Börja')]")
    assert convener.get("/it/").words("//button[contains(., 'Börja')]") == [
        "Börja planen för 2026",
        "Börja planen för 2027",
    ]


def test_a_group_asks_as_much_for_one_year_as_for_ten(it, reader):
    factories.plan(it)
    reader.get("/it/")
    with counted() as one:
        reader.get("/it/")
    for year in range(2015, 2026):
        factories.activity(factories.plan(it, year))
    with counted() as ten:
        reader.get("/it/")
    assert len(ten) == len(one)


def test_a_group_that_the_region_has_not_set_up_is_not_found(it, browse):
    it.key = "vilande"
    for page in (browse(), browse(factories.account(role=Role.OFFICE))):
        for address in ("/it/", "/it/2026/", "/it/2026/aktivitet/1"):
            assert "Arbetsgruppen finns inte" in page.get(address, 404).text
