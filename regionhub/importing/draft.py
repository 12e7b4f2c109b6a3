"""A plan as it was understood from a document: plain values, as written, every doubt listed."""

from dataclasses import dataclass
from typing import Any, Literal

from regionhub.domain.plantime.reading import PlanTime

OwnerType = Literal["person", "role", "whole_group", "external_unit", "external_role", "project"]


@dataclass(frozen=True, slots=True)
class OwnerDraft:
    """One of those who answer for an activity; `name` is the owner's part of the words written."""

    type: OwnerType
    name: str

    def as_dict(self) -> dict[str, Any]:
        return {"type": self.type, "name": self.name}


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact person. `municipality` is a key where it is known, otherwise the words written.

    `period` is the part of the year that the person holds the task, where the document says so.
    """

    name: str
    municipality: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    period: PlanTime | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "municipality": self.municipality,
            "title": self.title,
            "phone": self.phone,
            "email": self.email,
            "period": _period_as_dict(self.period),
        }


@dataclass(frozen=True, slots=True)
class Member:
    """A member of the group; `note` is what else the document says of the person."""

    name: str
    municipality: str | None = None
    title: str | None = None
    phone: str | None = None
    email: str | None = None
    period: PlanTime | None = None
    note: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "municipality": self.municipality,
            "title": self.title,
            "phone": self.phone,
            "email": self.email,
            "period": _period_as_dict(self.period),
            "note": self.note,
        }


@dataclass(frozen=True, slots=True)
class Purpose:
    """A part of the purpose, and the overarching goals that it says it serves (None: unsaid)."""

    text: str
    overarching_goals: tuple[int, ...] | None = None

    def as_dict(self) -> dict[str, Any]:
        goals = self.overarching_goals
        return {"text": self.text, "overarching_goals": None if goals is None else list(goals)}


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal, and the heading that it stood under."""

    text: str
    heading: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {"heading": self.heading, "text": self.text}


@dataclass(frozen=True, slots=True)
class RowDraft:
    """A part of an activity: one municipality's share of it, or one item in a list beneath it."""

    text: str
    municipality: str | None = None
    deadline: PlanTime | None = None
    owner_text: str = ""
    owners: tuple[OwnerDraft, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "text": self.text,
            "municipality": self.municipality,
            "deadline": self.deadline.as_dict() if self.deadline else None,
            "owner_text": self.owner_text,
            "owners": [owner.as_dict() for owner in self.owners],
        }


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """An activity. `section` is the heading or area that it stood under.

    `deadline` is None where the document gives no time, or none that surely belongs here.
    """

    text: str
    section: str | None = None
    deadline: PlanTime | None = None
    owner_text: str = ""
    owners: tuple[OwnerDraft, ...] = ()
    comment: str | None = None
    rows: tuple[RowDraft, ...] = ()
    doubts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        return {
            "section": self.section,
            "text": self.text,
            "deadline": self.deadline.as_dict() if self.deadline else None,
            "owner_text": self.owner_text,
            "owners": [owner.as_dict() for owner in self.owners],
            "comment": self.comment,
            "rows": [row.as_dict() for row in self.rows],
            "doubts": list(self.doubts),
        }


@dataclass(frozen=True, slots=True)
class OtherPart:
    """Text of the document that has no place of its own in a plan; `heading` may be empty."""

    heading: str
    text: str

    def as_dict(self) -> dict[str, Any]:
        return {"heading": self.heading, "text": self.text}


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """One plan of one document. `group` is the key of a working group that the region knows."""

    title: str
    plan_year: int | None = None
    group: str | None = None
    contacts: tuple[Contact, ...] = ()
    members: tuple[Member, ...] = ()
    area: str = ""
    purpose: tuple[Purpose, ...] = ()
    goals: tuple[GoalDraft, ...] = ()
    activities: tuple[ActivityDraft, ...] = ()
    other: tuple[OtherPart, ...] = ()
    doubts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The draft as plain values, in the shape of the `import-plan` command."""
        return {
            "title": self.title,
            "plan_year": self.plan_year,
            "group": self.group,
            "contacts": [contact.as_dict() for contact in self.contacts],
            "members": [member.as_dict() for member in self.members],
            "area": self.area,
            "purpose": [purpose.as_dict() for purpose in self.purpose],
            "goals": [goal.as_dict() for goal in self.goals],
            "activities": [activity.as_dict() for activity in self.activities],
            "other": [part.as_dict() for part in self.other],
            "doubts": list(self.doubts),
        }


def _period_as_dict(period: PlanTime | None) -> dict[str, Any] | None:
    if period is None:
        return None
    reading = period.as_dict()
    return {"text": reading["text"], "start": reading["start"], "end": reading["end"]}
