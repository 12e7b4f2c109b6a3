"""A plan's way: begun, described, sent in, returned, accepted, revised, closed."""

from datetime import date

import pytest

from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change, FollowUpPeriod, PlanRevision, WorkPlan
from tests.support import factories
from tests.support.clock import TODAY


def the_plan(year=2026):
    return db.session.query(WorkPlan).filter_by(year=year).one()


def sentences():
    return [change.sentence for change in db.session.query(Change).order_by(Change.id)]


def about(plan, **values):
    usual = {"version": plan.version, "area": plan.area, "remarks": plan.remarks}
    return {**usual, **values}


def test_a_convener_begins_a_plan(it, plan, convener):
    plan.area = "Gemensam IT"
    assert convener.post("/it/2027/borja").location == "/it/2027/"
    begun = the_plan(2027)
    assert begun.state is PlanState.DRAFT
    assert begun.area == "Gemensam IT"
    assert db.session.query(FollowUpPeriod).filter_by(year=2027).count() == 4
    assert sentences() == ["Började planen för 2027"]


def test_a_plan_is_begun_once_and_near_in_time(plan, convener):
    page = convener.post("/it/2026/borja", status=422)
    assert "har redan en plan för 2026" in page.text
    assert "Välj ett närmare år" in convener.post("/it/1990/borja", status=422).text


def test_only_who_may_begins_a_plan(it, reader):
    reader.post("/it/2026/borja", status=403)


def test_what_stands_about_the_group_is_written(draft, convener, region):
    form = about(
        draft,
        area="Gemensamma system\nsom delas",
        remarks="Knappt om tid 🙂 <script>alert(1)</script>",
        **{"purposes-0-text": "Billigare drift", "purposes-0-serves": "1", "purposes-1-text": ""},
    )
    convener.get("/it/2026/andra")
    convener.post("/it/2026/andra", form)
    plan = the_plan()
    assert plan.area == "Gemensamma system\nsom delas"
    assert [(p.text, [g.number for g in p.serves]) for p in plan.purposes] == [
        ("Billigare drift", [1])
    ]
    page = convener.get("/it/2026/")
    assert "<script>alert(1)</script>" in page.text
    assert not page.all("//script[contains(., 'alert')]")
    assert "Ändrade avsikterna" in sentences()[-1]


def test_saving_without_a_change_leaves_no_trace(draft, convener):
    convener.post("/it/2026/andra", about(draft))
    assert sentences() == []


def test_too_long_a_text_is_kept_in_the_form(draft, convener):
    page = convener.post("/it/2026/andra", about(draft, area="å" * 10_001), 422)
    assert page.errors() == ["Texten är 1 tecken för lång. Korta den till högst 10 000 tecken."]
    assert page.all("//textarea[@name='area']")[0].text.strip() == "å" * 10_001


def test_an_empty_plan_cannot_be_sent_in(draft, convener):
    assert "Planen är tom" in convener.post("/it/2026/skicka-in", status=422).text


def test_a_plan_is_sent_in_returned_and_accepted(draft, convener, office):
    goal = factories.goal(draft)
    asked = convener.get("/it/2026/skicka-in")
    assert "Minst fyra kommuner delar system: realistiskt, tidsatt" in asked.text
    convener.post("/it/2026/skicka-in")
    assert the_plan().state is PlanState.SUBMITTED
    assert (
        "väntar på beslut" in convener.post("/it/2026/andra", about(the_plan(), area="X"), 422).text
    )

    refused = office.post("/it/2026/atersand", {"reason": ""}, 422)
    assert refused.errors() == ["Skriv vad gruppen behöver ändra."]
    office.post("/it/2026/atersand", {"reason": "Målen saknar tid"})
    assert "Målen saknar tid" in convener.get("/it/2026/").text

    convener.post("/it/2026/skicka-in")
    office.get("/it/2026/beslut")
    office.post("/it/2026/anta", {"accepted_by": "Kommunchefsgruppen", "accepted_on": "2026-11-20"})
    plan = the_plan()
    assert plan.state is PlanState.ACCEPTED
    assert plan.accepted_on == date(2026, 11, 20)
    assert (goal.accepted_on, goal.accepted_by) == (plan.accepted_on, "Kommunchefsgruppen")
    assert sentences()[-1] == "Planen antogs av Kommunchefsgruppen den 20 november 2026"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        ("2026-12-24", "Dagen för beslutet kan inte ligga i framtiden."),
        ("i tisdags", "Skriv datumet som 2026-11-23."),
        ("0026-11-20", "Skriv ett år mellan 1900 och 2200."),
        ("", "Ange vilken dag planen antogs."),
    ],
)
def test_the_day_of_a_decision_is_a_day_that_has_been(it, office, day, sentence):
    factories.goal(factories.plan(it, state=PlanState.SUBMITTED))
    form = {"accepted_by": "Kommunchefsgruppen", "accepted_on": day}
    assert office.post("/it/2026/anta", form, 422).errors() == [sentence]


def test_a_convener_does_not_accept_the_groups_own_plan(it, convener):
    factories.plan(it, state=PlanState.SUBMITTED)
    convener.get("/it/2026/beslut", 403)
    convener.post("/it/2026/anta", status=403)


def test_an_accepted_plan_is_changed_by_a_numbered_revision_with_its_reason(plan, convener):
    without = convener.post("/it/2026/andra", about(plan, area="Nytt"), 422)
    assert "Skriv varför den antagna planen ändras." in without.errors()
    convener.post("/it/2026/andra", about(the_plan(), area="Nytt", reason="Nytt uppdrag"))
    (revision,) = db.session.query(PlanRevision)
    assert (revision.number, revision.reason) == (1, "Nytt uppdrag")
    assert the_plan().revision == 1
    page = convener.get("/it/2026/")
    assert "Revision 1" in page.text
    assert "Nytt uppdrag" in page.text


def test_a_plan_that_is_closed_can_not_be_changed(plan, convener, office):
    kept = factories.activity(plan, status=Status.DONE)
    office.get("/it/2026/avsluta")
    office.post("/it/2026/avsluta")
    assert the_plan().state is PlanState.CLOSED
    page = convener.get("/it/2026/")
    assert not page.all("//a[contains(@href, '/andra')]")
    refused = convener.post("/it/2026/andra", about(the_plan(), area="X", reason="för att"), 422)
    assert "avslutad" in refused.text
    edit = {"title": "Y", "version": kept.version}
    assert "avslutad" in convener.post(f"/it/2026/aktivitet/{kept.id}/andra", edit, 422).text


def test_two_who_write_at_once_both_keep_their_text(draft, convener):
    stale = draft.version
    convener.post("/it/2026/andra", about(draft, area="Den förstas ord"))
    page = convener.post(
        "/it/2026/andra",
        {
            "version": stale,
            "area": "Den andras ord",
            "remarks": "",
            "purposes-0-text": "En avsikt",
        },
        409,
    )
    assert page.words("//table//tbody/tr/td") == [
        "Den förstas ord",
        "Den andras ord",
        "tomt",
        "En avsikt",
    ]
    (version,) = page.all("//input[@name='version']/@value")
    again = {"version": version, "area": "Bådas ord", "remarks": ""}
    convener.post(page.all("//main//form/@action")[0], again)
    assert the_plan().area == "Bådas ord"


def test_the_order_of_what_is_in_the_plan_is_changed_by_buttons(plan, convener):
    first, second = factories.activity(plan, "Ett"), factories.activity(plan, "Två")
    factories.goal(plan, "Mål A"), factories.goal(plan, "Mål B")
    version = second.version
    convener.get("/it/2026/ordning")
    convener.post(f"/it/2026/ordning/aktivitet/{second.id}", {"way": "up"})
    convener.post(f"/it/2026/ordning/mal/{plan.goals[0].id}", {"way": "down"})
    assert [a.title for a in the_plan().activities] == ["Två", "Ett"]
    assert [g.text for g in the_plan().goals] == ["Mål B", "Mål A"]
    assert second.version == version
    convener.post(f"/it/2026/ordning/aktivitet/{second.id}", {"way": "up"})
    assert [a.id for a in the_plan().activities] == [second.id, first.id]


def test_the_log_says_when_the_plan_was_last_changed(draft, convener):
    convener.post("/it/2026/andra", about(draft, area="Nytt"))
    assert f"Senast ändrad {TODAY.day} november 2026" in convener.get("/it/2026/").text
