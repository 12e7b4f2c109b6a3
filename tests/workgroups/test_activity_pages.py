from datetime import date

import pytest

from regionhub.domain.owners import OwnerKind
from regionhub.domain.plantime.reading import Kind
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Activity, Change, PlanRevision
from tests.support import factories
from tests.support.clock import NOW
from tests.support.queries import counted


def the_activity():
    return db.session.query(Activity).one()


def latest():
    return db.session.query(Change).order_by(Change.id.desc()).first()


def words(activity, **values):
    """The edit form as it stands, with some values changed."""
    usual = {
        "version": activity.version,
        "title": activity.title,
        "when": activity.when_text,
        "owner_text": activity.owner_text,
    }
    return {**usual, **values}


def test_the_page_tells_what_why_who_when_and_where(plan, reader):
    goal = factories.goal(plan, "Alla kommuner har bredband")
    eva = factories.person("Eva Ek")
    kept = factories.activity(
        plan, "Bygg ut", when="Vecka 44", owner=eva, goals=[goal], description="Fiber till byarna"
    )
    factories.cells(kept, "umea", "vindeln", comment="Grävt")
    page = reader.get(f"/it/2026/aktivitet/{kept.id}")
    assert page.h1 == "Bygg ut"
    for said in ("Fiber till byarna", "26 okt–1 nov", "Eva Ek", "Alla kommuner har"):
        assert said in page.text
    assert page.words("//section[@aria-labelledby='kommuner']//th[@scope='row']") == [
        "Umeå",
        "Vindeln",
    ]


def test_the_page_asks_as_much_for_two_cells_as_for_six(plan, reader):
    two, six = factories.activity(plan), factories.activity(plan)
    factories.cells(two, "umea", "vindeln")
    factories.cells(six)
    reader.get(f"/it/2026/aktivitet/{two.id}")
    with counted() as few:
        reader.get(f"/it/2026/aktivitet/{two.id}")
    with counted() as many:
        reader.get(f"/it/2026/aktivitet/{six.id}")
    assert len(many) == len(few)


def test_a_new_activity_is_read_matched_tied_and_divided(it, draft, convener):
    eva = factories.person("Eva Ek")
    factories.seat(eva, it)
    goal = factories.goal(draft)
    umea, vindeln = factories.municipality("umea"), factories.municipality("vindeln")
    convener.get("/it/2026/aktivitet/ny")
    answer = convener.post(
        "/it/2026/aktivitet/ny",
        {
            "title": "Bygg ut bredband 🙂",
            "when": "Slutet av maj",
            "owner_text": "Eva Ek / Regionturistbyrån",
            "goal_ids": [str(goal.id)],
            "municipality_ids": [str(umea.id), str(vindeln.id)],
            "section": "Bredband",
        },
    )
    made = the_activity()
    assert answer.location == f"/it/2026/aktivitet/{made.id}"
    assert (made.when_start, made.when_end) == (date(2026, 5, 21), date(2026, 5, 31))
    assert [(o.kind, o.name, o.person_id) for o in made.owners] == [
        (OwnerKind.PERSON, "Eva Ek", eva.id),
        (OwnerKind.EXTERNAL_UNIT, "Regionturistbyrån", None),
    ]
    assert made.goals == [goal]
    assert [cell.municipality.key for cell in made.cells] == ["umea", "vindeln"]
    assert len(made.uid) == 36
    assert latest().sentence == "Lade till aktiviteten ”Bygg ut bredband 🙂”"
    assert (latest().group_id, latest().plan_id, latest().activity_id) == (
        it.id,
        draft.id,
        made.id,
    )


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("", "Skriv vad som ska göras."),
        ("\x07\x1b", "Skriv vad som ska göras."),
        ("å" * 10_000, "Texten är 9 500 tecken för lång. Korta den till högst 500 tecken."),
    ],
)
def test_a_title_that_is_none_is_refused_and_the_rest_kept(draft, convener, title, sentence):
    form = {"title": title, "when": "maj", "description": "Bra text"}
    page = convener.post("/it/2026/aktivitet/ny", form, 422)
    assert page.errors() == [sentence]
    assert page.words("//textarea[@name='description']") == ["Bra text"]
    assert "1–31 maj 2026" in page.words("//p[@id='lasning']")[0]
    assert db.session.query(Activity).count() == 0


def test_markup_in_a_title_is_words(draft, convener):
    convener.post("/it/2026/aktivitet/ny", {"title": "<script>alert(1)</script>"})
    page = convener.get(f"/it/2026/aktivitet/{the_activity().id}")
    assert page.h1 == "<script>alert(1)</script>"


def test_a_time_that_nobody_can_read_is_kept_and_said_to_be_unread(draft, convener):
    convener.post("/it/2026/aktivitet/ny", {"title": "Något", "when": "någon gång"})
    made = the_activity()
    assert (made.when_text, made.when_kind, made.when_end) == (
        "någon gång",
        Kind.UNKNOWN,
        None,
    )
    page = convener.get(f"/it/2026/aktivitet/{made.id}")
    assert "någon gång" in page.text
    assert "kan inte läsas: blir utan datum" in page.text


def test_the_reading_is_shown_while_typing(draft, convener, reader):
    answer = convener.client.get("/it/2026/lasning?when=Vecka+44")
    assert "26 oktober–1 november 2026" in answer.get_data(as_text=True)
    assert convener.client.get("/it/2026/lasning").status_code == 200
    assert convener.client.get("/it/2026/lasning?when=" + "x" * 5000).status_code == 200
    reader.get("/it/2026/lasning?when=maj", 403)


def test_a_change_is_told_in_words_with_old_and_new(draft, convener):
    kept = factories.activity(draft, "Bygg ut", when="30 juni", owner_text="Bo Berg")
    convener.get(f"/it/2026/aktivitet/{kept.id}/andra")
    form = words(kept, title="Bygg ut fiber", when="30 september", owner_text="")
    convener.post(f"/it/2026/aktivitet/{kept.id}/andra", form)
    assert latest().sentence == (
        "Ändrade rubriken från ”Bygg ut” till ”Bygg ut fiber”. "
        "Flyttade slutdatum från 30 juni 2026 till 30 september 2026. "
        "Tog bort ansvarig ”Bo Berg”"
    )
    assert latest().values["title"] == ["Bygg ut", "Bygg ut fiber"]
    assert the_activity().owners == []


def test_a_change_of_an_accepted_plan_is_one_revision_with_its_reason(plan, convener):
    kept = factories.activity(plan, "Bygg ut")
    address = f"/it/2026/aktivitet/{kept.id}/andra"
    page = convener.post(address, words(kept, title="Bygg om"), 422)
    assert page.errors() == ["Skriv varför den antagna planen ändras."]
    assert page.all("//input[@name='title']/@value") == ["Bygg om"]
    convener.post(address, words(kept, title="Bygg om", reason="Beslut i gruppen"))
    assert [r.reason for r in db.session.query(PlanRevision)] == ["Beslut i gruppen"]
    assert the_activity().title == "Bygg om"


def test_a_stale_save_shows_both_texts_and_can_be_saved_on_top(draft, convener):
    kept = factories.activity(draft, "Bygg ut", when="maj")
    address, stale = f"/it/2026/aktivitet/{kept.id}/andra", words(kept)
    convener.post(address, {**stale, "title": "Den förstas rubrik"})
    page = convener.post(address, {**stale, "title": "Den andras rubrik"}, 409)
    assert page.words("//table//tbody/tr/th") == ["Vad ska göras?"]
    assert page.words("//table//tbody/tr/td") == ["Den förstas rubrik", "Den andras rubrik"]
    assert the_activity().title == "Den förstas rubrik"
    assert page.all("//main//form//input[@name='title']/@value") == ["Den andras rubrik"]
    (version,) = page.all("//main//form//input[@name='version']/@value")
    convener.post(address, {**stale, "title": "Den andras rubrik", "version": version})
    assert the_activity().title == "Den andras rubrik"


def test_a_part_that_has_been_spoken_of_is_not_taken_away(draft, convener):
    kept = factories.activity(draft, "Bygg ut")
    umea, _ = factories.cells(kept, "umea", "vindeln")
    umea.last_heard_at = NOW
    address = f"/it/2026/aktivitet/{kept.id}/andra"
    page = convener.post(address, words(kept), 422)
    assert "Umeå har redan lämnat sitt läge" in page.errors()[0]
    convener.post(address, words(kept, municipality_ids=[str(umea.municipality_id)]))
    assert [cell.municipality.key for cell in the_activity().cells] == ["umea"]
    assert latest().sentence == "Tog bort Vindeln"


def test_parts_begin_where_the_whole_stands(draft, convener):
    kept = factories.activity(draft, "Bygg ut", status=Status.IN_PROGRESS)
    places = [str(factories.municipality(key).id) for key in ("umea", "vindeln")]
    form = words(kept, municipality_ids=places)
    convener.post(f"/it/2026/aktivitet/{kept.id}/andra", form)
    assert {cell.status for cell in the_activity().cells} == {Status.IN_PROGRESS}
    assert the_activity().status is Status.IN_PROGRESS


def test_dropping_wants_a_reason_and_can_be_taken_back(plan, convener):
    kept = factories.activity(plan, "Bygg ut", status=Status.IN_PROGRESS)
    address = f"/it/2026/aktivitet/{kept.id}"
    convener.get(f"{address}/avfor")
    assert convener.post(f"{address}/avfor", {"reason": ""}, 422).errors() == ["Skriv varför."]
    convener.post(f"{address}/avfor", {"version": kept.version, "reason": "Pengarna tog slut"})
    assert the_activity().status is Status.DROPPED
    assert "Pengarna tog slut" in convener.get(address).text
    assert db.session.query(PlanRevision).count() == 1

    convener.get(f"{address}/ta-upp")
    form = {"version": the_activity().version, "reason": "Nytt bidrag"}
    convener.post(f"{address}/ta-upp", form)
    assert (the_activity().status, the_activity().dropped_reason) == (Status.IN_PROGRESS, "")
    assert db.session.query(PlanRevision).count() == 2


def test_only_a_draft_forgets_an_activity(plan, convener, it):
    kept = factories.activity(plan, "Bygg ut")
    factories.cells(kept)
    address = f"/it/2026/aktivitet/{kept.id}/ta-bort"
    assert "Avför" in convener.post(address, status=422).text
    draft = factories.plan(it, 2027, state="draft", accepted_on=None)
    gone = factories.activity(draft, "Hittepå", owner=factories.person())
    factories.cells(gone)
    convener.get(f"/it/2027/aktivitet/{gone.id}/ta-bort")
    convener.post(f"/it/2027/aktivitet/{gone.id}/ta-bort")
    assert the_activity().title == "Bygg ut"
    assert latest().sentence == "Tog bort aktiviteten ”Hittepå”"


def test_a_row_of_another_group_or_year_is_not_reached_through_this_address(it, plan, convener):
    other = factories.activity(factories.plan(factories.group("webb")), "Annans")
    elsewhen = factories.activity(factories.plan(it, 2025), "Förra året")
    for activity in (other, elsewhen):
        for part in ("", "/andra", "/avfor", "/ta-upp", "/ta-bort"):
            convener.get(f"/it/2026/aktivitet/{activity.id}{part}", 404)
        convener.post(f"/it/2026/aktivitet/{activity.id}/andra", words(activity), 404)
        convener.post(f"/it/2026/ordning/aktivitet/{activity.id}", {"way": "up"}, 404)


def test_a_member_does_not_write_the_plan(plan, reader):
    kept = factories.activity(plan)
    for part in ("ny", f"{kept.id}/andra", f"{kept.id}/avfor", f"{kept.id}/ta-bort"):
        reader.get(f"/it/2026/aktivitet/{part}", 403)
        reader.post(f"/it/2026/aktivitet/{part}", status=403)


@pytest.mark.parametrize(
    "nonsense",
    [
        {"goal_ids": "abc"},
        {"goal_ids": "999999"},
        {"municipality_ids": "99999999999999999999"},
        {"version": "abc"},
    ],
)
def test_a_form_that_nobody_filled_in_by_hand_is_refused(draft, convener, nonsense):
    factories.goal(draft)
    kept = factories.activity(draft)
    page = convener.post(f"/it/2026/aktivitet/{kept.id}/andra", words(kept, **nonsense), 422)
    assert page.errors()
