"""The follow-up periods of a year."""

from sqlalchemy import select

from regionhub.domain.followup import USUAL_PERIODS
from regionhub.extensions import db
from regionhub.models import FollowUpPeriod, Region


def of_year(region: Region, year: int) -> list[FollowUpPeriod]:
    """The year's follow-ups in order of time."""
    return list(
        db.session.scalars(
            select(FollowUpPeriod)
            .where(FollowUpPeriod.region_id == region.id, FollowUpPeriod.year == year)
            .order_by(FollowUpPeriod.as_of)
        )
    )


def open_year(region: Region, year: int) -> None:
    """Give a year that has no follow-ups the usual ones."""
    if of_year(region, year):
        return
    for pattern in USUAL_PERIODS:
        as_of, due = pattern.dates(year)
        db.session.add(
            FollowUpPeriod(
                region_id=region.id,
                year=year,
                key=pattern.key,
                name=pattern.name,
                as_of=as_of,
                due=due,
            )
        )
    db.session.flush()
