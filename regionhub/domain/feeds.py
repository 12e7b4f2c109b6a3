"""What a calendar feed may cover."""

from enum import StrEnum


class FeedScope(StrEnum):
    """Whose deadlines stand in the calendar."""

    OWN = "own"
    GROUP = "group"
    MUNICIPALITY = "municipality"
    REGION = "region"
