"""Plans read from documents: understood, and laid in as plans in draft."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from regionhub.domain.errors import Refused
from regionhub.domain.plan_state import OPEN_FOR_DRAFTING, PlanState
from regionhub.extensions import db
from regionhub.importing.draft import Contact, Member, PlanDraft
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import Group, Person, PlanDocument, Region, WorkPlan
from regionhub.services import changes, follow_ups, regions
from regionhub.services.changes import Save
from regionhub.services.plan_import import draft_rows, people_told
from regionhub.services.plan_import.draft_rows import Frame
from regionhub.services.plan_import.people_told import Register

_SHORT = 200
Told = tuple[Contact | Member, Person | None]


@dataclass(frozen=True, slots=True)
class Imported:
    """A plan that a document was read into. `new` is False when it had been read before."""

    plan: WorkPlan
    new: bool


def read(
    content: bytes,
    *,
    filename: str,
    year: int | None,
    group: str | None,
    vocabulary: Vocabulary,
) -> tuple[PlanDraft, ...]:
    """The plans that a file holds, as it tells them. Saves nothing; refuses what is no plan.

    `year` and `group` (a key) are what the person says where the file does not.
    """
    document = read_file(content, filename=filename)
    return read_plans(document, year=year, group=group, vocabulary=vocabulary)


def home_of(draft: PlanDraft, region: Region) -> tuple[Group, int]:
    """The group and year that a draft belongs to; refuses one that does not say."""
    if draft.group is None:
        raise Refused(
            "Dokumentet säger inte säkert vilken arbetsgrupp planen gäller. Ange gruppen.",
            field="group",
        )
    if draft.plan_year is None:
        raise Refused(
            "Dokumentet säger inte vilket år planen gäller. Ange verksamhetsåret.", field="year"
        )
    return regions.group(region, draft.group), draft.plan_year


def save_draft(
    draft: PlanDraft,
    *,
    region: Region,
    group: Group,
    year: int,
    filename: str,
    content: bytes,
    people: Sequence[Told] = (),
    save: Save,
) -> Imported:
    """Lay a draft in as the group's plan of the year, in draft, with the file as its source.

    The same file a second time changes nothing. A plan that already has content is refused: it
    is the group's own work. `people` are those whom somebody has said who they are.
    """
    if not draft.goals and not draft.activities:
        raise Refused(
            "Filen har varken mål eller aktiviteter som går att läsa. "
            "Kontrollera att det är en verksamhetsplan."
        )
    db.session.refresh(group, with_for_update=True)
    plan = plan_of(group, year)
    if plan is not None and has_source(plan, content):
        return Imported(plan, new=False)
    if plan is None:
        plan = _begin(region, group, year, save)
    _must_be_empty(plan, group)
    _write(plan, draft, region, people, save)
    keep_source(plan, draft, filename=filename, content=content, save=save)
    _log(plan, filename, save)
    return Imported(plan, new=True)


def has_source(plan: WorkPlan, content: bytes) -> bool:
    """Whether the plan has been read from this very file."""
    digest = hashlib.sha256(content).hexdigest()
    return any(source.content_hash == digest for source in plan.documents)


def keep_source(
    plan: WorkPlan, draft: PlanDraft, *, filename: str, content: bytes, save: Save
) -> None:
    """Keep a file, with what was read of it, among those that the plan was read from, once."""
    if has_source(plan, content):
        return
    plan.documents.append(
        PlanDocument(
            filename=filename[:_SHORT],
            content_hash=hashlib.sha256(content).hexdigest(),
            content=content,
            draft=draft.as_dict(),
            read_at=save.at,
            read_by=save.actor.name[:_SHORT],
        )
    )
    db.session.flush()


def has_content(plan: WorkPlan | None) -> bool:
    """Whether the plan already holds the group's own work, or is past being drafted."""
    if plan is None:
        return False
    return bool(plan.goals or plan.activities) or plan.state not in OPEN_FOR_DRAFTING


def plan_of(group: Group, year: int) -> WorkPlan | None:
    """The group's plan of the year, if it has one."""
    return db.session.scalars(
        select(WorkPlan).where(WorkPlan.group_id == group.id, WorkPlan.year == year)
    ).first()


def _begin(region: Region, group: Group, year: int, save: Save) -> WorkPlan:
    plan = WorkPlan(
        year=year,
        title=f"Verksamhetsplan {year}",
        state=PlanState.DRAFT,
        created_at=save.at,
        updated_at=save.at,
    )
    plan.group = group
    db.session.add(plan)
    follow_ups.open_year(region, year)
    return plan


def _must_be_empty(plan: WorkPlan, group: Group) -> None:
    if has_content(plan):
        raise Refused(
            f"{group.name} har redan en plan för {plan.year} med innehåll. "
            "Ändra i den på webben i stället."
        )


def _write(
    plan: WorkPlan, draft: PlanDraft, region: Region, people: Sequence[Told], save: Save
) -> None:
    places = {place.key: place for place in regions.municipalities(region, plan.year)}
    register = Register(region, places)
    for told, person in people:
        register.settle(told, person)
    named = people_told.seat_all(draft, plan.group, plan.year, register)
    goals = regions.overarching_goals(region, plan.year)
    frame = Frame(
        places=places,
        overarching_goals={goal.number: goal for goal in goals},
        people={**register.by_name(), **named},
        at=save.at,
    )
    draft_rows.fill(plan, draft, frame)
    plan.updated_at = save.at
    db.session.flush()
    draft_rows.give_owners(plan, draft, frame)


def _log(plan: WorkPlan, filename: str, save: Save) -> None:
    changes.record(
        save,
        f"Läste in planen från {filename}: {_count(plan.goals, 'mål', 'mål')} och "
        f"{_count(plan.activities, 'aktivitet', 'aktiviteter')}",
        region_id=plan.group.region_id,
        subject="plan",
        subject_id=plan.id,
        group_id=plan.group_id,
        plan_id=plan.id,
    )


def _count(rows: Sequence[object], one: str, many: str) -> str:
    return f"{len(rows)} {one if len(rows) == 1 else many}"
