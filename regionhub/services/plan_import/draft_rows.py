"""Rows of a plan made from a draft. Nothing that the document says falls away on the way."""

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from regionhub.domain.plantime.reading import PlanTime
from regionhub.importing.draft import (
    ActivityDraft,
    GoalDraft,
    OtherPart,
    PlanDraft,
    Purpose,
    RowDraft,
)
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
    plan.remarks = remarks(draft)
    plan.purposes = [
        purpose_row(position, purpose, frame.overarching_goals)
        for position, purpose in enumerate(draft.purpose)
    ]
    plan.goals = [goal_row(position, goal) for position, goal in enumerate(draft.goals)]
    plan.activities = [
        activity_row(position, activity, frame)
        for position, activity in enumerate(laid_out(draft, frame.places))
    ]


def give_owners(plan: WorkPlan, draft: PlanDraft, frame: Frame) -> None:
    """Write the owners of what `fill` has made, once it has its ids."""
    for activity, told in zip(plan.activities, laid_out(draft, frame.places), strict=True):
        give_owners_of(activity, told, frame.people)


def give_owners_of(activity: Activity, told: ActivityDraft, people: Mapping[str, Person]) -> None:
    """Write the owners of an activity and its cells, once they have their ids."""
    owner_matching.give(activity, told.owners, people)
    for cell, row in zip(activity.cells, told.rows, strict=True):
        owner_matching.give(cell, row.owners, people)


def laid_out(draft: PlanDraft, places: Mapping[str, Municipality]) -> list[ActivityDraft]:
    """The activities as the plan holds them: only one row for each municipality stays a row.

    Other rows become activities of their own, with their activity's text as their section. An
    activity that had nothing but such rows then is that section, and no activity beside them.
    """
    return [_fitted(made) for activity in draft.activities for made in _apart(activity, places)]


def fitted_goal(told: GoalDraft) -> GoalDraft:
    """The goal with a heading that a plan has room for; a longer one stands first in its text."""
    if len(told.heading or "") <= _SHORT:
        return told
    return GoalDraft(f"{told.heading}\n{told.text}")


def _fitted(activity: ActivityDraft) -> ActivityDraft:
    """The activity with a section that a plan has room for; the whole stands in the comment."""
    section = activity.section or ""
    if len(section) <= _SHORT:
        return activity
    comment = "\n".join(filter(None, (section, activity.comment)))
    return replace(activity, section=_cut(section), comment=comment)


def _apart(activity: ActivityDraft, places: Mapping[str, Municipality]) -> Iterator[ActivityDraft]:
    kept: dict[str, RowDraft] = {}
    own: list[RowDraft] = []
    for row in activity.rows:
        place = row.municipality
        if place is not None and place in places and place not in kept:
            kept[place] = row
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


def purpose_row(
    position: int, told: Purpose, in_force: Mapping[int, OverarchingGoal]
) -> PlanPurpose:
    """A part of the purpose at a place of the plan."""
    return PlanPurpose(position=position, text=told.text, serves=served(told, in_force))


def served(told: Purpose, in_force: Mapping[int, OverarchingGoal]) -> list[OverarchingGoal]:
    """The overarching goals that a part of the purpose serves, as far as they are in force."""
    numbers = told.overarching_goals or ()
    return [in_force[number] for number in numbers if number in in_force]


def goal_row(position: int, told: GoalDraft) -> Goal:
    """A goal at a place of the plan."""
    fitted = fitted_goal(told)
    goal = Goal(position=position, heading=fitted.heading or "", text=fitted.text)
    goal.when = PlanTime("")
    return goal


def activity_row(position: int, told: ActivityDraft, frame: Frame) -> Activity:
    """An activity at a place of the plan with its cells, as `laid_out` tells it; no owners yet."""
    activity = Activity(
        uid=str(uuid.uuid4()),
        position=position,
        section=told.section or "",
        title=told.text,
        description=told.comment or "",
        owner_text=told.owner_text,
        updated_at=frame.at,
    )
    activity.when = told.deadline or PlanTime("")
    activity.cells = [cell_row(row, frame.places[row.municipality or ""]) for row in told.rows]
    return activity


def cell_row(told: RowDraft, place: Municipality) -> Cell:
    """One municipality's part of an activity; no owners yet."""
    cell = Cell(position=place.position, text=told.text, owner_text=told.owner_text)
    cell.municipality = place
    cell.when = told.deadline or PlanTime("")
    return cell


def remarks(draft: PlanDraft) -> str:
    """What has no place of its own in a plan, as the plan keeps it: part after part."""
    title = [OtherPart("", draft.title)] if len(draft.title) > _SHORT else []
    return "\n\n".join(
        "\n".join(part for part in (other.heading, other.text) if part)
        for other in (*title, *draft.other)
    )


def _cut(text: str) -> str:
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
