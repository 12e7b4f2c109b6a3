"""A person makes a calendar, and a real calendar library reads it back."""

import re
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from sqlalchemy import select

from regionhub.domain.permissions import Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Activity, Change, FeedToken
from tests.support import factories
from tests.support.clock import NOW, YEAR
from tests.support.queries import counted


def address_on(page):
    return re.search(r"/kalender/[\w-]+\.ics", page.all("//input[@id='copy']/@value")[0]).group()


def make_feed(person, **choice):
    return address_on(person.post("/kalender/", {"scope": "own", **choice}, 200))


def events(browse, address):
    feed = browse().get(address).response
    assert feed.content_type == "text/calendar; charset=utf-8"
    return {str(e["summary"]): e for e in Calendar.from_ical(feed.data).walk("VEVENT")}


@pytest.mark.parametrize(
    ("who", "proposed"),
    [
        (factories.member, ["own", "it", "umea"]),
        (
            lambda _it, umea: factories.account(role=Role.CHIEF, municipality=umea),
            ["municipality", "", "umea"],
        ),
        (lambda *_: factories.account(role=Role.OFFICE), ["region", "", ""]),
    ],
)
def test_what_each_most_likely_wants_is_proposed(who, proposed, region, browse):
    page = browse(who(factories.group("it"), factories.municipality("umea"))).get("/kalender/")
    chosen = page.all("//input[@name='scope'][@checked]/@value")
    for name in ("group", "municipality"):
        chosen += page.all(f"//select[@name='{name}']/option[@selected]/@value")
    assert chosen == proposed


def test_a_group_feed_holds_its_deadlines_as_whole_days(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, "Byt växel", when=f"{YEAR}-12-15")
    factories.activity(plan, "Löpande stöd", when="löpande")
    factories.activity(factories.plan(factories.group("webb")), "Annan grupp", when="31 december")
    address = make_feed(browse(factories.account()), scope="group", group="it")
    found = events(browse, address)
    assert list(found) == ["Byt växel"]
    event = found["Byt växel"]
    assert event.decoded("dtstart") == date(YEAR, 12, 15)
    assert event.decoded("dtend") == date(YEAR, 12, 16)
    assert f"/it/{YEAR}/aktivitet/" in event["url"]


def test_own_feed_holds_what_i_own_and_my_municipalitys_cells(region, browse):
    group = factories.group("it")
    member = factories.member(group, factories.municipality("vindeln"))
    plan = factories.plan(group)
    factories.activity(plan, "Min", when="31 december", owner=member.person)
    factories.cells(factories.activity(plan, "Vår", when="31 december"), "vindeln", "umea")
    factories.cells(factories.activity(plan, "Deras", when="31 december"), "umea")
    factories.activity(plan, "Någon annans", when="31 december")
    assert set(events(browse, make_feed(browse(member)))) == {"Min", "Vår"}


def test_a_municipality_feed_holds_its_cells_and_its_peoples_activities(region, browse):
    plan = factories.plan(factories.group("it"))
    vindeln = factories.municipality("vindeln")
    owner = factories.person("Ola", municipality_id=vindeln.id)
    factories.cells(factories.activity(plan, "Cell", when="31 december"), "vindeln")
    factories.activity(plan, "Olas", when="31 december", owner=owner)
    factories.activity(plan, "Utanför", when="31 december")
    address = make_feed(browse(factories.account()), scope="municipality", municipality="vindeln")
    assert set(events(browse, address)) == {"Cell", "Olas"}


def test_a_cell_with_its_own_time_has_its_own_event(region, browse):
    plan = factories.plan(factories.group("it"))
    row = factories.activity(plan, "Fiber", when="31 december")
    cell = factories.cells(row, "vindeln")[0]
    cell.when = factories.read("1 december", year=YEAR)
    address = make_feed(browse(factories.account()), scope="region")
    found = events(browse, address)
    assert found["Fiber – Vindeln"].decoded("dtstart") == date(YEAR, 12, 1)
    assert found["Fiber"]["uid"] != found["Fiber – Vindeln"]["uid"]


def test_drafts_and_older_years_are_not_in_it(region, browse):
    it = factories.group("it")
    factories.activity(factories.plan(it, YEAR - 2), "Gammal", when="31 december")
    factories.activity(factories.plan(it, YEAR - 1), "I fjol", when="31 december")
    draft = factories.plan(it, YEAR, state=PlanState.DRAFT, accepted_on=None)
    factories.activity(draft, "Utkast", when="31 december")
    address = make_feed(browse(factories.account()), scope="region")
    assert set(events(browse, address)) == {"I fjol"}


def test_what_is_dropped_is_cancelled_for_thirty_days(region, browse):
    plan = factories.plan(factories.group("it"))
    dropped = {"when": "31 december", "status": Status.DROPPED}
    factories.activity(plan, "Nyss", **dropped)
    factories.activity(plan, "Länge sedan", **dropped).updated_at = NOW - timedelta(days=31)
    found = events(browse, make_feed(browse(factories.account()), scope="region"))
    assert list(found) == ["INSTÄLLD: Nyss"]
    assert found["INSTÄLLD: Nyss"]["status"] == "CANCELLED"


def test_an_update_keeps_the_uid_and_raises_the_sequence(region, browse):
    plan = factories.plan(factories.group("it"))
    row = factories.activity(plan, "Byt växel", when="31 december")
    address = make_feed(browse(factories.account()), scope="region")
    before = events(browse, address)["Byt växel"]
    db.session.get(Activity, row.id).status = Status.DONE
    region.revision += 1
    after = events(browse, address)["Klar: Byt växel"]
    assert after["uid"] == before["uid"]
    assert after["sequence"] == before["sequence"] + 1


def test_an_unchanged_feed_costs_one_query_and_a_write_renews_it(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, when="31 december")
    address = make_feed(browse(factories.account()), scope="region")
    tag = browse().get(address).response.headers["ETag"]
    visitor = browse()
    with counted() as sent:
        again = visitor.get(address, 304, headers={"If-None-Match": tag})
    assert again.response.data == b""
    assert len(sent) == 1, sent
    region.revision += 1
    assert visitor.get(address, headers={"If-None-Match": tag}).response.data


def test_a_feed_that_is_made_costs_one_query_until_something_changes(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, "Byt växel", when="31 december")
    address = make_feed(browse(factories.account()), scope="region")
    visitor = browse()
    assert set(events(browse, address)) == {"Byt växel"}
    with counted() as sent:
        visitor.get(address)
    assert len(sent) == 1, sent
    factories.activity(plan, "Byt router", when="31 december")
    region.revision += 1
    assert set(events(browse, address)) == {"Byt växel", "Byt router"}


def test_the_address_is_shown_once_stored_hashed_and_can_be_revoked(region, browse):
    person = browse(factories.account())
    address = make_feed(person)
    secret = address.removeprefix("/kalender/").removesuffix(".ics")
    page = person.get("/kalender/")
    assert secret not in page.response.get_data(as_text=True)
    feed = db.session.scalars(select(FeedToken)).one()
    assert secret not in repr(vars(feed))
    assert not any(secret in c.sentence for c in db.session.scalars(select(Change)))
    asked = person.get(person.get("/kalender/").all("//tbody//a/@href")[0])
    assert "slutar gälla på en gång" in asked.text
    browse().get(address)
    person.post(f"/kalender/{feed.id}/ta-bort")
    assert "gäller inte längre" in browse().get(address, 404).text


def test_nobody_revokes_anothers_calendar(region, browse):
    address = make_feed(browse(factories.account()))
    feed = db.session.scalars(select(FeedToken)).one()
    browse(factories.account()).get(f"/kalender/{feed.id}/ta-bort", 404)
    browse(factories.account()).post(f"/kalender/{feed.id}/ta-bort", status=404)
    browse().get(address)


def test_a_closed_account_has_no_calendar(region, browse):
    account = factories.account()
    address = make_feed(browse(account))
    account.active = False
    browse().get(address, 404)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        ({"scope": "group"}, "Välj vilken grupp kalendern ska gälla."),
        ({"scope": "municipality"}, "Välj vilken kommun kalendern ska gälla."),
    ],
)
def test_a_scope_without_its_choice_says_what_is_missing(region, browse, choice, said):
    page = browse(factories.account()).post("/kalender/", choice, 422)
    assert page.errors() == [said]


def test_an_invented_scope_is_refused(region, browse):
    browse(factories.account()).post("/kalender/", {"scope": "allt"}, 422)


def test_queries_do_not_grow_with_the_feed(region, browse):
    plan = factories.plan(factories.group("it"))
    address = make_feed(browse(factories.account()), scope="region")

    def queries():
        region.revision += 1
        visitor = browse()
        with counted() as sent:
            visitor.get(address)
        return len(sent)

    factories.cells(factories.activity(plan, when="31 december"))
    few = queries()
    for _ in range(20):
        factories.cells(factories.activity(plan, when="31 december"))
    assert queries() == few
