"""Which way an indicator should go, and how its target is reckoned."""

from enum import StrEnum


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    KEEP = "keep"

    @property
    def label(self) -> str:
        """The word shown to people (Swedish)."""
        return {"up": "Ska öka", "down": "Ska minska", "keep": "Ska hållas"}[self.value]


class Reckoning(StrEnum):
    """How a change is meant: to a level, by percentage points, or by a share of the baseline."""

    LEVEL = "level"
    POINTS = "points"
    RELATIVE = "relative"

    @property
    def label(self) -> str:
        """The words shown to people (Swedish)."""
        return {
            "level": "Till en nivå",
            "points": "I procentenheter",
            "relative": "I procent av utgångsvärdet",
        }[self.value]
