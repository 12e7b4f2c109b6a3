"""A document beside the plan: what has been read, or has gone out, differs in nothing."""

from dataclasses import replace
from datetime import date

import pytest

from regionhub.blueprints import registry
from regionhub.demo import seed
from regionhub.domain.permissions import GroupRole
from regionhub.domain.plantime.reader import read
from regionhub.extensions import db
from regionhub.importing.comparison import ChangeKind
from regionhub.importing.draft import ActivityDraft, Contact, Member, OtherPart, PlanDraft, Purpose
from regionhub.importing.own_export import without_our_marks
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.models import WorkPlan
from regionhub.outputs.plan_docx import plan_docx
from regionhub.services import plan_exports, plans, region_words, regions
from regionhub.services.plan_import import comparing, laying_in
from regionhub.services.plan_import.comparing import Newer
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.laid_in import lay_in
from tests.support.queries import counted
from tests.support.real_plans import real_plans

DRAFT = PlanDraft(
    "Verksamhetsplan",
    YEAR,
    "it",
    contacts=(Contact("Alva Ek", "umea"),),
    members=(Member("Alva Ek", "umea"), Member("Bo Gran", "Storuman", phone="090-1")),
    area="Bredband\n\noch telefoni",
    purpose=(Purpose("Dela det som går", (2, 1, 9)), Purpose("Synas")),
    activities=(ActivityDraft("Byt växel"),),
    other=(OtherPart("Ekonomi", "Alla delar lika"), OtherPart("", "Tack\ntill alla")),
)

IN_SECTION = ActivityDraft("Köp telefoner", section="Telefoni")


def told(region, plan, draft, today=TODAY):
    """What differs, in few words."""
    found = comparing.between(plan, Newer(draft, (), today), region)
    return [(one.kind, one.label, one.title, one.told) for one in found]


def test_what_was_just_read_differs_in_nothing(region):
    assert told(region, lay_in(region, DRAFT).plan, DRAFT) == []


def test_the_twelve_real_plans_differ_in_nothing_once_they_are_read(region):
    vocabulary = region_words.of_region(region, 2010, registry.GROUPS)
    for file in real_plans():
        content = file.read_bytes()
        [draft] = laying_in.read(
            content, filename=file.name, year=None, group=None, vocabulary=vocabulary
        )
        plan = lay_in(region, draft, content).plan
        assert told(region, plan, draft, date(2010, 3, 1)) == []


def test_every_demo_plan_comes_back_from_word_without_differences(app):
    seed.fill(today=TODAY, now=NOW)
    region = regions.the_region()
    for row in db.session.query(WorkPlan).order_by(WorkPlan.id).all():
        plan = plans.whole(row.group, row.year)
        words = region_words.of_region(region, plan.year, registry.GROUPS)
        content = plan_docx(plan_exports.table(plan, region, today=TODAY))
        document = read_file(content, filename="plan.docx")
        [draft] = read_plans(document, year=None, group=None, vocabulary=words)
        assert told(region, plan, without_our_marks(draft, words)) == [], row.group.key


@pytest.fixture
def group(region):
    return factories.group("it")


def people(region, plan, *members, today=TODAY):
    """What differs about people when the document names these and nobody else."""
    draft = PlanDraft("Plan", plan.year, members=members)
    return [(kind, title, facts) for kind, _, title, facts in told(region, plan, draft, today)]


def held(group, name="Bo Gran", **values):
    umea = factories.municipality("umea")
    return factories.seat(factories.person(name, municipality=umea), group, **values)


def test_a_part_of_the_year_that_the_document_tells_changes_the_last_day(region, group):
    held(group, municipality=factories.municipality("umea"))
    until = Member("Bo Gran", "umea", period=read("till och med 31 augusti", year=YEAR))
    assert people(region, factories.plan(group), until) == [
        (ChangeKind.CHANGED, "Bo Gran, Umeå", (("Sista dag", "", "31 augusti 2026"),))
    ]


def test_a_first_day_within_the_year_leaves_the_years_before_it_alone(region, group):
    place = held(group, municipality=factories.municipality("umea"), starts=date(2020, 1, 1))
    since = Member("Bo Gran", "umea", period=read("från och med 1 maj", year=YEAR))
    plan = factories.plan(group)
    assert people(region, plan, since) == []
    place.starts = date(YEAR, 1, 1)
    assert people(region, plan, since)[0][2] == (("Första dag", "1 januari 2026", "1 maj 2026"),)


def test_a_place_without_municipality_gets_the_documents(region, group):
    held(group)
    assert people(region, factories.plan(group), Member("Bo Gran", "umea")) == [
        (ChangeKind.CHANGED, "Bo Gran, Umeå", (("Kommun", "", "Umeå"),))
    ]


def test_within_the_group_the_same_name_and_municipality_is_the_same_person(region, group):
    vindeln = factories.municipality("vindeln")
    held(group, municipality=vindeln)
    factories.person("Bo Gran", municipality=vindeln)
    newer = Newer(PlanDraft("Plan", members=(told := Member("Bo Gran", "vindeln"),)), (), TODAY)
    plan = factories.plan(group)
    assert comparing.between(plan, replace(newer, people=((told, None),)), region) == []


def test_a_convener_named_as_contact_or_member_stays_convener(region, group):
    held(group, municipality=factories.municipality("umea"), role=GroupRole.CONVENER)
    plan = factories.plan(group)
    assert people(region, plan, Member("Bo Gran", "umea")) == []
    contact = PlanDraft("Plan", contacts=(Contact("Bo Gran", "umea"),))
    assert told(region, plan, contact) == []


def test_who_is_left_is_told_of_this_year_and_next_but_not_of_past_ones(region, group):
    held(group)
    held(group, "Eva Slut", ends=TODAY)
    other = Member("Cia Dal", "umea")
    kinds = {
        year: [
            (kind, title)
            for kind, title, _ in people(region, factories.plan(group, year), other)
            if kind is ChangeKind.REMOVED
        ]
        for year in (YEAR - 1, YEAR, YEAR + 1)
    }
    assert kinds == {
        YEAR - 1: [],
        YEAR: [(ChangeKind.REMOVED, "Bo Gran")],
        YEAR + 1: [(ChangeKind.REMOVED, "Bo Gran")],
    }


def test_a_document_that_names_nobody_says_nothing_of_who_takes_part(region, group):
    held(group)
    assert people(region, factories.plan(group)) == []


def test_purposes_that_serve_the_same_are_one_that_is_written_anew(region):
    plan = lay_in(region, DRAFT).plan
    purpose = (Purpose("Samarbeta om allt annat", (1, 2)), Purpose("Synas"))
    [(kind, _, title, facts)] = told(region, plan, replace(DRAFT, purpose=purpose))
    assert (kind, title) == (ChangeKind.CHANGED, "Samarbeta om allt annat")
    assert facts == (("Text", "Dela det som går", "Samarbeta om allt annat"),)
    unsaid = (Purpose("Dela det som går"), Purpose("Synas", (3,)))
    [(_, _, title, facts)] = told(region, plan, replace(DRAFT, purpose=unsaid))
    assert (title, facts) == ("Synas", (("Övergripande mål", "", "3"),))


def test_an_activity_without_section_comes_back_without(region):
    plan = lay_in(region, replace(DRAFT, activities=(*DRAFT.activities, IN_SECTION))).plan
    words = region_words.of_region(region, YEAR, registry.GROUPS)
    content = plan_docx(plan_exports.table(plan, region, today=TODAY))
    document = read_file(content, filename="plan.docx")
    [draft] = read_plans(document, year=YEAR, group="it", vocabulary=words)
    again = without_our_marks(draft, words)
    assert [activity.section for activity in again.activities] == [None, "Telefoni"]


def test_a_large_plan_takes_no_more_queries_than_a_small(region):
    def queries(key, size):
        group = factories.group(key)
        plan = factories.plan(group)
        for number in range(size):
            factories.cells(factories.activity(plan))
            factories.seat(factories.person(f"{key} {number}"), group, GroupRole.MEMBER)
        draft = PlanDraft("Plan", members=tuple(Member(f"{key} {n}") for n in range(1, size)))
        db.session.expire_all()
        plan = plans.whole(group, YEAR)
        with counted() as sent:
            comparing.between(plan, Newer(draft, (), TODAY), region)
        return len(sent)

    assert queries("it", 3) == queries("kultur", 30)
