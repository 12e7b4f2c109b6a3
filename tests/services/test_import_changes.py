"""A document beside the plan: what has been read, or has gone out, differs in nothing."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

from regionhub.blueprints import registry
from regionhub.demo import seed
from regionhub.domain.permissions import SYSTEM, GroupRole
from regionhub.extensions import db
from regionhub.importing.draft import ActivityDraft, Contact, Member, OtherPart, PlanDraft, Purpose
from regionhub.importing.own_export import without_our_marks
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.models import WorkPlan
from regionhub.outputs.plan_docx import plan_docx
from regionhub.services import (
    import_changes,
    plan_exports,
    plan_imports,
    plans,
    region_words,
    regions,
)
from regionhub.services.changes import Save
from regionhub.services.import_changes import Newer
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted
from tests.support.required import missing

BESIDE = Path(__file__).parents[2].parent / "shared" / "plans-2010"
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


def lay_in(region, draft, content=b"file"):
    group, year = plan_imports.home_of(draft, region)
    plan = plan_imports.save_draft(
        draft,
        region=region,
        group=group,
        year=year,
        filename="plan.docx",
        content=content,
        save=Save(SYSTEM, NOW),
    ).plan
    db.session.flush()
    db.session.expire_all()
    return plan


def told(region, plan, draft, today=TODAY):
    """What differs, in few words."""
    found = import_changes.between(plan, Newer(draft, (), today), region)
    return [(one.kind, one.label, one.title, one.told) for one in found]


def test_what_was_just_read_differs_in_nothing(region):
    assert told(region, lay_in(region, DRAFT), DRAFT) == []


def test_the_twelve_real_plans_differ_in_nothing_once_they_are_read(region):
    files = sorted(Path(os.environ.get("REGIONHUB_TEST_PLANS", BESIDE)).glob("*.docx"))
    if not files:
        missing("the twelve work plans of 2010 (set REGIONHUB_TEST_PLANS to their folder)")
    vocabulary = region_words.of_region(region, 2010, registry.GROUPS)
    for file in files:
        content = file.read_bytes()
        [draft] = plan_imports.read(
            content, filename=file.name, year=None, group=None, vocabulary=vocabulary
        )
        plan = lay_in(region, draft, content)
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


def test_an_activity_without_section_comes_back_without(region):
    plan = lay_in(region, replace(DRAFT, activities=(*DRAFT.activities, IN_SECTION)))
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
            import_changes.between(plan, Newer(draft, (), TODAY), region)
        return len(sent)

    assert queries("it", 3) == queries("kultur", 30)
