"""A year's way: a document read in, worked with, and followed by a newer one that changes all."""

import io
from datetime import date

import pytest

from regionhub.domain.followup import Forecast
from regionhub.domain.permissions import GroupRole
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Change,
    FollowUpPeriod,
    Judgement,
    Membership,
    Person,
    WorkPlan,
)
from regionhub.services import changes
from tests.support import factories
from tests.support.at_once import at_once
from tests.support.clock import NOW, TODAY
from tests.support.forms import filled

UPLOAD = "/it/2026/las-in"
OLDER = """# Verksamhetsplan 2026 för IT-gruppen

Kontaktperson: Alva Ek, Umeå kommun, IT-chef, 090-12 34 56, alva@example.org

Arbetsgruppens medlemmar:

- Bo Gran, Vindelns kommun
- Cia Dal, Vännäs kommun

## Verksamhetsområde

Bredband och telefoni

## Avsikt/Syfte

- Utveckla regionen: Fiber i alla byar
- Effektivisera: Dela system och inköp

## Mål 2026

- Minst fyra kommuner delar system

| Aktivitet | Klart | Ansvarig |
|---|---|---|
| Byt växel i kommunerna | Vecka 44 | Alva Ek |
| Mäta täckningen | Juni – augusti | Hela gruppen |
| Studiebesök | maj | Bo Gran |

## Ekonomi

Alla kommuner delar lika på kostnaden.
"""
NEWER = (
    OLDER.replace("- Cia Dal, Vännäs kommun", "- Dan Al, Nordmalings kommun")
    .replace("- Bo Gran, Vindelns kommun", "- Bo Gran, Vindelns kommun, 0933-1 00")
    .replace("Bredband och telefoni", "Bredband, telefoni och drift")
    .replace("Utveckla regionen: Fiber", "Utveckla regionen: Mobiltäckning")
    .replace("| Byt växel", "| Byta växel")
    .replace("Juni – augusti", "Juni – september")
    .replace("| Studiebesök | maj | Bo Gran |", "| Utbilda växelpersonal | maj | Dan Al |")
    .replace("delar lika på kostnaden.", "delar kostnaden efter folkmängd.")
)


@pytest.fixture
def read_in(convener):
    """The plan as the first document made it."""
    review = send(convener, OLDER)
    convener.post(review, {**filled(convener.get(review), review), "lay_in": "1"})
    return db.session.query(WorkPlan).one()


def send(browser, text):
    """Send a document in; returns the address of its review."""
    file = {"file": (io.BytesIO(text.encode()), "plan.md")}
    return browser.post(UPLOAD, file).location


def compare(browser, text):
    """Go past the review to the comparison; returns its address."""
    review = send(browser, text)
    page = browser.get(review)
    return browser.post(review, {**filled(page, review), "lay_in": "1"}).location


def choose(browser, address, *labels):
    """Lay in the differences whose labels begin so; without labels what is proposed."""
    page = browser.get(address)
    form = filled(page, address)
    if labels:
        form["chosen"] = [
            box
            for box in page.all("//input[@name='chosen']/@value")
            if page.words(f"//label[@for='{box}']")[0].startswith(labels)
        ]
        assert len(form["chosen"]) == len(labels)
    return browser.post(address, form)


def labels(page, *, ticked):
    wanted = "@checked" if ticked else "not(@checked)"
    return page.words(f"//input[@name='chosen'][{wanted}]/following-sibling::label")


def held(name):
    """The places of somebody in the group: role, municipality, first and last day."""
    places = db.session.query(Membership).join(Membership.person).filter(Person.name == name)
    return [(p.role, p.municipality.key, p.starts, p.ends) for p in places]


def sentences():
    """What the log has said of the last save, in its order."""
    lines = db.session.query(Change).order_by(Change.id).all()
    return [line.sentence for line in lines if line.batch == lines[-1].batch]


def test_all_that_the_document_says_otherwise_is_told(convener, read_in):
    page = convener.get(compare(convener, NEWER))
    assert labels(page, ticked=True) == [
        "Ledamot: Dan Al, Nordmaling",
        "Aktivitet: Utbilda växelpersonal",
        "Verksamhetsområde",
        "Avsikt: Utveckla regionen: Mobiltäckning i alla byar",
        "Ledamot: Bo Gran, Vindeln",
        "Aktivitet: Byta växel i kommunerna",
        "Aktivitet: Mäta täckningen",
        "Anmärkning: Alla kommuner delar kostnaden efter folkmängd.",
    ]
    assert labels(page, ticked=False) == [
        "Aktivitet: Studiebesök",
        "Ledamot: Cia Dal, Vännäs",
        "Sammankallande: " + db.session.query(Account).one().person.name,
    ]
    for words in (
        "Text: Bredband och telefoni → Bredband, telefoni och drift",
        "Ny person. Får en plats i gruppen 1 januari 2026–31 december 2026.",
        "Telefon: inget → 0933-1 00",
        "Platsen slutar 23 november 2026.",
    ):
        assert words in page.text


def test_what_is_chosen_comes_in_and_all_else_of_the_year_stays(convener, read_in, region):
    growing, measured, _visit = read_in.activities
    growing.status, growing.last_comment, growing.last_heard_at = Status.DONE, "Klart!", NOW
    cell = factories.cells(measured, "umea")[0]
    cell.status, cell.comment = Status.IN_PROGRESS, "Halvvägs"
    period = db.session.query(FollowUpPeriod).filter_by(key="t1").one()
    judged = {"goal_id": read_in.goals[0].id, "period_id": period.id, "set_at": NOW}
    db.session.add(Judgement(**judged, forecast=Forecast.HARD, comment="Trögt"))
    before = len(changes.of_plan(read_in.id))

    choose(
        convener,
        compare(convener, NEWER),
        "Verksamhetsområde",
        "Aktivitet: Byta",
        "Aktivitet: Mäta",
        "Aktivitet: Utbilda",
        "Ledamot: Dan Al",
        "Anmärkning",
    )
    plan = db.session.query(WorkPlan).one()
    assert plan.area == "Bredband, telefoni och drift"
    assert plan.remarks == "Ekonomi\nAlla kommuner delar kostnaden efter folkmängd."
    assert plan.purposes[0].text.endswith("Fiber i alla byar")
    assert [(a.title, a.status, a.last_comment) for a in plan.activities] == [
        ("Byta växel i kommunerna", Status.DONE, "Klart!"),
        ("Mäta täckningen", Status.IN_PROGRESS, ""),
        ("Studiebesök", Status.NOT_STARTED, ""),
        ("Utbilda växelpersonal", Status.NOT_STARTED, ""),
    ]
    growing, measured, _visit, added = plan.activities
    assert measured.when_end == date(2026, 9, 30)
    assert [(c.status, c.comment) for c in measured.cells] == [(Status.IN_PROGRESS, "Halvvägs")]
    assert added.owners[0].person.name == "Dan Al"
    assert db.session.query(Judgement).one().comment == "Trögt"
    assert [held(name) for name in ("Dan Al", "Cia Dal")] == [
        [(GroupRole.MEMBER, "nordmaling", date(2026, 1, 1), date(2026, 12, 31))],
        [(GroupRole.MEMBER, "vannas", date(2026, 1, 1), date(2026, 12, 31))],
    ]
    assert sentences() == [
        "Dan Al blev ledamot i IT-gruppen för Nordmaling från 1 januari 2026",
        "Ändrade verksamhetsområdet från ”Bredband och telefoni” till "
        "”Bredband, telefoni och drift”",
        "Ändrade anmärkningen ”Alla kommuner delar kostnaden efter folkmängd.”",
        "Ändrade rubriken från ”Byt växel i kommunerna” till ”Byta växel i kommunerna”",
        "Flyttade slutdatum från 31 augusti 2026 till 30 september 2026",
        "Lade till aktiviteten ”Utbilda växelpersonal”",
        "Läste in en ny version av planen från plan.md",
    ]
    assert len(changes.of_plan(plan.id)) == before + 6
    assert [document.filename for document in plan.documents] == ["plan.md", "plan.md"]


def test_once_all_is_chosen_nothing_is_new(convener, read_in):
    address = compare(convener, NEWER)
    choose(convener, address)
    again = compare(convener, f"{NEWER}\n")
    page = convener.get(again)
    assert "Dokumentet har inget nytt." in page.text
    assert labels(page, ticked=True) == []
    choose(convener, again, "Aktivitet: Studiebesök", "Sammankallande", "Ledamot: Cia")
    page = convener.get("/it/2026/")
    assert "Studiebesök" not in page.words("//tbody//th")


def test_a_place_ends_and_stays_in_its_history(convener, read_in):
    choose(convener, compare(convener, NEWER), "Ledamot: Cia Dal")
    assert held("Cia Dal") == [(GroupRole.MEMBER, "vannas", date(2026, 1, 1), TODAY)]
    assert sentences()[0] == (
        "Cia Dal i IT-gruppen: Ändrade sista dag från ”31 december 2026” till ”23 november 2026”"
    )


def test_a_place_in_next_years_plan_that_has_not_begun_is_taken_back(convener, region):
    for address in (UPLOAD, UPLOAD.replace("2026", "2027")):
        text = OLDER.replace("2026", address[4:8])
        file = {"file": (io.BytesIO(text.encode()), "plan.md")}
        review = convener.post(address, file).location
        convener.post(review, {**filled(convener.get(review), review), "lay_in": "1"})
    file = {"file": (io.BytesIO(NEWER.replace("2026", "2027").encode()), "plan.md")}
    review = convener.post(UPLOAD.replace("2026", "2027"), file).location
    address = convener.post(
        review, {**filled(convener.get(review), review), "lay_in": "1"}
    ).location
    assert "Platsen har inte börjat gälla och tas bort." in convener.get(address).text
    choose(convener, address, "Ledamot: Cia Dal")
    assert held("Cia Dal") == [(GroupRole.MEMBER, "vannas", date(2026, 1, 1), date(2026, 12, 31))]
    assert sentences()[0] == "Cia Dal blir inte ledamot i IT-gruppen för Vännäs"


def test_a_known_person_is_found_and_gets_what_is_missing_only(convener, read_in):
    known = factories.person(
        "Dan Al", phone="0930-1", municipality=factories.municipality("nordmaling")
    )
    told = NEWER.replace("Nordmalings kommun", "Nordmalings kommun, IT-chef, 0930-2 22")
    address = compare(convener, told)
    assert "Finns redan: Dan Al, Nordmaling." in convener.get(address).text
    choose(convener, address, "Ledamot: Dan Al")
    assert db.session.query(Person).filter_by(name="Dan Al").one().id == known.id
    assert (known.phone, known.title) == ("0930-1", "IT-chef")


def test_a_member_who_becomes_contact_changes_role(convener, read_in):
    told = OLDER.replace("Alva Ek, Umeå kommun, IT-chef, 090-12 34 56, alva@", "Bo Gran, bo@")
    page = convener.get(address := compare(convener, told))
    assert "Roll: Ledamot → Kontaktperson" in page.text
    choose(convener, address, "Kontaktperson: Bo Gran")
    assert [place[:2] for place in held("Bo Gran")] == [(GroupRole.CONTACT, "vindeln")]
    assert db.session.query(Person).filter_by(name="Bo Gran").one().email == "bo@example.org"


def test_a_purpose_is_added_and_taken_away(convener, read_in):
    told = OLDER.replace("- Effektivisera: Dela system och inköp", "- Förankra: Fråga alla")
    choose(convener, compare(convener, told), "Avsikt: Effektivisera", "Avsikt: Förankra")
    purposes = db.session.query(WorkPlan).one().purposes
    assert [purpose.text.partition(":")[0] for purpose in purposes] == [
        "Utveckla regionen",
        "Förankra",
    ]
    assert sentences()[:2] == [
        "Lade till avsikten ”Förankra: Fråga alla”",
        "Tog bort avsikten ”Effektivisera: Dela system och inköp”",
    ]


def test_a_document_that_lacks_area_and_remarks_takes_them_away_only_if_chosen(convener, read_in):
    told = NEWER.replace("## Verksamhetsområde\n\nBredband, telefoni och drift\n\n", "")
    told = told.partition("## Ekonomi")[0]
    address = compare(convener, told)
    gone = labels(convener.get(address), ticked=False)
    assert "Verksamhetsområde: Bredband och telefoni" in gone
    assert "Anmärkning: Ekonomi Alla kommuner delar lika på kostnaden." in gone
    choose(convener, address, "Verksamhetsområde", "Anmärkning")
    plan = db.session.query(WorkPlan).one()
    assert (plan.area, plan.remarks) == ("", "")


def test_in_an_accepted_plan_a_new_member_begins_the_day_of_the_revision(convener, read_in):
    read_in.state = PlanState.ACCEPTED
    address = compare(convener, NEWER)
    page = convener.get(address)
    assert "Avförs, med samma skäl som revisionen." in page.text
    convener.post(address, {**filled(page, address), "reason": "Nytt uppdrag"})
    assert held("Dan Al")[0][2:] == (TODAY, date(2026, 12, 31))
    plan = db.session.query(WorkPlan).one()
    assert [revision.reason for revision in plan.revisions] == ["Nytt uppdrag"]


def test_a_place_that_was_given_meanwhile_shows_the_page_anew(convener, read_in):
    address = compare(convener, NEWER)
    form = filled(convener.get(address), address)
    factories.seat(factories.person("Eva Ny"), read_in.group)
    page = convener.post(address, form, status=409)
    assert "Planen har ändrats sedan du öppnade sidan." in page.errors()
    assert "Ledamot: Eva Ny" in labels(page, ticked=False)
    assert held("Dan Al") == []


def test_a_refusal_saves_nothing_and_shows_what_was_chosen(convener, read_in):
    read_in.state = PlanState.ACCEPTED
    address = compare(convener, NEWER)
    page = convener.get(address)
    refused = convener.post(address, {**filled(page, address), "reason": ""}, status=422)
    assert refused.errors() == ["Skriv varför den antagna planen ändras."]
    assert labels(refused, ticked=True) == labels(page, ticked=True)
    assert held("Dan Al") == []


def test_two_who_read_the_same_file_keep_it_once(convener, office, read_in):
    mine, theirs = compare(convener, NEWER), compare(office, NEWER)
    choose(convener, mine, "Verksamhetsområde")
    choose(office, theirs, "Ledamot: Dan Al")
    assert len(db.session.query(WorkPlan).one().documents) == 2
    assert db.session.query(Activity).count() == 3


def test_two_who_lay_in_the_same_changes_at_once_make_them_once(convener, office, read_in):
    both = (convener, office)
    told = OLDER.replace("| Studiebesök", "| Fira | december | Hela gruppen |\n| Studiebesök")
    addresses = [compare(browser, told) for browser in both]
    forms = [filled(b.get(a), a) for b, a in zip(both, addresses, strict=True)]
    assert at_once(both, addresses, forms) == [302, 409]
    titles = [activity.title for activity in db.session.query(WorkPlan).one().activities]
    assert titles.count("Fira") == 1
