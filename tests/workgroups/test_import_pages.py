"""A plan's way in from a file: sent in, looked through, laid in as a draft."""

import io

import pytest

from regionhub.domain.plan_state import PlanState
from regionhub.extensions import db
from regionhub.models import Activity, ImportReview, Membership, Person, WorkPlan
from tests.importing.samples import plans as samples
from tests.support import factories
from tests.support.forms import filled

UPLOAD = "/it/2026/las-in"


def send(browser, content, filename="plan.docx", status=302):
    """Post a file to the upload page; returns where it leads."""
    return browser.post(UPLOAD, {"file": (io.BytesIO(content), filename)}, status=status)


@pytest.fixture
def review(convener):
    """The address of a review of the sample plan."""
    return send(convener, samples.as_docx()).location


def test_a_file_is_shown_as_it_was_understood_and_nothing_is_saved(convener, review):
    page = convener.get(review)
    assert page.h1 == "Gå igenom planen"
    said = filled(page, review)
    assert said["activity-0-text"] == ["Inventera vandringsleder"]
    assert said["activity-0-when"] == ["Vecka 44"]
    assert "26 oktober–1 november 2026" in page.text
    beside = page.words("//section[@id='activity-1']//*[contains(@class, 'review-cell')]")
    assert beside == ["Skylta om rastplatser", "31 maj", "Bo Gran"]
    assert db.session.query(WorkPlan).count() == 0
    assert db.session.query(Activity).count() == 0


def test_laying_in_makes_a_plan_in_draft_with_the_file_as_its_source(convener, review):
    form = filled(convener.get(review), review, **{"activity-1-when": "juni"})
    done = convener.post(review, {**form, "lay_in": "1"})
    assert done.location == "/it/2026/"
    plan = db.session.query(WorkPlan).one()
    assert plan.state is PlanState.DRAFT
    assert [activity.when_text for activity in plan.activities] == [
        "Vecka 44",
        "juni",
        "Under hösten",
    ]
    assert plan.documents[0].content == samples.as_docx()
    assert db.session.query(ImportReview).count() == 0
    assert "Planen är inläst" in convener.get("/it/2026/").text


def test_answers_are_kept_for_another_day(convener, review):
    form = filled(convener.get(review), review, **{"activity-0-when": "v 45", "notes": "Fråga Bo"})
    assert convener.post(review, form).location == review
    said = filled(convener.get(review), review)
    assert (said["activity-0-when"], said["notes"]) == (["v 45"], ["Fråga Bo"])
    assert "plan.docx" in convener.get("/it/").text
    assert db.session.query(WorkPlan).count() == 0


def test_two_people_with_the_same_file_lose_no_answers(convener, office, review):
    mine = filled(convener.get(review), review, **{"activity-0-when": "v 45"})
    theirs = filled(office.get(review), review, **{"activity-0-when": "v 46"})
    office.post(review, theirs)
    page = convener.post(review, mine, status=409)
    assert "Ditt: v 45" in page.text
    assert "Sparat: v 46" in page.text
    again = filled(page, review)
    assert again["activity-0-when"] == ["v 45"]
    convener.post(review, again)
    assert filled(convener.get(review), review)["activity-0-when"] == ["v 45"]


def test_what_cannot_be_saved_is_said_at_its_field_and_nothing_typed_is_lost(convener, review):
    changes = {"activity-0-text": "", "activity-1-when": "juni"}
    form = filled(convener.get(review), review, **changes)
    page = convener.post(review, {**form, "lay_in": "1"}, status=422)
    assert page.errors() == ["Skriv vad som ska göras, eller ta bort aktiviteten."]
    assert page.all("//*[@aria-invalid]/@id") == ["activity-0-text"]
    again = filled(page, review, **{"activity-0-removed": True})
    assert again["activity-1-when"] == ["juni"]
    convener.post(review, {**again, "lay_in": "1"})
    assert len(db.session.query(WorkPlan).one().activities) == 2


def test_a_review_can_be_thrown_away(convener, review):
    page = convener.get(f"{review}/slang")
    convener.post(f"{review}/slang", filled(page, f"{review}/slang"))
    assert db.session.query(ImportReview).count() == 0
    convener.get(review, status=404)


def test_a_likely_person_is_asked_about_and_taken(convener, region):
    known = factories.person("Alva Eck", municipality_id=factories.municipality("vindeln").id)
    review = send(convener, samples.as_docx()).location
    page = convener.get(review)
    assert "Är Alva Ek någon som redan finns?" in page.text
    form = filled(page, review, **{"contact-0-person": str(known.id)})
    convener.post(review, {**form, "lay_in": "1"})
    assert db.session.query(Person).filter(Person.name.like("Alva%")).one().id == known.id
    seat = db.session.query(Membership).filter_by(person_id=known.id).one()
    assert seat.group.key == "it"


def test_a_plan_of_another_group_and_year_is_asked_about_first(convener, region):
    content = (
        b"# Verksamhetsplan 2025 f\xc3\xb6r kulturgruppen\n\n## M\xc3\xa5l\n\n- Fler spelningar\n"
    )
    review = send(convener, content, "plan.md").location
    page = convener.get(review)
    assert "Dokumentet tycks vara en plan för Kulturgruppen 2025." in page.text
    assert page.all("//a[contains(text(), 'där den hör hemma')]/@href") == ["/kultur/2025/las-in"]
    form = {**filled(page, review), "lay_in": "1"}
    refused = convener.post(review, form, status=422)
    assert "Svara på om dokumentet ska läsas in här" in refused.errors()[0]
    convener.post(review, {**filled(refused, review, home="here"), "lay_in": "1"})
    assert db.session.query(WorkPlan).one().year == 2026


def test_the_reading_follows_the_typing(convener, review):
    piece = convener.ask("GET", f"{review}/tid?activity-0-when=Vecka+45")
    assert "2–8 november 2026" in piece.get_data(as_text=True)


def test_another_groups_review_is_not_there(convener, review, office):
    office.get(review.replace("/it/", "/kultur/"), status=404)
    office.get(review.replace("2026", "2025"), status=404)


def test_a_plan_that_waits_for_its_decision_takes_no_file(convener, it):
    factories.plan(it, state=PlanState.SUBMITTED)
    page = send(convener, samples.as_docx(), status=422)
    assert "väntar på beslut" in page.errors()[0]
    assert db.session.query(ImportReview).count() == 0
