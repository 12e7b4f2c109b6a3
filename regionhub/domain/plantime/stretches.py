"""Dates and stretches of time as Swedes write them out."""

from datetime import date

from regionhub.domain.plantime.periods import ONE_DAY
from regionhub.domain.swedish import MONTHS, long_date

BEGINNINGS = {11: "mitten av", 16: "andra halvan av", 21: "slutet av"}
ENDS = {10: "början av", 15: "första halvan av", 20: "mitten av"}
PARTS = {(1, 10): "början av", (11, 20): "mitten av", (1, 15): "första halvan av"}
PARTS_TO_THE_END = {21: "slutet av", 16: "andra halvan av", 11: "mitten–slutet av"}
LATE_AND_EARLY = {
    3: "förvåren", 5: "senvåren", 6: "försommaren", 7: "högsommaren", 8: "sensommaren",
    9: "förhösten", 11: "senhösten",
}  # fmt: skip
DECEMBER = 12


def day_and_month(day: date) -> str:
    """A date without its year: "3 maj"."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def month_of(day: date) -> str:
    """The month of a date, and its year: "maj 2010"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def ends_month(day: date) -> bool:
    """Whether a day is the last of its month."""
    return (day + ONE_DAY).day == 1


def days(start: date, end: date) -> str:
    """Two dates without saying anything twice: "1–7 november 2010"."""
    if start == end:
        return long_date(end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{long_date(end)}"
    if start.year == end.year:
        return f"{day_and_month(start)}–{long_date(end)}"
    return f"{long_date(start)}–{long_date(end)}"


def years(start: date, end: date) -> str | None:
    """Whole calendar years: "2010", "2009–2010"."""
    if (start.month, start.day) != (1, 1) or end.month != DECEMBER or not ends_month(end):
        return None
    return f"{start.year}" if start.year == end.year else f"{start.year}–{end.year}"


def period(start: date, end: date) -> str | None:
    """Several months, or a part of one: "mars–maj 2010", "slutet av maj 2010"."""
    if (start.year, start.month) == (end.year, end.month):
        return _part_of_month(start, end)
    first = month_of(start) if start.day == 1 else _from_part(start)
    last = month_of(end) if ends_month(end) else _to_part(end)
    if first is None and last is None:
        return None
    first, last = first or long_date(start), last or long_date(end)
    if start.day == 1 and start.year == end.year:
        first = MONTHS[start.month - 1]
    return f"{first}–{last}"


def _part_of_month(start: date, end: date) -> str | None:
    if not ends_month(end):
        name = PARTS.get((start.day, end.day))
    elif start.day == 1:
        season = LATE_AND_EARLY.get(start.month)
        return season and f"{season} {start.year}"
    else:
        name = PARTS_TO_THE_END.get(start.day)
    return name and f"{name} {month_of(end)}"


def _from_part(start: date) -> str | None:
    return f"{BEGINNINGS[start.day]} {month_of(start)}" if start.day in BEGINNINGS else None


def _to_part(end: date) -> str | None:
    return f"{ENDS[end.day]} {month_of(end)}" if end.day in ENDS else None


def ending(end: date) -> str | None:
    """A part of a month by its last day: "slutet av maj 2010"."""
    return f"slutet av {month_of(end)}" if ends_month(end) else _to_part(end)


def beginning(start: date) -> str | None:
    """A part of a month by its first day: "början av maj 2010"."""
    return f"början av {month_of(start)}" if start.day == 1 else _from_part(start)
