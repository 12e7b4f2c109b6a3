from datetime import UTC, date, datetime

import pytest

from regionhub.blueprints import registry
from regionhub.domain.followup import Forecast, Outcome
from regionhub.domain.permissions import Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import FollowUpPeriod, Judgement, Report
from regionhub.services import overview
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted


def chief():
    return factories.account(role=Role.CHIEF, municipality=factories.municipality("umea"))


def row_of(page, group):
    cells = page.all(f"//tr[th/a[contains(., '{group}')]][td[@class='number']]")[0]
    return [" ".join(td.text_content().split()) for td in cells.xpath("./td")]


def test_says_first_how_the_year_goes(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, when="31 december", status=Status.DONE)
    factories.activity(plan, when="31 mars", status=Status.IN_PROGRESS, last_heard_at=NOW)
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert page.h1 == f"Provregionen {YEAR}"
    assert "1 av 2 aktiviteter är genomförda (50 %). 1 är försenad, ingen är tyst." in page.text


def test_counts_each_group_and_lists_what_is_late_first(region, browse):
    it, webb = factories.plan(factories.group("it")), factories.plan(factories.group("webb"))
    factories.goal(it)
    factories.activity(it, "Sedan länge sen", when="31 mars", last_heard_at=NOW)
    factories.activity(it, "Nyss sen", when="31 oktober", last_heard_at=NOW)
    long_ago = datetime(2026, 2, 1, tzinfo=UTC)
    factories.activity(webb, "Tyst", when="löpande", last_heard_at=long_ago)
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert row_of(page, "IT-gruppen")[1:6] == ["1", "2", "0", "2", "0"]
    listed = page.words("//section[@aria-labelledby='uppmarksamhet']//tbody/tr/th")
    assert listed == ["Sedan länge sen", "Nyss sen", "Tyst"]


def test_names_the_groups_without_plan_and_those_that_wait_for_a_decision(region, browse):
    for declared in registry.GROUPS:
        if declared.key not in ("kultur", "webb"):
            factories.activity(factories.plan(factories.group(declared.key)), status=Status.DONE)
    factories.plan(factories.group("webb"), state=PlanState.SUBMITTED, accepted_on=None)
    said = browse(chief()).get(f"/oversikt/{YEAR}/").words("//section[1]//li")
    assert said == [
        "Webbgruppen: planen är inskickad och väntar på beslut.",
        f"Kulturgruppen: ingen verksamhetsplan för {YEAR}.",
    ]


def judged(goal, month, **values):
    """A judgement of a goal in a follow-up period that ends in that month."""
    day = date(YEAR, month, 28)
    key = f"M{month}"
    period = db.session.query(FollowUpPeriod).filter_by(key=key).one_or_none()
    if period is None:
        region_id = goal.plan.group.region_id
        period = FollowUpPeriod(
            region_id=region_id, year=YEAR, key=key, name=key, as_of=day, due=day
        )
        db.session.add(period)
        db.session.flush()
    db.session.add(Judgement(goal_id=goal.id, period_id=period.id, set_at=NOW, **values))
    db.session.flush()


def test_names_the_groups_whose_report_waits_to_be_approved(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, status=Status.DONE)
    db.session.add(Report(plan_id=plan.id, state=ReportState.SUBMITTED, created_at=NOW))
    db.session.flush()
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert page.words("//section[1]//li")[0] == (
        "IT-gruppen: verksamhetsberättelsen är inskickad och väntar på att godkännas."
    )
    assert page.all(f"//section[1]//a[@href='/it/{YEAR}/verksamhetsberattelse']")


def test_how_a_goal_went_counts_before_how_it_was_thought_to_go(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan)
    ended, running = factories.goal(plan, "Reservkraft"), factories.goal(plan, "Bredband")
    for goal in (ended, running):
        judged(goal, 8, forecast=Forecast.HARD)
    assert "Målen efter prognos" in browse(chief()).get(f"/oversikt/{YEAR}/").text
    judged(ended, 12, outcome=Outcome.FULFILLED)
    region.revision += 1
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert page.words("//h2[@id='mal']") == ["Målen efter måluppfyllelse"]
    assert page.words("//section[@aria-labelledby='mal']//summary") == [
        "● Helt uppfyllt: 1 mål",
        "▼ Blir svårt att uppnå: 1 mål",
    ]
    assert page.words("//h3/following-sibling::ul[1]/li/a") == ["Bredband"]


def test_shows_the_latest_forecast_of_each_goal(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan)
    goal = factories.goal(plan, "Alla kommuner har reservkraft")
    judged(goal, 4, forecast=Forecast.REACHABLE)
    judged(goal, 8, forecast=Forecast.HARD)
    found = overview.of_year(region, YEAR, today=TODAY)
    assert [(g.forecast, g.period) for g in found.goals] == [(Forecast.HARD, "M8")]
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert "Blir svårt att uppnå" in page.text


def test_the_strip_rolls_up_each_municipality(region, browse):
    plan = factories.plan(factories.group("it"))
    cells = factories.cells(factories.activity(plan, when="31 mars"), last_heard_at=NOW)
    for cell in cells:
        cell.status = Status.DONE
    cells[0].status = Status.NOT_PARTICIPATING
    cells[4].status = Status.IN_PROGRESS
    page = browse(chief()).get(f"/oversikt/{YEAR}/")
    assert "4 av 6 klara; Vindeln försenad; Bjurholm deltar inte" in page.text


def test_an_empty_year_says_what_to_do(region, browse):
    assert "Ingen grupp har någon aktivitet 2031" in browse(chief()).get("/oversikt/2031/").text


def test_a_year_that_is_none_is_not_found(region, browse):
    browse(chief()).get("/oversikt/99999/", 404)


def test_queries_do_not_grow_with_years_and_activities(region, app):
    def queries():
        db.session.flush()
        db.session.expire_all()
        region.name  # noqa: B018 - loaded before counting
        with counted() as sent:
            overview.of_year(region, YEAR, today=TODAY)
        return len(sent)

    plan = factories.plan(factories.group("it"))
    factories.cells(factories.activity(plan, when="31 mars"))
    few = queries()
    for years_ago in range(1, 10):
        for key in ("it", "webb"):
            old = factories.plan(factories.group(key), YEAR - years_ago)
            for _ in range(5):
                factories.cells(factories.activity(old, when="31 mars"))
    for _ in range(30):
        factories.activity(plan, when="31 mars")
    assert queries() == few


def test_an_unchanged_page_costs_one_query_and_a_write_renews_it(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan)
    person = browse(chief())
    first = person.get(f"/oversikt/{YEAR}/")
    tag = first.response.headers["ETag"]
    assert first.response.headers["Cache-Control"] == "private, no-cache"
    with counted() as sent:
        again = person.get(f"/oversikt/{YEAR}/", 304, headers={"If-None-Match": tag})
    assert again.response.data == b""
    assert len(sent) == 1, sent
    region.revision += 1
    renewed = person.get(f"/oversikt/{YEAR}/", headers={"If-None-Match": tag})
    assert renewed.response.headers["ETag"] != tag


def test_a_tag_that_a_proxy_has_weakened_is_known_again(region, browse):
    person = browse(chief())
    tag = person.get(f"/oversikt/{YEAR}/").response.headers["ETag"]
    sent = {"If-None-Match": f'"another", W/{tag}'}
    person.get(f"/oversikt/{YEAR}/", 304, headers=sent)


@pytest.mark.parametrize("page", ["", "forsenade-och-tysta"])
def test_a_page_that_is_made_costs_one_query_until_something_changes(page, region, browse):
    plan = factories.plan(factories.group("it"))
    row = factories.activity(plan, "Byt växel", when="31 mars")
    address = f"/oversikt/{YEAR}/{page}"
    browse(chief()).get(address)
    person = browse(chief())
    person.get(address)
    with counted() as sent:
        assert "Byt växel" in person.get(address).text
    assert len(sent) == 1, sent
    row.title = "Byt router"
    region.revision += 1
    assert "Byt router" in person.get(address).text


def test_nobody_sees_anothers_page_through_its_tag(region, browse):
    factories.activity(factories.plan(factories.group("it")))
    tag = browse(chief()).get(f"/oversikt/{YEAR}/").response.headers["ETag"]
    other = browse(factories.account(role=Role.AUDITOR))
    assert other.get(f"/oversikt/{YEAR}/", headers={"If-None-Match": tag}).response.data
    browse().get(f"/oversikt/{YEAR}/", 302, headers={"If-None-Match": tag})


def test_everything_late_or_silent_is_listed_a_page_at_a_time(region, browse):
    plan = factories.plan(factories.group("it"))
    for number in range(55):
        factories.activity(plan, f"Sen {number:02}", when="31 mars", last_heard_at=NOW)
    person = browse(chief())
    assert "Visa alla försenade och tysta aktiviteter" in person.get(f"/oversikt/{YEAR}/").text
    address = f"/oversikt/{YEAR}/forsenade-och-tysta"
    first, last = person.get(address), person.get(f"{address}?sida=2")
    assert "55 aktiviteter behöver uppmärksamhet" in first.text
    assert len(first.words("//tbody/tr")) == 50
    assert last.words("//tbody/tr/th")[-1] == "Sen 54"
    assert person.get(f"{address}?sida=999").words("//tbody/tr/th") == last.words("//tbody/tr/th")
