"""Rows of a plan made from a draft. Nothing that the document says falls away on the way."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from regionhub.domain.plantime.reading import PlanTime
from regionhub.importing.draft import ActivityDraft, GoalDraft, OtherPart, PlanDraft, RowDraft
from regionhub.models import (
    Activity,
    Cell,
    Goal,
    Municipality,
    OverarchingGoal,
    Person,
    PlanPurpose,
    WorkPlan,
)
from regionhub.services import owner_matching

_SHORT = 200


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows are made with: the year's municipalities and goals, the plan's people."""

    places: Mapping[str, Municipality]
    overarching_goals: Mapping[int, OverarchingGoal]
    people: Mapping[str, Person]
    at: datetime


def fill(plan: WorkPlan, draft: PlanDraft, frame: Frame) -> None:
    """Write the draft into an empty plan; the owners need `give_owners` after a flush."""
    plan.title = _cut(draft.title) or plan.title
    plan.area = draft.area
    plan.remarks = _remarks(draft)
    plan.purposes = [
        PlanPurpose(
            position=position,
            text=purpose.text,
            serves=[
                frame.overarching_goals[number]
                for number in purpose.overarching_goals or ()
                if number in frame.overarching_goals
            ],
        )
        for position, purpose in enumerate(draft.purpose)
    ]
    plan.goals = [_goal(position, goal) for position, goal in enumerate(draft.goals)]
    plan.activities = [
        _activity(position, activity, frame)
        for position, activity in enumerate(laid_out(draft, frame.places))
    ]


def give_owners(plan: WorkPlan, draft: PlanDraft, frame: Frame) -> None:
    """Write the owners of what `fill` has made, once it has its ids."""
    for activity, told in zip(plan.activities, laid_out(draft, frame.places), strict=True):
        owner_matching.give(activity, told.owners, frame.people)
        for cell, row in zip(activity.cells, told.rows, strict=True):
            owner_matching.give(cell, row.owners, frame.people)


def laid_out(draft: PlanDraft, places: Mapping[str, Municipality]) -> list[ActivityDraft]:
    """The activities as the plan holds them: only one row for each municipality stays a row.

    Other rows become activities of their own, with their activity's text as their section. An
    activity that had nothing but such rows then is that section, and no activity beside them.
    """
    return [made for activity in draft.activities for made in _apart(activity, places)]


def _apart(activity: ActivityDraft, places: Mapping[str, Municipality]) -> Iterator[ActivityDraft]:
    kept: dict[str, RowDraft] = {}
    own: list[RowDraft] = []
    for row in activity.rows:
        if row.municipality in places and row.municipality not in kept:
            kept[row.municipality] = row
        else:
            own.append(row)
    says_more = activity.owner_text or activity.comment or activity.doubts
    if kept or says_more or not own:
        yield replace(activity, rows=tuple(kept.values()))
    for row in own:
        yield ActivityDraft(
            text=row.text,
            section=activity.text,
            deadline=row.deadline or activity.deadline,
            owner_text=row.owner_text,
            owners=row.owners,
            comment=activity.section,
        )


def _goal(position: int, told: GoalDraft) -> Goal:
    heading, text = told.heading or "", told.text
    if len(heading) > _SHORT:
        heading, text = "", f"{heading}\n{text}"
    goal = Goal(position=position, heading=heading, text=text)
    goal.when = PlanTime("")
    return goal


def _activity(position: int, told: ActivityDraft, frame: Frame) -> Activity:
    section = told.section or ""
    said = [section] if len(section) > _SHORT else []
    activity = Activity(
        uid=str(uuid.uuid4()),
        position=position,
        section=_cut(section),
        title=told.text,
        description="\n".join([*said, *([told.comment] if told.comment else [])]),
        owner_text=told.owner_text,
        updated_at=frame.at,
    )
    activity.when = told.deadline or PlanTime("")
    for row in told.rows:
        place = frame.places[row.municipality or ""]
        cell = Cell(position=place.position, text=row.text, owner_text=row.owner_text)
        cell.municipality = place
        cell.when = row.deadline or PlanTime("")
        activity.cells.append(cell)
    return activity


def _remarks(draft: PlanDraft) -> str:
    title = [OtherPart("", draft.title)] if len(draft.title) > _SHORT else []
    return "\n\n".join(
        "\n".join(part for part in (other.heading, other.text) if part)
        for other in (*title, *draft.other)
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
