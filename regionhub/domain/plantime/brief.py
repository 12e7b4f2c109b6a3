"""A reading in few words, for tables: "1–7 nov". The year is left out where it is the plan's."""

from datetime import date

from regionhub.domain.plantime.reading import Kind, PlanTime

_SHORT_MONTHS = (
    "jan",
    "feb",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "aug",
    "sep",
    "okt",
    "nov",
    "dec",
)


def brief(reading: PlanTime, year: int) -> str:
    """The dates of a reading in the plan of `year`; "" where continuous work has none."""
    start, end = reading.start, reading.end
    if end is None:
        if start is not None:
            return f"från {short_date(start, year)}"
        return "" if reading.kind is Kind.CONTINUOUS else "utan datum"
    if start is None:
        return f"senast {short_date(end, year)}"
    if start == end:
        return short_date(end, year)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{short_date(end, year)}"
    return f"{short_date(start, end.year)}–{short_date(end, year)}"


def short_date(day: date, year: int) -> str:
    """ "7 nov", or "7 nov 2025" outside the year."""
    words = f"{day.day} {_SHORT_MONTHS[day.month - 1]}"
    return words if day.year == year else f"{words} {day.year}"
