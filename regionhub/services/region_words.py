"""What a region knows of itself, as the reading of documents wants it."""

from collections.abc import Iterable

from regionhub.domain.workgroup import WorkGroup
from regionhub.importing import vocabulary
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import Region
from regionhub.services import regions


def of_region(region: Region, year: int, declared: Iterable[WorkGroup]) -> Vocabulary:
    """The municipalities and overarching goals of the year, and the groups by all their names."""
    return Vocabulary(
        municipalities=tuple(
            vocabulary.Municipality(place.key, place.name)
            for place in regions.municipalities(region, year)
        ),
        groups=tuple(
            vocabulary.Group(group.key, (group.name, group.short, *group.names))
            for group in declared
        ),
        overarching_goals=tuple(
            vocabulary.OverarchingGoal(goal.number, goal.text)
            for goal in regions.overarching_goals(region, year)
        ),
    )
