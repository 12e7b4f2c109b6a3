"""Activities: found in their plan, written, ordered, dropped and taken up again."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload, selectinload

from regionhub.domain import plan_state
from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.plantime.reader import read
from regionhub.domain.status import Status
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.models import Activity, Cell, Change, Region, WorkPlan
from regionhub.services import (
    activity_parts,
    differences,
    ordering,
    regions,
    revisions,
    updates,
    versions,
)
from regionhub.services.changes import Save
from regionhub.services.differences import Difference

_SUBJECT = "activity"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants an activity to be; `municipality_ids` is empty when it is not divided."""

    title: str
    description: str = ""
    section: str = ""
    when: str = ""
    owner_text: str = ""
    goal_ids: tuple[int, ...] = ()
    municipality_ids: tuple[int, ...] = ()


def of_plan(plan: WorkPlan, activity_id: int) -> Activity:
    """An activity of this very plan, with its cells and owners."""
    activity = db.session.scalars(
        select(Activity)
        .where(Activity.id == activity_id, Activity.plan_id == plan.id)
        .options(
            selectinload(Activity.owners),
            selectinload(Activity.goals),
            selectinload(Activity.cells).options(
                joinedload(Cell.municipality, innerjoin=True), selectinload(Cell.owners)
            ),
        )
    ).first()
    if activity is None:
        raise NotFound("Aktiviteten finns inte i den här planen.")
    return activity


def create(
    plan: WorkPlan,
    wanted: Wanted,
    *,
    region: Region,
    declared: WorkGroup,
    reason: str = "",
    save: Save,
) -> Activity:
    """A new activity at the plan's end."""
    revisions.revise(plan, reason=reason, save=save)
    activity = Activity(
        uid=str(uuid.uuid4()),
        position=_next_position(plan),
        status=Status.NOT_STARTED,
        updated_at=save.at,
    )
    differences.apply(activity, _differences(activity, wanted, plan))
    activity.plan = plan
    db.session.add(activity)
    db.session.flush()
    activity_parts.set_owners(activity, plan, region, declared)
    _set_parts(activity, wanted, plan, region)
    _log(activity, f"Lade till aktiviteten ”{wanted.title}”", save=save)
    return activity


def edit(
    activity: Activity,
    wanted: Wanted,
    *,
    version: int,
    region: Region,
    declared: WorkGroup,
    reason: str = "",
    save: Save,
) -> None:
    """Write the activity anew. Raises StaleEdit when somebody has since `version`."""
    plan = activity.plan
    versions.must_be(activity, version, within=plan)
    changed = _differences(activity, wanted, plan)
    owners_before = activity.owner_text
    differences.apply(activity, changed)
    told = [differences.told(changed), *_set_parts(activity, wanted, plan, region)]
    sentence = ". ".join(part for part in told if part)
    if not sentence:
        return
    revisions.revise(plan, reason=reason, save=save)
    activity.updated_at = save.at
    if activity.owner_text != owners_before:
        activity_parts.set_owners(activity, plan, region, declared)
    _log(activity, sentence, changed, save=save)


def move(activity: Activity, *, up: bool, save: Save) -> None:
    """Move the activity one step in the plan's order."""
    plan = activity.plan
    plan_state.must_be_changeable(plan.state)
    if ordering.move(plan.activities, activity, up=up):
        way = "uppåt" if up else "nedåt"
        _log(activity, f"Flyttade ”{activity.title}” {way} i planen", save=save)


def drop(activity: Activity, *, reason: str, version: int, save: Save) -> None:
    """Say that the activity will not be carried out, and why."""
    versions.must_be(activity, version, within=activity.plan)
    if activity.status is Status.DROPPED:
        raise Refused("Aktiviteten är redan avförd.")
    if not reason:
        raise Refused("Skriv varför aktiviteten avförs.", field="reason")
    revisions.revise(activity.plan, reason=reason, save=save)
    changed = differences.between(
        activity, {"status": ("läge", Status.DROPPED), "dropped_reason": ("skäl", reason)}
    )
    differences.apply(activity, changed)
    activity.updated_at = activity.last_heard_at = save.at
    _log(activity, f"Avförde aktiviteten: {reason}", changed, save=save)


def take_back(activity: Activity, *, reason: str = "", version: int, save: Save) -> None:
    """Take a dropped activity up again, where it stood before or where its cells stand."""
    versions.must_be(activity, version, within=activity.plan)
    if activity.status is not Status.DROPPED:
        raise Refused("Aktiviteten är inte avförd.")
    revisions.revise(activity.plan, reason=reason, save=save)
    before = activity.status
    activity.status = _before_drop(activity)
    activity.dropped_reason = ""
    updates.roll_up(activity)
    activity.updated_at = activity.last_heard_at = save.at
    changed = [Difference("status", "läge", before, activity.status)]
    _log(activity, "Tog upp aktiviteten igen", changed, save=save)


def delete(activity: Activity, *, save: Save) -> None:
    """Take the activity out of a plan that is still a draft."""
    plan = activity.plan
    plan_state.must_be_drafted(plan.state)
    _log(activity, f"Tog bort aktiviteten ”{activity.title}”", save=save)
    db.session.delete(activity)
    db.session.flush()


def _differences(activity: Activity, wanted: Wanted, plan: WorkPlan) -> list[Difference]:
    return differences.between(
        activity,
        {
            "title": ("rubriken", wanted.title),
            "description": ("beskrivningen", wanted.description),
            "section": ("avsnitt", wanted.section),
            "when": ("tiden", read(wanted.when, year=plan.year)),
            "owner_text": ("ansvarig", wanted.owner_text),
        },
    )


def _set_parts(activity: Activity, wanted: Wanted, plan: WorkPlan, region: Region) -> list[str]:
    goals = [goal for goal in plan.goals if goal.id in wanted.goal_ids]
    places = [
        place
        for place in regions.municipalities(region, plan.year)
        if place.id in wanted.municipality_ids
    ]
    return [
        activity_parts.set_goals(activity, goals),
        activity_parts.divide(activity, places, year=plan.year),
    ]


def _before_drop(activity: Activity) -> Status:
    """The status that the latest drop replaced, as the log tells."""
    lines = db.session.scalars(
        select(Change)
        .where(Change.activity_id == activity.id)
        .order_by(Change.at.desc(), Change.id.desc())
    )
    for line in lines:
        old, new = line.values.get("status", (None, None))
        if new == Status.DROPPED.value and old:
            return Status(old)
    return Status.NOT_STARTED


def _next_position(plan: WorkPlan) -> int:
    query = select(func.max(Activity.position)).where(Activity.plan_id == plan.id)
    last = db.session.scalar(query)
    return 0 if last is None else last + 1


def _log(
    activity: Activity,
    sentence: str,
    changed: Collection[Difference] = (),
    *,
    save: Save,
) -> None:
    updates.log(
        activity,
        save,
        sentence,
        subject=_SUBJECT,
        subject_id=activity.id,
        values=differences.values(changed),
    )
