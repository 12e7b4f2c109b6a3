"""What a region knows of itself, as the reading of documents wants it."""

from collections.abc import Iterable

from sqlalchemy import select

from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.importing import vocabulary
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import Municipality, Region
from regionhub.services import regions


def of_region(region: Region, year: int, declared: Iterable[WorkGroup]) -> Vocabulary:
    """Every municipality that has ever taken part, for a document tells its year only when read;
    the overarching goals of the year, and the groups by all their names.
    """
    places = db.session.execute(
        select(Municipality.key, Municipality.name)
        .where(Municipality.region_id == region.id)
        .order_by(Municipality.position, Municipality.id)
    )
    return Vocabulary(
        municipalities=tuple(vocabulary.Municipality(key, name) for key, name in places),
        groups=groups(declared),
        overarching_goals=tuple(
            vocabulary.OverarchingGoal(goal.number, goal.text)
            for goal in regions.overarching_goals(region, year)
        ),
    )


def groups(declared: Iterable[WorkGroup]) -> tuple[vocabulary.Group, ...]:
    """The groups by all the names that documents use for them."""
    return tuple(
        vocabulary.Group(group.key, (group.name, group.short, *group.names)) for group in declared
    )
