"""Follow-up through the year: its periods, and the judgements that groups make of their goals."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Forecast(StrEnum):
    """Helårsprognos: can the goal be reached by the end of the year?"""

    REACHABLE = "reachable"
    PARTLY = "partly"
    HARD = "hard"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The words shown to people (Swedish)."""
        return _FORECAST[self.value][0]

    @property
    def sign(self) -> str:
        """The sign beside the words."""
        return _FORECAST[self.value][1]


class Outcome(StrEnum):
    """Måluppfyllelse: was the goal reached?"""

    FULFILLED = "fulfilled"
    PARTLY = "partly"
    NOT_FULFILLED = "not_fulfilled"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """The words shown to people (Swedish)."""
        return _OUTCOME[self.value][0]

    @property
    def sign(self) -> str:
        """The sign beside the words."""
        return _OUTCOME[self.value][1]


class Trend(StrEnum):
    """Which way the matter is going, whatever the forecast says."""

    UP = "up"
    LEVEL = "level"
    DOWN = "down"

    @property
    def label(self) -> str:
        """The word shown to people (Swedish)."""
        return {"up": "Uppåt", "level": "Oförändrat", "down": "Nedåt"}[self.value]

    @property
    def sign(self) -> str:
        """The sign beside the word."""
        return {"up": "↗", "level": "→", "down": "↘"}[self.value]


_FORECAST = {
    "reachable": ("Kan uppnås", "▲"),
    "partly": ("Kan delvis uppnås", "◆"),
    "hard": ("Blir svårt att uppnå", "▼"),
    "missing": ("Bedömning saknas", "?"),
}
_OUTCOME = {
    "fulfilled": ("Helt uppfyllt", "●"),
    "partly": ("Delvis uppfyllt", "◐"),
    "not_fulfilled": ("Inte uppfyllt", "○"),
    "missing": ("Bedömning saknas", "?"),
}


@dataclass(frozen=True, slots=True)
class PeriodPattern:
    """A follow-up that returns every year: facts as they stand on a day, asked for by another."""

    key: str
    name: str
    as_of: tuple[int, int]
    due: tuple[int, int]
    due_next_year: bool = False

    def dates(self, year: int) -> tuple[date, date]:
        """(as of, due) in the given plan year."""
        return (
            date(year, *self.as_of),
            date(year + 1 if self.due_next_year else year, *self.due),
        )


# The region may change these; they are what a new year starts with.
USUAL_PERIODS = (
    PeriodPattern("t1", "Tertial 1", (4, 30), (5, 15)),
    PeriodPattern("delar", "Delår", (8, 31), (9, 15)),
    PeriodPattern("vb", "Verksamhetsberättelse med helårsprognos", (10, 15), (10, 31)),
    PeriodPattern("slut", "Slutlig status", (12, 31), (1, 20), due_next_year=True),
)
