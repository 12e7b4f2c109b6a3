"""Follow-up through the year: its periods, and the judgements that groups make of their goals."""

from dataclasses import dataclass
from datetime import date

from regionhub.domain.labelled import Labelled


class Forecast(Labelled):
    """Helårsprognos: can the goal be reached by the end of the year?"""

    REACHABLE = "reachable", "Kan uppnås", "▲"
    PARTLY = "partly", "Kan delvis uppnås", "◆"
    HARD = "hard", "Blir svårt att uppnå", "▼"
    MISSING = "missing", "Bedömning saknas", "?"


class Outcome(Labelled):
    """Måluppfyllelse: was the goal reached?"""

    FULFILLED = "fulfilled", "Helt uppfyllt", "●"
    PARTLY = "partly", "Delvis uppfyllt", "◐"
    NOT_FULFILLED = "not_fulfilled", "Inte uppfyllt", "○"
    MISSING = "missing", "Bedömning saknas", "?"


class Trend(Labelled):
    """Which way the matter is going, whatever the forecast says."""

    UP = "up", "Uppåt", "↗"
    LEVEL = "level", "Oförändrat", "→"
    DOWN = "down", "Nedåt", "↘"


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


# What every year starts with.
USUAL_PERIODS = (
    PeriodPattern("t1", "Tertial 1", (4, 30), (5, 15)),
    PeriodPattern("delar", "Delår", (8, 31), (9, 15)),
    PeriodPattern("vb", "Verksamhetsberättelse med helårsprognos", (10, 15), (10, 31)),
    PeriodPattern("slut", "Slutlig status", (12, 31), (1, 20), due_next_year=True),
)
