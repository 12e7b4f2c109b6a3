"""Every plan of the demo goes out as Word and Excel and comes back as the same plan."""

import pytest

from regionhub.blueprints import registry
from regionhub.demo import seed
from regionhub.domain.permissions import GroupRole
from regionhub.extensions import db
from regionhub.importing.own_export import without_our_marks
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.models import WorkPlan
from regionhub.outputs.plan_docx import plan_docx
from regionhub.outputs.plan_xlsx import plan_xlsx
from regionhub.services import plan_exports, plans, region_words, regions
from tests.support import factories
from tests.support.clock import NOW, TODAY
from tests.support.queries import counted

FILES = ((plan_docx, "plan.docx"), (plan_xlsx, "plan.xlsx"))


def read_back(table, build, filename, plan, region):
    words = region_words.of_region(region, plan.year, registry.GROUPS)
    document = read_file(build(table), filename=filename)
    [draft] = read_plans(document, year=None, group=None, vocabulary=words)
    return without_our_marks(draft, words)


def of_table(table, plan, region):
    """What went out, as plain values."""
    keys = {place.name: place.key for place in regions.municipalities(region, plan.year)}
    return {
        "title": table.title,
        "year": table.year,
        "group": plan.group.key,
        "people": [
            (p.name, keys.get(p.municipality), p.title, p.phone, p.email, p.period)
            for p in (*table.contacts, *table.members)
        ],
        "area": table.area,
        "purposes": [(p.text, p.overarching_goals) for p in table.purposes],
        "goals": [(goal.heading, goal.text) for goal in table.goals],
        "activities": [
            (a.section, a.title, a.when, a.owner_text, a.description) for a in plan.activities
        ],
        "rows": [
            [(c.municipality.key, c.text, c.when, c.owner_text) for c in a.cells]
            for a in plan.activities
        ],
        "remarks": table.remarks,
    }


def of_draft(draft, nothing):
    """What came back, as the same plain values; `nothing` is a plan time without words."""
    return {
        "title": draft.title,
        "year": draft.plan_year,
        "group": draft.group,
        "people": [
            (
                p.name,
                p.municipality,
                p.title or "",
                p.phone or "",
                p.email or "",
                p.period.text if p.period else "",
            )
            for p in (*draft.contacts, *draft.members)
        ],
        "area": draft.area,
        "purposes": [(p.text, p.overarching_goals or ()) for p in draft.purpose],
        "goals": [(goal.heading or "", goal.text) for goal in draft.goals],
        "activities": [
            (a.section or "", a.text, a.deadline or nothing, a.owner_text, a.comment or "")
            for a in draft.activities
        ],
        "rows": [
            [(r.municipality, r.text, r.deadline or nothing, r.owner_text) for r in a.rows]
            for a in draft.activities
        ],
        "remarks": "\n\n".join(part.text for part in draft.other),
    }


def doubts_beyond_the_plans_own(draft, plan):
    """What is asked that the group's own words about time do not leave open already."""
    own = [activity.when.doubts for activity in plan.activities]
    return [
        *draft.doubts,
        *(
            doubt
            for activity, known in zip(draft.activities, own, strict=True)
            for doubt in activity.doubts
            if not doubt.endswith(known or ("never",))
        ),
    ]


def test_every_demo_plan_comes_back_as_it_went_out(app):
    seed.fill(today=TODAY, now=NOW)
    region = regions.the_region()
    every = db.session.query(WorkPlan).order_by(WorkPlan.id).all()
    assert len(every) > 20
    for row in every:
        plan = plans.whole(row.group, row.year)
        table = plan_exports.table(plan, region, today=TODAY)
        for build, filename in FILES:
            draft = read_back(table, build, filename, plan, region)
            sent = of_table(table, plan, region)
            nothing = next((a.when for a in plan.activities if not a.when_text), None)
            cells = [cell.when for a in plan.activities for cell in a.cells if not cell.when_text]
            assert of_draft(draft, nothing or next(iter(cells), None)) == sent, filename
            assert doubts_beyond_the_plans_own(draft, plan) == []


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_the_plan_is_given_out_to_who_may_read_it(kind, region, browse):
    it = factories.group("it")
    factories.activity(factories.plan(it), "Byt växel", when="Vecka 44")
    answer = browse(factories.member(it)).ask("GET", f"/it/2026/plan.{kind}")
    assert answer.status_code == 200
    assert f"verksamhetsplan-it-2026.{kind}" in answer.headers["Content-Disposition"]
    document = read_file(answer.get_data(), filename=f"plan.{kind}")
    assert "Byt växel" in str(document)


def test_a_large_plan_takes_no_more_queries_than_a_small(region):
    def queries(group):
        plan = factories.plan(group)
        for _ in range(3 if group.key == "it" else 30):
            factories.cells(factories.activity(plan))
            factories.seat(factories.person(), group, GroupRole.MEMBER)
        db.session.expire_all()
        with counted() as sent:
            plan_exports.table(plans.whole(group, plan.year), region, today=TODAY)
        return len(sent)

    small, large = queries(factories.group("it")), queries(factories.group("kultur"))
    assert small == large
