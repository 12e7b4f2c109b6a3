"""Plans laid in from documents: whole, once, and without inventing anything."""

import io
from datetime import date

import docx
import pytest
from sqlalchemy import func, select

from regionhub.blueprints import registry
from regionhub.domain.errors import Refused
from regionhub.domain.owners import OwnerKind
from regionhub.domain.permissions import GroupRole
from regionhub.domain.plan_state import PlanState
from regionhub.domain.plantime.reading import Kind
from regionhub.extensions import Base, db
from regionhub.importing.draft import (
    ActivityDraft,
    Contact,
    GoalDraft,
    Member,
    OtherPart,
    OwnerDraft,
    PlanDraft,
    Purpose,
    RowDraft,
)
from regionhub.models import Activity, Change, Membership, Person, Region, WorkPlan
from regionhub.services import region_words
from regionhub.services.plan_import import laying_in
from tests.support import factories
from tests.support.clock import YEAR
from tests.support.laid_in import lay_in
from tests.support.real_plans import real_plans


def word_file() -> bytes:
    """An invented plan in the groups' own kind of Word table."""
    made = docx.Document()
    made.add_heading(f"Verksamhetsplan {YEAR} för IT-gruppen", level=1)
    made.add_paragraph(
        "Kontaktperson: Alva Ek, Umeå kommun, IT-chef, 090-12 34 56, alva@example.org"
    )
    made.add_paragraph("Arbetsgruppens medlemmar:")
    made.add_paragraph("Bo Gran, Vindelns kommun")
    made.add_paragraph("Cia Dal, Vännäs kommun")
    grid = made.add_table(rows=0, cols=3)
    for title, text in (
        ("Verksamhetsområde", "Bredband och telefoni"),
        (f"Mål {YEAR}", "Fiber i alla byar\nEn telefon per person"),
    ):
        for words in (title, text):
            cells = grid.add_row().cells
            cells[0].merge(cells[-1]).text = words
    for row in (
        ("Aktivitet", "Genomfört", "Ansvarig"),
        ("Utbyggnad av fiber:\nUmeå\nVindeln", "\n31/12\nv. 40", "\nAlva Ek\nBo Gran"),
        ("Mäta täckningen", "Juni – augusti", "Hela gruppen"),
        ("Utreda telefoner", "oklar tidsplan", "Cia Dal / konsult"),
    ):
        for cell, words in zip(grid.add_row().cells, row, strict=True):
            cell.text = words
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def read(region: Region, content: bytes, filename: str = "plan.docx") -> PlanDraft:
    (draft,) = laying_in.read(
        content,
        filename=filename,
        year=None,
        group=None,
        vocabulary=region_words.of_region(region, YEAR, registry.GROUPS),
    )
    return draft


def draft(*activities: ActivityDraft, **values: object) -> PlanDraft:
    usual = {"title": "Verksamhetsplan", "plan_year": YEAR, "group": "it"}
    return PlanDraft(**{**usual, "activities": activities, **values})


def counts() -> dict[str, int]:
    return {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
    }


def test_a_word_file_becomes_a_plan_in_draft(region):
    content = word_file()
    plan = lay_in(region, read(region, content), content).plan
    assert plan.state is PlanState.DRAFT
    assert plan.area == "Bredband och telefoni"
    assert [goal.text for goal in plan.goals] == ["Fiber i alla byar", "En telefon per person"]
    fiber, mobile, phones = plan.activities
    assert [cell.municipality.key for cell in fiber.cells] == ["umea", "vindeln"]
    umea, vindeln = fiber.cells
    assert (umea.when_text, umea.when_end) == ("31/12", date(YEAR, 12, 31))
    assert (vindeln.when_text, vindeln.owner_text) == ("v. 40", "Bo Gran")
    assert vindeln.owners[0].person.name == "Bo Gran"
    assert mobile.when_text == "Juni – augusti"
    assert mobile.owners[0].kind is OwnerKind.WHOLE_GROUP
    assert (phones.when_text, phones.when_kind) == ("oklar tidsplan", Kind.UNKNOWN)
    assert [(o.kind, o.name) for o in phones.owners] == [
        (OwnerKind.PERSON, "Cia Dal"),
        (OwnerKind.EXTERNAL_ROLE, "konsult"),
    ]
    seats = db.session.scalars(select(Membership).order_by(Membership.id)).all()
    assert [(s.person.name, s.role, s.municipality.key) for s in seats] == [
        ("Alva Ek", GroupRole.CONTACT, "umea"),
        ("Bo Gran", GroupRole.MEMBER, "vindeln"),
        ("Cia Dal", GroupRole.MEMBER, "vannas"),
    ]
    assert {(s.starts, s.ends) for s in seats} == {(date(YEAR, 1, 1), date(YEAR, 12, 31))}
    (source,) = plan.documents
    assert (source.filename, source.content) == ("plan.docx", content)
    assert source.draft["activities"][2]["doubts"]
    line = db.session.scalars(select(Change)).one()
    assert line.sentence == "Läste in planen från plan.docx: 2 mål och 3 aktiviteter"


def test_the_same_file_a_second_time_changes_nothing(region):
    content = word_file()
    assert lay_in(region, read(region, content), content).new
    before = (counts(), region.revision)
    assert not lay_in(region, read(region, content), content).new
    assert (counts(), region.revision) == before


def test_a_plan_with_content_is_not_written_over(region):
    factories.activity(factories.plan(factories.group("it"), state=PlanState.DRAFT))
    with pytest.raises(Refused, match="redan en plan"):
        lay_in(region, draft(ActivityDraft("Ny")))


def test_an_empty_draft_is_filled(region):
    plan = factories.plan(factories.group("it"), state=PlanState.DRAFT, accepted_on=None)
    assert lay_in(region, draft(ActivityDraft("Ny"))).plan.id == plan.id
    assert [activity.title for activity in plan.activities] == ["Ny"]


def test_a_file_without_goals_and_activities_is_refused(region):
    with pytest.raises(Refused, match="varken mål eller aktiviteter"):
        lay_in(region, draft())
    assert db.session.scalars(select(WorkPlan)).all() == []


@pytest.mark.parametrize(
    ("missing_part", "field"), [({"group": None}, "group"), ({"plan_year": None}, "year")]
)
def test_a_plan_that_does_not_say_whose_it_is_is_refused(region, missing_part, field):
    with pytest.raises(Refused) as refusal:
        lay_in(region, draft(ActivityDraft("Ny"), **missing_part))
    assert refusal.value.field == field


def test_rows_of_no_municipality_become_activities_of_their_own(region):
    parts = (RowDraft("Zebra", owner_text="Bo Gran"), RowDraft("Moln"))
    heading = ActivityDraft("Öppna program:", rows=parts)
    mixed = ActivityDraft(
        "Prova",
        owner_text="Cia Dal",
        rows=(
            RowDraft("I Umeå", "umea"),
            RowDraft("Också i Umeå", "umea"),
            RowDraft("På annan ort", "Storuman"),
        ),
    )
    plan = lay_in(region, draft(heading, mixed)).plan
    assert [(a.section, a.title, a.owner_text) for a in plan.activities] == [
        ("Öppna program:", "Zebra", "Bo Gran"),
        ("Öppna program:", "Moln", ""),
        ("", "Prova", "Cia Dal"),
        ("Prova", "Också i Umeå", ""),
        ("Prova", "På annan ort", ""),
    ]
    assert [cell.text for cell in plan.activities[2].cells] == ["I Umeå"]


def test_long_texts_are_kept_whole(region):
    long = "å" * 500
    plan = lay_in(
        region,
        draft(
            ActivityDraft(long * 20, section=long, owner_text=long, comment="Pågår"),
            title=long,
            goals=(GoalDraft("Mål", heading=long),),
            purpose=(Purpose("Avsikt", (1, 9)),),
            other=(OtherPart("Övrigt", "Text"),),
            contacts=(Contact(long, title=long),),
        ),
    ).plan
    assert plan.activities[0].title == long * 20
    assert plan.activities[0].owner_text == long
    assert plan.activities[0].description == f"{long}\nPågår"
    assert plan.goals[0].text == f"{long}\nMål"
    assert plan.remarks == f"{long}\n\nÖvrigt\nText"
    assert [goal.number for goal in plan.purposes[0].serves] == [1]


def test_people_are_matched_only_when_it_is_sure(region):
    umea, vindeln = factories.municipality("umea"), factories.municipality("vindeln")
    same = factories.person("Alva Ek", municipality=umea)
    factories.person("Bo Gran", municipality=vindeln)
    moved = factories.person("Dan Al", municipality=vindeln, email="dan@example.org")
    factories.person("Eva Ask", municipality=umea, email="kontor@example.org")
    members = (
        Member("Alva Ek", "umea", phone="090-1", note="deltar på distans"),
        Member("Bo Gran", "umea"),
        Member("Dan Al-Berg", "umea", email="dan@example.org"),
        Member("Fia Holm", "umea", email="kontor@example.org"),
        Member("Gun Ljung", "Storuman"),
    )
    lay_in(region, draft(ActivityDraft("Ny"), members=members))
    seats = {s.person.name: s for s in db.session.scalars(select(Membership))}
    assert seats["Alva Ek"].person_id == same.id
    assert same.phone == "090-1"
    assert seats["Alva Ek"].note == "deltar på distans"
    assert seats["Dan Al"].person_id == moved.id
    assert seats["Gun Ljung"].municipality_id is None
    assert seats["Gun Ljung"].note == "Storuman"
    assert db.session.scalar(select(func.count(Person.id))) == 4 + 3


def test_a_contact_who_is_a_member_too_is_one_person_with_one_place(region):
    content = f"""# Verksamhetsplan {YEAR} för IT-gruppen
Kontaktperson: Alva Ek, 090-12 34 56

Medlemmar:
- Alva Ek, Umeå, alva@example.org
- Bo Gran, Vindeln

## Aktiviteter
- Mäta täckningen
""".encode()
    lay_in(region, read(region, content, "plan.md"), content)
    alva, bo = db.session.scalars(select(Membership).order_by(Membership.id))
    assert (alva.person.name, alva.role, alva.municipality.key) == (
        "Alva Ek",
        GroupRole.CONTACT,
        "umea",
    )
    assert (alva.person.phone, alva.person.email) == ("090-12 34 56", "alva@example.org")
    assert (bo.person.name, bo.role) == ("Bo Gran", GroupRole.MEMBER)
    assert db.session.scalar(select(func.count(Person.id))) == 2


def test_who_has_a_place_keeps_it_as_it_is(region):
    umea = factories.municipality("umea")
    convener = factories.convener(factories.group("it"), umea)
    convener.person.municipality = umea
    db.session.flush()
    name = convener.person.name
    owned = ActivityDraft("Ny", owner_text=name, owners=(OwnerDraft("person", name),))
    imported = lay_in(region, draft(owned, contacts=(Contact(name, "umea"),)))
    seat = db.session.scalars(select(Membership)).one()
    assert (seat.role, seat.starts, seat.ends) == (GroupRole.CONVENER, None, None)
    assert imported.plan.activities[0].owners[0].person_id == convener.person_id


def test_a_file_that_is_none_is_refused(region):
    for content in (b"", b"PK\x03\x04 no zip at all", b"%PDF-1.7"):
        with pytest.raises(Refused):
            read(region, content)


def test_the_twelve_real_plans_come_in_whole_and_once(region):
    drafts = {file: read(region, file.read_bytes()) for file in real_plans()}
    for file, found in drafts.items():
        plan = lay_in(region, found, file.read_bytes()).plan
        titles = [activity.title for activity in plan.activities]
        sections = {activity.section for activity in plan.activities}
        for activity in found.activities:
            assert activity.text in titles or activity.text in sections
            for row in activity.rows:
                texts = titles + [cell.text for a in plan.activities for cell in a.cells]
                assert row.text in texts
        assert len(plan.goals) == len(found.goals)
    assert db.session.scalar(select(func.count(WorkPlan.id))) == 12
    assert {plan.year for plan in db.session.scalars(select(WorkPlan))} == {2010}
    assert db.session.scalar(select(func.count(Activity.id))) >= sum(
        len(found.activities) for found in drafts.values()
    )
    before = (counts(), region.revision)
    for file, found in drafts.items():
        assert not lay_in(region, found, file.read_bytes()).new
    assert (counts(), region.revision) == before
