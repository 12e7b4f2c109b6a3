"""Who takes part in a working group, and when."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from regionhub.domain.permissions import LEADING
from regionhub.extensions import db
from regionhub.models import Group, Membership, Municipality, Person
from regionhub.models.swedish_order import swedish


def of_group(group: Group, day: date) -> list[Membership]:
    """The places in the group that somebody holds on the day, by name."""
    return list(
        db.session.scalars(
            select(Membership)
            .join(Membership.person)
            .where(
                Membership.group_id == group.id,
                or_(Membership.starts.is_(None), Membership.starts <= day),
                or_(Membership.ends.is_(None), Membership.ends >= day),
            )
            .options(
                joinedload(Membership.person, innerjoin=True).lazyload(Person.municipality),
                joinedload(Membership.municipality),
            )
            .order_by(swedish(Person.name), Membership.id)
        )
    )


def leading(places: Iterable[Membership]) -> list[Membership]:
    """Those who convene the group or are its contact."""
    return [place for place in places if place.role in LEADING]


def by_municipality(
    places: Iterable[Membership], municipalities: Iterable[Municipality]
) -> list[tuple[Municipality | None, list[Membership]]]:
    """Every municipality with its people, in the fixed order; last those who act for none."""
    held = list(places)
    rows: list[tuple[Municipality | None, list[Membership]]] = [
        (municipality, [p for p in held if p.municipality_id == municipality.id])
        for municipality in municipalities
    ]
    known = {municipality.id for municipality, _ in rows if municipality is not None}
    others = [place for place in held if place.municipality_id not in known]
    return [*rows, (None, others)] if others else rows


def bounds_within(place: Membership, year: int) -> tuple[date | None, date | None]:
    """The first and last day of a place that is held in the year; None at an end that lies
    outside it or is the year's own.
    """
    starts = place.starts if place.starts and place.starts > date(year, 1, 1) else None
    ends = place.ends if place.ends and place.ends < date(year, 12, 31) else None
    return starts, ends


def day_within(year: int, today: date) -> date:
    """The day of the year that its people are shown for: today, or the year's nearest end."""
    return min(max(today, date(year, 1, 1)), date(year, 12, 31))
