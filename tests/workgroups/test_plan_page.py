from datetime import timedelta

import pytest

from regionhub.domain.followup import Forecast
from regionhub.domain.indicators import Direction
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import FollowUpPeriod, Indicator, Judgement, Measurement, PlanPurpose
from regionhub.services import follow_ups, regions
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted


def titles(page):
    return page.words("//main//tbody//th[@scope='row']/a")


def test_the_page_says_what_and_when_and_how_it_stands(plan, reader):
    page = reader.get("/it/2026/")
    assert page.h1 == "IT-gruppen 2026"
    assert "1 februari 2026 av Kommunchefsgruppen" in page.text
    assert page.words("//nav[@aria-label='På sidan']//a") == [
        "Mål",
        "Aktiviteter",
        "Om gruppen",
        "Händelser",
    ]


def test_an_activity_shows_time_owner_strip_state_and_the_last_word(plan, reader):
    kept = factories.activity(
        plan,
        "Bygg ut bredband",
        when="Vecka 44",
        owner_text="Eva Ek",
        status=Status.IN_PROGRESS,
        last_comment="Grävt klart i Vindeln",
        last_heard_at=NOW,
    )
    factories.cells(kept)
    row = reader.get("/it/2026/").words(f"//tr[@id='aktivitet-{kept.id}']")[0]
    for words in ("Vecka 44", "26 okt–1 nov", "Eva Ek", "0 av 6 klara", "Försenad"):
        assert words in row
    assert "Grävt klart i Vindeln" in row


def test_continuous_work_stands_apart_below(plan, reader):
    factories.activity(plan, "Svara på frågor", when="löpande")
    factories.activity(plan, "Ge ut en broschyr", when="maj")
    page = reader.get("/it/2026/")
    assert titles(page) == ["Ge ut en broschyr", "Svara på frågor"]
    assert "Löpande arbete" in page.words("//h3")


def test_the_table_is_chosen_and_sorted_in_the_address(plan, reader):
    late = factories.activity(plan, "Öppna data", when="maj", section="Webb")
    factories.activity(plan, "Enkät", when="april", status=Status.DONE, owner_text="Bo")
    shared = factories.activity(plan, "Åtkomst", when="december", status=Status.IN_PROGRESS)
    factories.cells(shared, "vindeln")
    chosen = {
        "?status=overdue": ["Öppna data"],
        "?status=done": ["Enkät"],
        "?kommun=vindeln": ["Åtkomst"],
        "?kommun=umea": [],
        "?avsnitt=Webb": ["Öppna data"],
        "?sortera=activity": ["Enkät", "Åtkomst", "Öppna data"],
        "?sortera=activity&ordning=fallande": ["Öppna data", "Åtkomst", "Enkät"],
        "?sortera=time": ["Enkät", "Öppna data", "Åtkomst"],
        "?sortera=nonsens": ["Öppna data", "Enkät", "Åtkomst"],
        "?ansvarig=%F0%9F%99%82": [],
    }
    for query, expected in chosen.items():
        assert titles(reader.get(f"/it/2026/{query}")) == expected, query
    assert late.title == "Öppna data"


def test_a_filter_by_owner_offers_those_of_the_plan(plan, reader):
    factories.activity(plan, "Ett", owner=factories.person("Åsa Berg"))
    factories.activity(plan, "Två", owner=factories.person("Bo Ek"))
    page = reader.get("/it/2026/?ansvarig=Bo Ek")
    assert titles(page) == ["Två"]
    assert page.words("//select[@name='ansvarig']/option") == ["Alla", "Bo Ek", "Åsa Berg"]
    assert "Visar 1 av 2 aktiviteter" in page.text


def test_a_goal_shows_letters_judgement_curve_and_activities(plan, reader, region):
    goal = factories.goal(plan, "Minst fyra kommuner delar system")
    factories.activity(plan, "Upphandla", goals=[goal])
    follow_ups.open_year(region, YEAR)
    period = db.session.query(FollowUpPeriod).filter_by(key="t1").one()
    db.session.add(
        Judgement(goal_id=goal.id, period_id=period.id, forecast=Forecast.HARD, set_at=NOW)
    )
    indicator = Indicator(
        goal_id=goal.id, name="Kommuner", unit="st", baseline=1, target=4, direction=Direction.UP
    )
    indicator.measurements.append(Measurement(measured_on=TODAY, value=3))
    db.session.add(indicator)
    page = reader.get("/it/2026/")
    (card,) = page.words("//article")
    assert "i SMART framgår" in card
    assert "Blir svårt att uppnå" in card
    assert "3 st" in card
    assert page.words("//article//li/a") == ["Upphandla"]


def test_about_the_group_tells_area_purposes_and_remarks(plan, reader, region):
    plan.area, plan.remarks = "Gemensamma system", "Resurserna är knappa"
    served = regions.overarching_goals(region, YEAR)[:1]
    plan.purposes.append(PlanPurpose(text="Billigare drift", serves=served))
    (about,) = reader.get("/it/2026/").words("//section[@aria-labelledby='om-gruppen']")
    for words in ("Gemensamma system", "Billigare drift", "Övergripande mål 1", "knappa"):
        assert words in about


def test_an_empty_plan_says_how_to_start(draft, convener):
    page = convener.get("/it/2026/")
    assert "Planen är tom" in page.text
    assert page.all("//a[@href='/it/2026/aktivitet/ny']")


def test_a_year_without_plan_says_so_kindly(plan, reader, convener):
    assert reader.get("/it/2027/", 404).h1 == "IT-gruppen har ingen plan för 2027"
    assert not reader.get("/it/2027/", 404).all("//form[contains(@action, 'borja')]")
    assert convener.get("/it/2027/", 404).all("//form[@action='/it/2027/borja']")
    assert not convener.get("/it/1990/", 404).all("//form[@action='/it/1066/borja']")


@pytest.mark.parametrize("path", ["/it/99999999999999999999/", "/it/2026/mal/99999999999999999999"])
def test_a_number_beyond_all_bounds_is_not_found(plan, reader, path):
    reader.get(path, 404)


def test_the_year_switch_keeps_the_page(it, plan, reader):
    factories.plan(it, 2024)
    page = reader.get("/it/2026/")
    assert page.all("//nav[@aria-label='Verksamhetsår']//a/@href") == ["/it/2024/", "/it/2026/"]


def test_a_member_gets_no_buttons_that_change_the_plan(plan, reader):
    factories.activity(plan)
    page = reader.get("/it/2026/")
    assert not page.all("//a[contains(@href, '/ny') or contains(@href, '/andra')]")


def fill(plan, activities):
    for number in range(activities):
        goal = factories.goal(plan) if number % 5 == 0 else plan.goals[-1]
        person = factories.person()
        made = factories.activity(plan, when="maj", owner=person, goals=[goal])
        if number % 5 == 0:
            factories.cells(made)


def asked_anew(reader, region, path):
    """How many queries the page takes when the region has changed since it was last made."""
    region.revision += 1
    with counted() as sent:
        reader.get(path)
    return len([statement for statement in sent if not statement.startswith("UPDATE region")])


def test_the_queries_do_not_grow_with_the_plan(it, reader, region):
    fill(factories.plan(it, 2025), 5)
    fill(factories.plan(it, 2026), 60)
    few = asked_anew(reader, region, "/it/2025/")
    assert asked_anew(reader, region, "/it/2026/") == few


def test_the_queries_do_not_grow_with_the_years(it, plan, reader, region):
    fill(plan, 5)
    one_year = asked_anew(reader, region, "/it/2026/")
    for year in range(2016, 2026):
        fill(factories.plan(it, year), 3)
    assert asked_anew(reader, region, "/it/2026/") == one_year


def test_the_page_is_made_once_a_revision_for_those_with_the_same_part(
    plan, reader, convener, region
):
    factories.activity(plan, "Ett")
    reader.get("/it/2026/")
    with counted() as again:
        reader.get("/it/2026/")
    assert not [statement for statement in again if "FROM activity" in statement]
    assert convener.get("/it/2026/").all("//a[@href='/it/2026/aktivitet/ny']")
    assert not reader.get("/it/2026/").all("//a[@href='/it/2026/aktivitet/ny']")
    factories.activity(plan, "Två")
    region.revision += 1
    assert titles(reader.get("/it/2026/")) == ["Ett", "Två"]


def test_who_has_the_page_already_is_told_that_nothing_is_new(plan, reader):
    tag = reader.get("/it/2026/").response.headers["ETag"]
    with counted() as sent:
        reader.get("/it/2026/", 304, headers={"If-None-Match": tag})
    assert len(sent) == 1, sent


def test_it_is_silent_after_the_check_in_interval(plan, reader):
    factories.activity(
        plan, "Tystnad", when="löpande", last_heard_at=NOW - timedelta(days=90), owner_text="Bo"
    )
    assert "Tyst" in reader.get("/it/2026/").words("//tr[contains(., 'Tystnad')]")[0]
