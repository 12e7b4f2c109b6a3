from datetime import date
from decimal import Decimal

import pytest

from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.domain.indicators import Direction, Reckoning
from regionhub.extensions import db
from regionhub.models import Change, FollowUpPeriod, Goal, Indicator, Judgement, Measurement
from regionhub.services import follow_ups
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR


@pytest.fixture
def goal(draft):
    return factories.goal(draft, "Minst fyra kommuner delar system")


@pytest.fixture
def indicator(goal):
    made = Indicator(
        name="Kommuner",
        unit="st",
        baseline=Decimal(1),
        target=Decimal(4),
        direction=Direction.UP,
        reckoning=Reckoning.LEVEL,
    )
    goal.indicators.append(made)
    db.session.flush()
    return made


@pytest.fixture
def period(region):
    follow_ups.open_year(region, YEAR)
    return db.session.query(FollowUpPeriod).filter_by(key="t1").one()


def latest():
    """What the log says last, white space folded."""
    return " ".join(db.session.query(Change).order_by(Change.id.desc()).first().sentence.split())


def words(goal, **values):
    usual = {"version": goal.version, "text": goal.text, "when": goal.when_text}
    return {**usual, "risk_likelihood": "", "risk_consequence": "", **values}


def test_a_late_activity_is_late_here_too(goal, reader):
    factories.activity(goal.plan, "Upphandla", when="april", goals=[goal])
    page = reader.get(f"/it/2026/mal/{goal.id}")
    assert "Försenad" in page.words("//section[@aria-labelledby='aktiviteter']//li")[0]


def test_the_page_tells_smart_in_full_and_what_leads_to_the_goal(goal, reader, period):
    factories.activity(goal.plan, "Upphandla", goals=[goal])
    page = reader.get(f"/it/2026/mal/{goal.id}")
    assert page.h1 == "Minst fyra kommuner delar system"
    assert "Framgår inte: målet har inte accepterats ännu." in page.text
    assert "Målet nämner något som går att räkna." in page.text
    assert page.words("//section[@aria-labelledby='aktiviteter']//a") == ["Upphandla"]
    assert page.words("//section[@aria-labelledby='bedomningar']//tbody//th")[0] == (
        "Tertial 1 per 30 april 2026"
    )


def test_a_goal_is_written_with_what_smart_asks(draft, convener):
    convener.get("/it/2026/mal/nytt")
    answer = convener.post(
        "/it/2026/mal/nytt",
        {
            "text": "Alla kommuner har e-arkiv",
            "heading": "E-arkiv",
            "when": "senast 30 september",
            "serves_ids": ["1", "2"],
            "resources": "Två tjänster",
            "risk_likelihood": "2",
            "risk_consequence": "3",
        },
    )
    goal = db.session.query(Goal).one()
    assert answer.location == f"/it/2026/mal/{goal.id}"
    assert [served.number for served in goal.serves] == [1, 2]
    assert goal.when_end == date(2026, 9, 30)
    assert (goal.risk_likelihood, goal.risk_consequence) == (2, 3)
    assert latest() == "Lade till målet ”E-arkiv”"


def test_a_great_risk_wants_an_action_with_owner_and_day(goal, convener):
    address = f"/it/2026/mal/{goal.id}/andra"
    great = words(goal, risk_likelihood="3", risk_consequence="4")
    assert convener.post(address, great, 422).errors() == [
        "Risken är 12 av 16. Ange vad gruppen gör åt den."
    ]
    great["risk_action"] = "Delar upp upphandlingen"
    assert "vem som svarar" in convener.post(address, great, 422).errors()[0]
    great["risk_action_owner"] = "Eva Ek"
    assert "när åtgärden" in convener.post(address, great, 422).errors()[0]
    convener.post(address, {**great, "risk_action_due": "2026-12-01"})
    assert "Delar upp upphandlingen" in convener.get(f"/it/2026/mal/{goal.id}").text


@pytest.mark.parametrize("likelihood", ["5", "0", "-1", "fyra"])
def test_a_risk_is_on_the_scale(goal, convener, likelihood):
    form = words(goal, risk_likelihood=likelihood)
    page = convener.post(f"/it/2026/mal/{goal.id}/andra", form, 422)
    assert page.errors() == ["Välj bland det som står i listan."]


def test_a_stale_goal_shows_both_texts_though_only_what_it_serves_changed(goal, convener):
    convener.get(f"/it/2026/mal/{goal.id}/andra")
    address, stale = f"/it/2026/mal/{goal.id}/andra", words(goal)
    convener.post(address, {**stale, "serves_ids": ["1"]})
    assert latest().endswith("Knöt målet till övergripande mål 1")
    page = convener.post(address, {**stale, "text": "Ett annat mål"}, 409)
    assert page.words("//table//tbody/tr/td") == [
        "Minst fyra kommuner delar system",
        "Ett annat mål",
        "1. Utveckla regionen",
        "tomt",
    ]


def test_only_a_draft_forgets_a_goal_and_keeps_its_activities(it, goal, indicator, convener):
    kept = factories.activity(goal.plan, "Upphandla", goals=[goal])
    convener.get(f"/it/2026/mal/{goal.id}/ta-bort")
    convener.post(f"/it/2026/mal/{goal.id}/ta-bort")
    assert db.session.query(Goal).count() == 0
    assert kept.goals == []
    accepted = factories.goal(factories.plan(it, 2025))
    convener.post(f"/it/2025/mal/{accepted.id}/ta-bort", status=422)


def test_an_indicator_is_added_and_changed(goal, convener):
    convener.get(f"/it/2026/mal/{goal.id}/indikator/ny")
    form = {
        "name": "Nöjda besökare",
        "unit": "%",
        "baseline": "60",
        "target": "70,5",
        "direction": "up",
        "reckoning": "points",
    }
    convener.post(f"/it/2026/mal/{goal.id}/indikator/ny", form)
    indicator = db.session.query(Indicator).one()
    assert (indicator.baseline, indicator.target) == (Decimal(60), Decimal("70.5"))
    address = f"/it/2026/mal/{goal.id}/indikator/{indicator.id}/andra"
    assert convener.get(address).all("//input[@name='target']/@value") == ["70,5"]
    convener.post(address, {**form, "target": "1 234,5", "version": indicator.version})
    assert indicator.target == Decimal("1234.5")
    assert latest() == "Indikatorn ”Nöjda besökare”: Ändrade målvärdet från ”70,5” till ”1 234,5”"
    stale = {**form, "target": "80", "version": "1"}
    page = convener.post(address, stale, 409)
    assert page.words("//table//tbody/tr/td") == ["1 234,5", "80"]


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("mycket", "Skriv ett tal, till exempel 12,5."),
        ("NaN", "Skriv ett tal, till exempel 12,5."),
        ("1" + "0" * 40, "Talet är för stort. Välj en större enhet."),
    ],
)
def test_a_figure_is_a_figure(goal, convener, target, sentence):
    form = {"name": "X", "target": target, "direction": "up", "reckoning": "level"}
    page = convener.post(f"/it/2026/mal/{goal.id}/indikator/ny", form, 422)
    assert page.errors() == [sentence]
    assert page.all("//input[@name='target']/@value") == [target]


def test_a_measurement_is_noted_and_corrected(goal, indicator, convener):
    address = f"/it/2026/mal/{goal.id}/indikator/{indicator.id}/matning"
    convener.get(address)
    form = {"measured_on": "2026-11-01", "value": "0", "municipality_id": ""}
    convener.post(address, form)
    assert latest() == "Mätte ”Kommuner” 1 november 2026: 0 st"
    convener.post(address, {**form, "value": "3"})
    assert [m.value for m in db.session.query(Measurement)] == [Decimal(3)]
    assert latest() == "Rättade mätningen av ”Kommuner” 1 november 2026: 3 st"
    place = factories.municipality("umea")
    convener.post(address, {**form, "value": "2", "municipality_id": str(place.id)})
    assert db.session.query(Measurement).count() == 2
    page = convener.get(f"/it/2026/mal/{goal.id}")
    assert page.words("//table[caption='Kommuner i kommunerna']//tr") == [
        "Umeå 1 november 2026 2 st"
    ]


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"measured_on": "2027-01-01"}, "Mätningens dag kan inte ligga i framtiden."),
        ({"measured_on": ""}, "Ange vilken dag mätningen gäller."),
        ({"value": ""}, "Skriv värdet."),
        ({"municipality_id": "999"}, "Välj bland det som står i listan."),
    ],
)
def test_a_measurement_needs_day_and_value(goal, indicator, convener, values, sentence):
    form = {"measured_on": "2026-11-01", "value": "3", "municipality_id": "", **values}
    address = f"/it/2026/mal/{goal.id}/indikator/{indicator.id}/matning"
    assert convener.post(address, form, 422).errors() == [sentence]


def judged(version, **values):
    usual = {"forecast": "hard", "outcome": "missing", "trend": "", "comment": ""}
    return {"version": version, **usual, **values}


def test_a_goal_is_judged_in_a_period(goal, period, convener):
    address = f"/it/2026/mal/{goal.id}/bedomning/{period.id}"
    convener.get(address)
    convener.post(address, judged(0, trend="down", comment="Två kommuner tvekar"))
    judgement = db.session.query(Judgement).one()
    assert (judgement.forecast, judgement.outcome) == (Forecast.HARD, Outcome.MISSING)
    assert judgement.trend is Trend.DOWN
    assert latest() == (
        "Tertial 1, målet ”Minst fyra kommuner delar system”: "
        "prognosen är ”Blir svårt att uppnå”, trenden är ”Nedåt”"
    )
    assert "Två kommuner tvekar" in convener.get(f"/it/2026/mal/{goal.id}").text
    assert "Blir svårt att uppnå" in convener.get("/it/2026/").text


def test_two_who_judge_at_once_see_each_others(goal, period, convener):
    address = f"/it/2026/mal/{goal.id}/bedomning/{period.id}"
    convener.post(address, judged(0))
    page = convener.post(address, judged(0, forecast="reachable"), 409)
    assert page.words("//table//tbody/tr/td") == ["Blir svårt att uppnå", "Kan uppnås"]
    (version,) = page.all("//main//form//input[@name='version']/@value")
    convener.post(address, judged(version, forecast="reachable"))
    assert db.session.query(Judgement).one().forecast is Forecast.REACHABLE


def test_a_period_of_another_year_is_not_found(goal, region, convener):
    follow_ups.open_year(region, 2025)
    other = db.session.query(FollowUpPeriod).filter_by(year=2025, key="t1").one()
    convener.get(f"/it/2026/mal/{goal.id}/bedomning/{other.id}", 404)


def test_a_goal_of_another_group_is_not_reached_through_this_address(goal, convener):
    other = factories.goal(factories.plan(factories.group("webb")))
    for part in ("", "/andra", "/ta-bort", "/indikator/ny"):
        convener.get(f"/it/2026/mal/{other.id}{part}", 404)


def test_a_member_neither_judges_nor_measures(goal, indicator, period, reader):
    reader.get(f"/it/2026/mal/{goal.id}/bedomning/{period.id}", 403)
    reader.get(f"/it/2026/mal/{goal.id}/indikator/{indicator.id}/matning", 403)
    page = reader.get(f"/it/2026/mal/{goal.id}")
    assert not page.all("//a[contains(@href, 'bedomning') or contains(@href, 'matning')]")


def test_the_latest_judgement_is_the_one_of_the_latest_period(goal, region, reader, period):
    autumn = db.session.query(FollowUpPeriod).filter_by(key="delar", year=YEAR).one()
    for when, forecast in ((autumn, Forecast.REACHABLE), (period, Forecast.HARD)):
        db.session.add(Judgement(goal_id=goal.id, period_id=when.id, forecast=forecast, set_at=NOW))
    head = reader.get(f"/it/2026/mal/{goal.id}").words("//div[@class='page-head']")[0]
    assert "Kan uppnås" in head
    assert TODAY.year == YEAR
