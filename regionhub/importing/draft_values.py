"""Drafts out of the plain values that `as_dict` makes of them, so that they can be kept."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
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

Values = Mapping[str, Any]


def plan_draft(values: Values) -> PlanDraft:
    """The draft that `as_dict` gave these values of.

    Of a person's period the words and the days remain; its precision and kind are not kept.
    """
    return PlanDraft(
        title=values["title"],
        plan_year=values["plan_year"],
        group=values["group"],
        contacts=tuple(Contact(**_person(contact)) for contact in values["contacts"]),
        members=tuple(Member(**_person(member)) for member in values["members"]),
        area=values["area"],
        purpose=tuple(map(_purpose, values["purpose"])),
        goals=tuple(GoalDraft(**goal) for goal in values["goals"]),
        activities=tuple(map(_activity, values["activities"])),
        other=tuple(OtherPart(**part) for part in values["other"]),
        doubts=tuple(values["doubts"]),
    )


def plan_time(values: Values | None) -> PlanTime | None:
    """The reading that `PlanTime.as_dict` gave these values of."""
    if values is None:
        return None
    return PlanTime(
        text=values["text"],
        start=_day(values["start"]),
        end=_day(values["end"]),
        precision=Precision(values["precision"]),
        kind=Kind(values["kind"]),
        recurrence=values["recurrence"],
        doubts=tuple(values["doubts"]),
    )


def _person(values: Values) -> dict[str, Any]:
    period = values["period"]
    days = period and PlanTime(period["text"], _day(period["start"]), _day(period["end"]))
    return {**values, "period": days}


def _purpose(values: Values) -> Purpose:
    goals = values["overarching_goals"]
    return Purpose(values["text"], None if goals is None else tuple(goals))


def _activity(values: Values) -> ActivityDraft:
    return ActivityDraft(
        text=values["text"],
        section=values["section"],
        deadline=plan_time(values["deadline"]),
        owner_text=values["owner_text"],
        owners=_owners(values),
        comment=values["comment"],
        rows=tuple(map(_row, values["rows"])),
        doubts=tuple(values["doubts"]),
    )


def _row(values: Values) -> RowDraft:
    return RowDraft(
        text=values["text"],
        municipality=values["municipality"],
        deadline=plan_time(values["deadline"]),
        owner_text=values["owner_text"],
        owners=_owners(values),
    )


def _owners(values: Values) -> tuple[OwnerDraft, ...]:
    return tuple(OwnerDraft(**owner) for owner in values["owners"])


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)
