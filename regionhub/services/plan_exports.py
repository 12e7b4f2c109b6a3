"""A plan as the groups lay it out, for Word and Excel."""

from collections.abc import Iterable
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from regionhub.domain.permissions import LEADING
from regionhub.domain.status import Status
from regionhub.domain.swedish import local_day, long_date
from regionhub.extensions import db
from regionhub.models import Activity, Cell, Membership, Region, WorkPlan
from regionhub.models.person import Person
from regionhub.models.swedish_order import swedish
from regionhub.outputs.plain_text import one_line
from regionhub.outputs.plan_table import (
    PlanActivity,
    PlanGoal,
    PlanPerson,
    PlanPurpose,
    PlanRow,
    PlanTable,
)
from regionhub.services import memberships


def table(plan: WorkPlan, region: Region, *, today: date) -> PlanTable:
    """The plan with its people; `plan` as `plans.whole` loads it. One query, whatever its size."""
    places = _places(plan)
    return PlanTable(
        title=plan.title,
        group=plan.group.name,
        region=region.name,
        year=plan.year,
        dated=today,
        contacts=_people((place for place in places if place.role in LEADING), plan.year),
        members=_people((place for place in places if place.role not in LEADING), plan.year),
        area=plan.area,
        purposes=tuple(
            PlanPurpose(purpose.text, tuple(goal.number for goal in purpose.serves))
            for purpose in plan.purposes
        ),
        goals=tuple(PlanGoal(goal.text, goal.heading) for goal in plan.goals),
        activities=tuple(map(_activity, plan.activities)),
        remarks=plan.remarks,
    )


def _places(plan: WorkPlan) -> list[Membership]:
    """The places in the group that somebody holds at any time of the year, by name."""
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    return list(
        db.session.scalars(
            select(Membership)
            .join(Membership.person)
            .where(
                Membership.group_id == plan.group_id,
                Membership.starts.is_(None) | (Membership.starts <= last),
                Membership.ends.is_(None) | (Membership.ends >= first),
            )
            .options(
                joinedload(Membership.person, innerjoin=True).lazyload(Person.municipality),
                joinedload(Membership.municipality),
            )
            .order_by(swedish(Person.name), Membership.id)
        )
    )


def _people(places: Iterable[Membership], year: int) -> tuple[PlanPerson, ...]:
    return tuple(
        PlanPerson(
            name=place.person.name,
            municipality=place.municipality.name if place.municipality else "",
            title=place.person.title,
            phone=place.person.phone,
            email=place.person.email,
            period=_period(place, year),
        )
        for place in places
    )


def _period(place: Membership, year: int) -> str:
    """The part of the year that the place is held, in words; "" for the whole of it."""
    from_day, to_day = memberships.bounds_within(place, year)
    if from_day and to_day:
        return f"{from_day.isoformat()}–{to_day.isoformat()}"
    if from_day:
        return f"från och med {long_date(from_day)}"
    return f"till och med {long_date(to_day)}" if to_day else ""


def _activity(activity: Activity) -> PlanActivity:
    return PlanActivity(
        text=activity.title,
        section=activity.section,
        when=activity.when_text,
        owner=activity.owner_text,
        status=_status(activity.status, activity.last_heard_at, activity.last_comment),
        comment=activity.description,
        rows=tuple(map(_row, activity.cells)),
    )


def _row(cell: Cell) -> PlanRow:
    return PlanRow(
        municipality=cell.municipality.name,
        text=cell.text,
        when=cell.when_text,
        owner=cell.owner_text,
        status=_status(cell.status, cell.last_heard_at, cell.comment),
    )


def _status(status: Status, heard: datetime | None, said: str) -> str:
    """Word and sign, the day it was last spoken of and what was said, on one line.

    By the sign our own import knows a status from a comment. It stands after the word, since a
    circle before it is read as the sign of a list.
    """
    dated = f" {local_day(heard).isoformat()}" if heard else ""
    return f"{status.label} {status.sign}{dated}{f': {one_line(said)}' if said else ''}"
