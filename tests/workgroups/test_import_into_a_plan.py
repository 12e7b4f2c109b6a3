"""A newer version of a document, read into a plan that the group already works with."""

import io

import pytest

from regionhub.domain.permissions import GroupRole
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Activity, Goal, ImportReview, WorkPlan
from regionhub.services import changes
from tests.support import factories
from tests.support.clock import NOW
from tests.support.forms import filled

UPLOAD = "/it/2026/las-in"
NEWER = """# Verksamhetsplan 2026 för IT-gruppen

## Mål

- Minst fyra kommuner delar system
- Alla lösenord är långa

| Aktivitet | Klart | Ansvarig |
|---|---|---|
| Byta växel i kommunerna | Vecka 46 | Alva Ek |
| Bjud in till en utbildning | maj | Hela gruppen |
"""


@pytest.fixture
def filled_plan(draft):
    """A draft with work in it that the newer document partly lacks."""
    factories.goal(draft)
    growing = factories.activity(draft, "Byt växel i kommunerna", when="Vecka 44")
    growing.status, growing.last_comment, growing.last_heard_at = Status.DONE, "Klart!", NOW
    factories.activity(draft, "Studiebesök")
    return draft


def send(browser, text=NEWER):
    """Send the document in and go past the review to the comparison."""
    file = {"file": (io.BytesIO(text.encode()), "plan.md")}
    review = browser.post(UPLOAD, file).location
    page = browser.get(review)
    assert page.words("//button[@name='lay_in']") == ["Jämför med planen"]
    address = browser.post(review, {**filled(page, review), "lay_in": "1"}).location
    assert address == f"{review}/jamfor"
    return address


def titles():
    return [a.title for a in db.session.query(Activity).order_by(Activity.position)]


def test_what_is_added_and_changed_is_proposed_and_what_is_gone_is_not(convener, filled_plan):
    page = convener.get(send(convener))
    chosen = page.words("//input[@name='chosen'][@checked]/following-sibling::label")
    assert chosen == [
        "Mål: Alla lösenord är långa",
        "Aktivitet: Bjud in till en utbildning",
        "Aktivitet: Byta växel i kommunerna",
    ]
    left = page.words("//input[@name='chosen'][not(@checked)]/following-sibling::label")
    assert left == ["Aktivitet: Studiebesök"]
    assert "Tid: Vecka 44 → Vecka 46" in page.text


def test_only_what_is_chosen_changes_and_status_and_history_stay(convener, filled_plan):
    address = send(convener)
    page = convener.get(address)
    form = filled(page, address)
    form["chosen"] = [name for name in form["chosen"] if name != "goal-1"]
    convener.post(address, form)
    assert titles() == ["Byta växel i kommunerna", "Studiebesök", "Bjud in till en utbildning"]
    changed = db.session.query(Activity).filter(Activity.title.like("Byta%")).one()
    assert (changed.when_text, changed.owner_text) == ("Vecka 46", "Alva Ek")
    assert (changed.status, changed.last_comment) == (Status.DONE, "Klart!")
    assert [line.sentence for line in changes.of_activity(changed.id)] == [
        "Ändrade rubriken från ”Byt växel i kommunerna” till ”Byta växel i kommunerna”. "
        "Flyttade slutdatum från 1 november 2026 till 15 november 2026. "
        "Satte ansvarig till ”Alva Ek”"
    ]
    assert db.session.query(Goal).count() == 1
    assert db.session.query(ImportReview).count() == 0
    assert db.session.query(WorkPlan).one().documents[0].filename == "plan.md"


def test_what_is_gone_is_taken_away_when_that_is_chosen(convener, filled_plan):
    address = send(convener)
    form = filled(convener.get(address), address)
    gone = convener.get(address).all("//input[contains(@value, 'activity-gone')]/@value")
    convener.post(address, {**form, "chosen": gone})
    assert titles() == ["Byt växel i kommunerna"]


def test_an_accepted_plan_wants_a_reason_and_drops_what_is_gone(convener, filled_plan):
    filled_plan.state = PlanState.ACCEPTED
    address = send(convener)
    page = convener.get(address)
    form = filled(page, address)
    form["chosen"] = page.all("//input[@name='chosen']/@value")
    refused = convener.post(address, form, status=422)
    assert refused.errors() == ["Skriv varför den antagna planen ändras."]
    convener.post(address, {**form, "reason": "Nytt uppdrag"})
    plan = db.session.query(WorkPlan).one()
    assert [revision.reason for revision in plan.revisions] == ["Nytt uppdrag"]
    dropped = db.session.query(Activity).filter_by(title="Studiebesök").one()
    assert (dropped.status, dropped.dropped_reason) == (Status.DROPPED, "Nytt uppdrag")


def test_a_plan_that_changed_meanwhile_is_shown_anew(convener, filled_plan):
    address = send(convener)
    form = filled(convener.get(address), address)
    filled_plan.activities[0].title = "Byt telefoner"
    page = convener.post(address, form, status=409)
    assert "Planen har ändrats sedan du öppnade sidan." in page.errors()
    assert titles() == ["Byt telefoner", "Studiebesök"]


def test_nothing_chosen_is_refused_in_words(convener, filled_plan):
    address = send(convener)
    form = filled(convener.get(address), address)
    page = convener.post(address, {**form, "chosen": []}, status=422)
    assert page.errors() == ["Välj minst en ändring, eller släng inläsningen."]


def test_the_same_file_again_holds_nothing_new(convener, filled_plan):
    address = send(convener)
    convener.post(address, filled(convener.get(address), address))
    file = {"file": (io.BytesIO(NEWER.encode()), "plan.md")}
    page = convener.post(UPLOAD, file, status=422)
    assert page.errors() == ["Inget nytt: planen är redan inläst från den här filen."]


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_plans_own_file_holds_nothing_new(kind, browse, it, filled_plan):
    lead = factories.account("Alva Ek")
    factories.seat(lead, it, GroupRole.CONVENER)
    convener = browse(lead)
    factories.cells(filled_plan.activities[0], "umea", "vindeln", when_text="")
    content = convener.ask("GET", f"/it/2026/plan.{kind}").get_data()
    review = convener.post(UPLOAD, {"file": (io.BytesIO(content), f"plan.{kind}")}).location
    page = convener.get(review)
    assert "Inga frågor kvar" in page.text
    address = convener.post(review, {**filled(page, review), "lay_in": "1"}).location
    assert "Inget nytt." in convener.get(address).text


def test_a_part_that_the_document_gives_a_new_time_is_changed_and_its_status_stays(convener, draft):
    activity = factories.activity(draft, "Inför rutiner")
    umea, _vindeln = factories.cells(activity, "umea", "vindeln")
    umea.status = Status.DONE
    document = """# Verksamhetsplan 2026 för IT-gruppen

| Aktivitet | Kommun | Klart | Ansvarig |
|---|---|---|---|
| Inför rutiner |  |  |  |
|  | Umeå | maj | Bo Gran |
|  | Vännäs | juni | |
"""
    address = send(convener, document)
    page = convener.get(address)
    assert "Umeå: inget → maj, Bo Gran" in page.text
    convener.post(address, filled(page, address))
    activity = db.session.query(Activity).one()
    parts = {cell.municipality.key: cell for cell in activity.cells}
    assert parts["umea"].status is Status.DONE
    assert [(key, cell.when_text) for key, cell in sorted(parts.items())] == [
        ("umea", "maj"),
        ("vannas", "juni"),
        ("vindeln", ""),
    ]
