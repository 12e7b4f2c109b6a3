"""Readings in Swedish: the line shown under what a person types, and phrases that read back."""

from datetime import date

from regionhub.domain.plantime import doubts, stretches
from regionhub.domain.plantime.periods import week_of
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.recurrences import how_often
from regionhub.domain.plantime.tokens import FIRST_YEAR, LAST_WRITTEN_YEAR
from regionhub.domain.swedish import MONTHS, listed, long_date

WITHOUT_DATE = {
    doubts.EMPTY: "inte ifyllt: blir utan datum",
    doubts.UNKNOWN: "inte bestämt: blir utan datum",
    doubts.BACKWARDS: "slutar före början: blir utan datum",
    doubts.NO_SUCH_DAY: "finns inte i kalendern: blir utan datum",
    doubts.EVENT: "beror på en händelse: blir utan datum tills den har ett",
    doubts.BREAK: "beror på ett lov: blir utan datum tills det har ett",
    doubts.CONDITION: "beror på ett villkor: blir utan datum",
    doubts.DONE: "klart, men inte när: blir utan datum",
    doubts.STARTED: "påbörjat, men utan slut: blir utan datum",
    doubts.DROPPED: "blir inte av, eller vilar: blir utan datum",
    doubts.REFERS: "hänvisar till något annat: blir utan datum",
    doubts.NOT_THEN: "säger när det inte sker: blir utan datum",
    doubts.RELATIVE: "saknar dag att räkna från: blir utan datum",
    doubts.WHICH_DAY: "saknar datum för veckodagen: blir utan datum",
    doubts.WHICH_MONTH: "saknar månad: blir utan datum",
}
MOST_NAMED = 6
UNREADABLE = "kan inte läsas: blir utan datum"


def until(end: date, today: date) -> str:
    """How far off a due date is: "om 12 dagar", "i dag", "för 3 dagar sedan"."""
    away = (end - today).days
    if away == 0:
        return "i dag"
    count = f"{abs(away)} {'dag' if abs(away) == 1 else 'dagar'}"
    return f"om {count}" if away > 0 else f"för {count} sedan"


def describe(reading: PlanTime) -> str:
    """The line that is shown under the words: the dates, and when it is due."""
    match reading.kind:
        case Kind.CONTINUOUS:
            return _described_continuous(reading)
        case Kind.RECURRING:
            return f"{how_often(reading.recurrence) or 'återkommande'}, {_dates(reading)}"
    if reading.start is None and reading.end is None:
        told = (WITHOUT_DATE[doubt] for doubt in reading.doubts if doubt in WITHOUT_DATE)
        return next(told, UNREADABLE)
    maybe = "kanske " if reading.kind is Kind.CONDITIONAL else ""
    return maybe + _dates(reading)


def _described_continuous(reading: PlanTime) -> str:
    if reading.end is not None:
        return f"löpande, {_dates(reading)}"
    if reading.start is not None:
        return f"löpande från och med {long_date(reading.start)}, inget slutdatum"
    return "hela året, inget slutdatum"


def _dates(reading: PlanTime) -> str:
    start, end = reading.start, reading.end
    if end is None:
        opening = f"tidigast {long_date(start)}, " if start else ""
        return f"{opening}inget slutdatum"
    if start is None:
        return f"senast {long_date(end)}"
    if start == end:
        return f"{long_date(end)}, förfaller samma dag"
    return (
        f"{_each(reading) or stretches.days(start, end)}, förfaller {stretches.day_and_month(end)}"
    )


def _each(reading: PlanTime) -> str | None:
    """The occasions of a list one by one, unless they are many."""
    occasions = (reading.recurrence or {}).get("occasions", ())
    if not 1 < len(occasions) <= MOST_NAMED:
        return None
    days = [(date.fromisoformat(row["start"]), date.fromisoformat(row["end"])) for row in occasions]
    *others, (start, end) = days
    years = {day.year for pair in days for day in pair}
    named = [stretches.days(*pair) for pair in others]
    if len(years) == 1:
        named = [phrase.removesuffix(f" {end.year}") for phrase in named]
    return listed([*named, stretches.days(start, end)])


def in_words(reading: PlanTime) -> str | None:
    """A phrase that reads back to the same reading in the plan of the same year.

    None where there is no such phrase: an unknown time, an event, or dates that no words name.
    """
    written = [day for day in (reading.start, reading.end) if day is not None]
    if any(not FIRST_YEAR <= day.year <= LAST_WRITTEN_YEAR for day in written):
        return None
    if reading.kind is Kind.CONDITIONAL:
        if not written:
            return "vid behov"
        phrase = _phrase(reading)
        return phrase and f"eventuellt {phrase}"
    return _phrase(reading) if written or reading.kind is Kind.CONTINUOUS else None


def _phrase(reading: PlanTime) -> str | None:
    match reading.precision:
        case Precision.CONTINUOUS:
            return _continuous(reading)
        case Precision.RECURRING:
            return _recurring(reading)
    return _dated(reading)


def _continuous(reading: PlanTime) -> str:
    if reading.end is None:
        start = reading.start
        return f"från och med {long_date(start)}" if start else "löpande"
    if reading.start is None:
        return f"löpande till och med {long_date(reading.end)}"
    return f"löpande {stretches.days(reading.start, reading.end)}"


def _recurring(reading: PlanTime) -> str | None:
    start, end = reading.start, reading.end
    often = how_often(reading.recurrence)
    if often is None or start is None or end is None:
        return None
    rule = str((reading.recurrence or {}).get("rrule", ""))
    if rule.startswith("FREQ=YEARLY;BYMONTH="):
        when = _in_year(rule, start, end)
    else:
        when = None if _says_more(rule, start, end) else f"under {_whole_or_days(start, end)}"
    return when and f"{often} {when}"


def _in_year(rule: str, start: date, end: date) -> str | None:
    """The day or the months of a yearly rule, in the year of its bounds."""
    if start.year != end.year:
        return None
    if "BYMONTHDAY" in rule:
        return long_date(end) if start == end else f"senast {long_date(end)}"
    months = [MONTHS[int(number) - 1] for number in rule.partition("BYMONTH=")[2].split(",")]
    due = "i" if start == end.replace(day=1) or len(months) > 1 else "senast"
    return f"{due} {listed(months)} {end.year}"


def _says_more(rule: str, start: date, end: date) -> bool:
    """Whether bounds would tell a yearly rule a day or a week that it does not have.

    A single day is where another rule ends, so it cannot say where that begins.
    """
    if not rule.startswith("FREQ=YEARLY"):
        return start == end
    is_week = (start, end) == week_of(start)
    return start == end or is_week != ("BYWEEKNO" in rule)


def _whole_or_days(start: date, end: date) -> str:
    return stretches.years(start, end) or stretches.days(start, end)


def _dated(reading: PlanTime) -> str | None:
    start, end = reading.start, reading.end
    if "occasions" in (reading.recurrence or {}):
        return _listed(reading)
    if end is None:
        phrase = _opening(start, reading.precision) if start else None
        return phrase and f"tidigast {phrase}"
    if start is None:
        phrase = _closing(end, reading.precision)
        return phrase and f"senast {phrase}"
    return _stretch(start, end, reading.precision)


def _stretch(start: date, end: date, precision: Precision) -> str | None:
    match precision:
        case Precision.DAY:
            return stretches.days(start, end)
        case Precision.MONTH:
            return stretches.month_of(end)
        case Precision.YEAR:
            return stretches.years(start, end)
    return stretches.period(start, end)


def _closing(end: date, precision: Precision) -> str | None:
    match precision:
        case Precision.DAY:
            return long_date(end)
        case Precision.MONTH:
            return stretches.month_of(end) if stretches.ends_month(end) else None
        case Precision.YEAR:
            return stretches.years(end.replace(month=1, day=1), end)
    return stretches.ending(end)


def _opening(start: date, precision: Precision) -> str | None:
    match precision:
        case Precision.DAY:
            return long_date(start)
        case Precision.MONTH:
            return stretches.month_of(start) if start.day == 1 else None
        case Precision.YEAR:
            return str(start.year) if (start.month, start.day) == (1, 1) else None
    return stretches.beginning(start)


def _listed(reading: PlanTime) -> str | None:
    """Occasions in a row, unless together they would be read as less or more exact."""
    occasions, by, end = (reading.recurrence or {})["occasions"], reading.start is None, reading.end
    named = [
        _occasion(date.fromisoformat(row["start"]), date.fromisoformat(row["end"]))
        for row in occasions
    ]
    kinds = {kind for _, kind in named}
    if kinds != {reading.precision}:
        return None
    if by and max(row["end"] for row in occasions) != str(end):
        return None
    return f"{'senast ' if by else ''}{listed([phrase for phrase, _ in named])}"


def _occasion(start: date, end: date) -> tuple[str, Precision]:
    """An occasion as the largest thing it is: whole years, whole months, or days."""
    if start.day != 1 or not stretches.ends_month(end):
        return stretches.days(start, end), Precision.DAY
    if (start.year, start.month) == (end.year, end.month):
        return stretches.month_of(end), Precision.PERIOD
    years = stretches.years(start, end)
    if years:
        return years, Precision.YEAR
    return f"{stretches.month_of(start)}–{stretches.month_of(end)}", Precision.PERIOD
