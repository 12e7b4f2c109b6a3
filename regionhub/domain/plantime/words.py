"""Readings written out in Swedish: shown under what a person types, and read back to the same."""

from calendar import monthrange
from datetime import date

from regionhub.domain.plantime.lexicon import MONTHS
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision

UNREADABLE = "kan inte läsas: blir utan datum"


def in_full(day: date) -> str:
    """A date as Swedes write it: "3 maj 2010"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def interval(start: date, end: date) -> str:
    """Two dates without saying anything twice: "1–7 november 2010"."""
    if start == end:
        return in_full(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{in_full(end)}"
    if start.year == end.year:
        return f"{start.day} {MONTHS[start.month - 1]}–{in_full(end)}"
    return f"{in_full(start)}–{in_full(end)}"


def until(end: date, today: date) -> str:
    """How far off a due date is: "om 12 dagar", "i dag", "3 dagar sedan"."""
    days = (end - today).days
    if days == 0:
        return "i dag"
    count = f"{abs(days)} {'dag' if abs(days) == 1 else 'dagar'}"
    return f"om {count}" if days > 0 else f"{count} sedan"


def describe(reading: PlanTime) -> str:
    """The line that is shown under the words: the dates, and when it is due."""
    match reading.kind:
        case Kind.CONTINUOUS:
            return _described_continuous(reading)
        case Kind.RECURRING:
            return (
                f"återkommande, förfaller {in_full(reading.end)}" if reading.end else "återkommande"
            )
        case Kind.BY_EVENT:
            return "när händelsen har fått ett datum: blir utan datum tills dess"
        case Kind.UNKNOWN:
            return UNREADABLE
    if reading.end is None:
        start = f"tidigast {in_full(reading.start)}, " if reading.start else ""
        return f"{start}inget slutdatum"
    if reading.kind is Kind.BY:
        return f"senast {in_full(reading.end)}"
    if reading.start is None or reading.start == reading.end:
        return f"{in_full(reading.end)}, förfaller samma dag"
    return f"{interval(reading.start, reading.end)}, förfaller {_due(reading.end)}"


def _due(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
