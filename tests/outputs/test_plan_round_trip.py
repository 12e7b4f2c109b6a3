"""Our own files, read by our own import, are the same plan again, with nothing to ask about."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from regionhub.domain.plantime.reader import read
from regionhub.importing.draft import ActivityDraft, PlanDraft
from regionhub.importing.folding import fold
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.importing.vocabulary import Group, Municipality, OverarchingGoal, Vocabulary
from regionhub.outputs.plan_docx import plan_docx
from regionhub.outputs.plan_table import (
    PlanActivity,
    PlanGoal,
    PlanPerson,
    PlanPurpose,
    PlanRow,
    PlanTable,
    row_label,
)
from regionhub.outputs.plan_xlsx import plan_xlsx
from tests.outputs.sample_plan import MUNICIPALITIES, PLAN

VOCABULARY = Vocabulary(
    municipalities=tuple(Municipality(fold(name), name) for name in MUNICIPALITIES),
    groups=(Group("it", ("IT",)), Group("kultur", ("kultur",)), Group("turism", ("turism",))),
    overarching_goals=(
        OverarchingGoal(1, "utveckla regionen"),
        OverarchingGoal(2, "effektivisera den kommunala förvaltningen"),
        OverarchingGoal(3, "samverkan ska vara demokratiskt förankrad"),
    ),
)

CULTURE = PlanTable(
    title="Verksamhetsplan 2027 för kulturgruppen inom Umeåregionen",
    group="Kulturgruppen",
    region="Umeåregionen",
    year=2027,
    dated=date(2027, 2, 1),
    contacts=(PlanPerson("Karin Sagolik", "Vännäs", "kulturchef", "0935-141 00"),),
    members=(PlanPerson("Lars Påhitt", "Umeå"), PlanPerson("Märta Dikt-Berg", "Bjurholm")),
    area="Kultur",
    purposes=(
        PlanPurpose("Effektivisera den kommunala förvaltningen\nGemensamma inköp av scenkonst."),
        PlanPurpose("Utveckla regionen\nKulturen lyfts fram i all planering."),
    ),
    goals=(
        PlanGoal("Två festivaler för barn", "Barnkultur"),
        PlanGoal("500 besökare", "Barnkultur"),
        PlanGoal("Alla kommuner har en handlingsplan för biblioteken", "Planer"),
        PlanGoal("Erfarenheter utbyts vid varje möte"),
    ),
    activities=tuple(
        PlanActivity(text, when=when, owner=owner, status="Ej påbörjad", comment=comment)
        for text, when, owner, comment in (
            ("Idéseminarium om barnkultur", "Maj 2027", "Karin Sagolik", ""),
            ("Kulturnatta i regionen", "Slutet av maj", "Lars Påhitt / Märta Dikt-Berg", "😀"),
            ("Kulturlov", "v. 44", "Alla", "=HYPERLÄNK()"),
            ("Arbetsgruppsmöten", "3–4 tillfällen under året", "Karin Sagolik", "-"),
            ("@kulturnytt: starta brevet", "januari–mars", "Kommunikatör", ""),
            ("+1 scen i varje kommun", "31/12", "Hela gruppen", "a\nb\nc"),
            ("Utställning; konst, hantverk & slöjd", "Senast 30 september", "Turistbyrån", ""),
            ("Uppföljning", "Q3", "Lars Påhitt\nKarin Sagolik", "<b>inte fet</b>"),
        )
    ),
)

ROLL_OUT = replace(
    CULTURE,
    goals=(),
    purposes=(PlanPurpose("Kultur i hela regionen.\nBarn först."),),
    activities=(
        PlanActivity(
            "Fiber till biblioteken",
            when="2027-12-31",
            owner="Karin Sagolik",
            status="Pågår",
            rows=(
                PlanRow("Umeå", "Fiber i Umeå", "2027-03-31", "Lars Påhitt", "Genomförd"),
                PlanRow("Vindeln", "två filialer", "Vecka 12", "", "Försenad"),
                PlanRow("Bjurholm", status="Deltar inte"),
            ),
        ),
        PlanActivity("Enkät", when="hösten", owner="Tekniker", status="Ej påbörjad"),
    ),
)

Build = Callable[[PlanTable], bytes]


@pytest.fixture(params=[(plan_docx, "plan.docx"), (plan_xlsx, "plan.xlsx")], ids=["word", "excel"])
def read_back(request: pytest.FixtureRequest) -> Callable[[PlanTable], PlanDraft]:
    build: Build
    build, filename = request.param

    def there_and_back(plan: PlanTable) -> PlanDraft:
        document = read_file(build(plan), filename=filename)
        assert document.doubts == ()
        (draft,) = read_plans(document, year=plan.year, group=None, vocabulary=VOCABULARY)
        return draft

    return there_and_back


def expected_comment(activity: PlanActivity) -> list[str]:
    """Statuses are ours to set, so the import keeps them as words in the comment."""
    dated = f" {activity.status_date.isoformat()}" if activity.status_date else ""
    lines = [f"Status: {activity.status}{dated}", *activity.comment.splitlines()]
    return lines + [f"Status: {row.status}" for row in activity.rows if row.status]


def assert_same(found: ActivityDraft, written: PlanActivity, plan: PlanTable) -> None:
    assert found.text == " ".join(written.text.split())
    assert (found.section or "") == written.section
    assert found.deadline == read(written.when, year=plan.year)
    assert found.owner_text == written.owner
    assert found.owners
    assert (found.comment or "").splitlines() == expected_comment(written)
    assert found.doubts == ()
    for row, source in zip(found.rows, written.rows, strict=True):
        assert row.text == row_label(source)
        assert row.municipality == fold(source.municipality)
        assert row.deadline == (read(source.when, year=plan.year) if source.when else None)
        assert row.owner_text == source.owner


@pytest.mark.parametrize("plan", [PLAN, CULTURE, ROLL_OUT], ids=["it", "kultur", "utrullning"])
def test_a_plan_comes_back_as_it_went_out(
    read_back: Callable[[PlanTable], PlanDraft], plan: PlanTable
) -> None:
    draft = read_back(plan)
    assert (draft.title, draft.plan_year) == (plan.title, plan.year)
    assert draft.group == plan.group.casefold().split("-")[0].removesuffix("gruppen")
    for people, written in ((draft.contacts, plan.contacts), (draft.members, plan.members)):
        assert [
            (p.name, p.municipality, p.title or "", p.phone or "", p.email or "") for p in people
        ] == [(p.name, fold(p.municipality), p.title, p.phone, p.email) for p in written]
    assert [member.note or "" for member in draft.members] == [m.note for m in plan.members]
    assert draft.area == plan.area
    assert [(goal.heading or "", goal.text) for goal in draft.goals] == [
        (goal.heading, goal.text) for goal in plan.goals
    ]
    for found, activity in zip(draft.activities, plan.activities, strict=True):
        assert_same(found, activity, plan)
    assert [(part.heading, part.text) for part in draft.other] == (
        [("Övrigt", plan.remarks)] if plan.remarks else []
    )
    assert draft.doubts == ()


def test_the_purpose_keeps_its_parts_and_the_goals_they_serve(
    read_back: Callable[[PlanTable], PlanDraft],
) -> None:
    assert [(p.text, p.overarching_goals) for p in read_back(PLAN).purpose] == [
        (f"Övergripande mål {number}: {purpose.text}", (number,))
        for number, purpose in enumerate(PLAN.purposes, start=1)
    ]
    assert [(p.text, p.overarching_goals) for p in read_back(CULTURE).purpose] == [
        (CULTURE.purposes[0].text, (2,)),
        (CULTURE.purposes[1].text, (1,)),
    ]
    assert [p.text for p in read_back(ROLL_OUT).purpose] == [ROLL_OUT.purposes[0].text]


def test_a_second_trip_changes_nothing(read_back: Callable[[PlanTable], PlanDraft]) -> None:
    """What came back goes out again as the same purposes: nothing is put before them twice."""
    once = read_back(PLAN).purpose
    purposes = tuple(PlanPurpose(p.text, p.overarching_goals or ()) for p in once)
    assert read_back(replace(PLAN, purposes=purposes)).purpose == once


def test_goals_keep_their_lines(read_back: Callable[[PlanTable], PlanDraft]) -> None:
    goals = (
        PlanGoal("Två festivaler för barn:\nen i Umeå\nen i Vännäs", "Barnkultur"),
        PlanGoal("500 besökare\nIndikator: sålda biljetter\nMålvärde: 500", "Barnkultur"),
        PlanGoal("Alla kommuner har en plan.\n\nDen gäller biblioteken.", "Planer"),
        PlanGoal("Erfarenheter utbyts:\n- vid möten\n- på webben"),
        PlanGoal("Fler vet vad gruppen gör\nMål 2: Fler kommer\nAktivitet: Öppet hus"),
    )
    draft = read_back(replace(CULTURE, goals=goals))
    assert [(goal.heading or "", goal.text) for goal in draft.goals] == [
        (goal.heading, goal.text) for goal in goals
    ]
    assert (draft.other, draft.doubts) == ((), ())
