"""The region itself: its municipalities and overarching goals in a year, its groups."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import selectinload

from regionhub.domain.errors import NotFound
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.models import Group, Municipality, OverarchingGoal, Region

_NO_REGION = "Ingen region är upplagd ännu. Kör kommandot regionhub create-region."
NO_GROUP = "Arbetsgruppen finns inte i den här regionen."
# Put together once: every page of a group asks it.
_WITH_GROUP = (
    select(Region, Group)
    .outerjoin(Group, and_(Group.region_id == Region.id, Group.key == bindparam("key")))
    .order_by(Region.id)
    .limit(1)
)


def the_region() -> Region:
    """The one region of this installation."""
    region = db.session.scalars(select(Region).order_by(Region.id).limit(1)).first()
    if region is None:
        raise NotFound(_NO_REGION)
    return region


def municipalities(region: Region, year: int) -> list[Municipality]:
    """Those that belong to the region in the year, in their fixed order."""
    rows = db.session.scalars(
        select(Municipality)
        .options(selectinload(Municipality.periods))
        .where(Municipality.region_id == region.id)
        .order_by(Municipality.position, Municipality.id)
    )
    return [municipality for municipality in rows if municipality.takes_part(year)]


def overarching_goals(region: Region, year: int) -> list[OverarchingGoal]:
    """Those in force in the year, by number."""
    rows = db.session.scalars(
        select(OverarchingGoal)
        .where(OverarchingGoal.region_id == region.id)
        .order_by(OverarchingGoal.number)
    )
    return [goal for goal in rows if goal.holds(year)]


def groups(region: Region) -> list[Group]:
    """The region's active working groups, in the registry's order."""
    return list(
        db.session.scalars(
            select(Group)
            .where(Group.region_id == region.id, Group.active)
            .order_by(Group.position, Group.id)
        )
    )


def group(region: Region, key: str) -> Group:
    """One group by its key."""
    found = db.session.scalars(
        select(Group).where(Group.region_id == region.id, Group.key == key)
    ).first()
    if found is None:
        raise NotFound(NO_GROUP)
    return found


def with_group(key: str) -> tuple[Region, Group | None]:
    """The region and one of its groups, None where it has no such group (one query)."""
    found = db.session.execute(_WITH_GROUP, {"key": key}).first()
    if found is None:
        raise NotFound(_NO_REGION)
    return found[0], found[1]


def declare_groups(region: Region, declared: Iterable[WorkGroup]) -> None:
    """Give every declared group its row; names and order follow the declaration."""
    rows = {row.key: row for row in groups(region)}
    for position, wanted in enumerate(declared):
        row = rows.get(wanted.key)
        if row is None:
            row = Group(region_id=region.id, key=wanted.key)
            db.session.add(row)
        row.name = wanted.name
        row.position = position
    db.session.flush()


def current_year(today: date) -> int:
    """The plan year that is running: the calendar year."""
    return today.year
