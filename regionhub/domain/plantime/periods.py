"""Pieces of a calendar year as intervals: both dates inclusive, ValueError where there is none."""

from calendar import monthrange
from datetime import date, timedelta

Interval = tuple[date, date]

ONE_DAY = timedelta(days=1)
TURN = 12
SATURDAY = 5
SEASONS = {
    "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 14),
    "early spring": (3, 3), "late spring": (5, 5), "early summer": (6, 6), "high summer": (7, 7),
    "late summer": (8, 8), "early autumn": (9, 9), "late autumn": (11, 11),
    "summer half": (4, 9), "winter half": (10, 15),
}  # fmt: skip
TERMS = {"spring": (1, 6), "autumn": (8, 12)}


def day(year: int, month: int, number: int) -> Interval:
    """One day; number -1 is the last day of the month."""
    if number == -1:
        number = monthrange(year, month)[1]
    found = date(year, month, number)
    return found, found


def months(year: int, first: int, last: int) -> Interval:
    """Whole months; a month above 12 lies in the year after."""
    past, month = divmod(last - 1, TURN)
    if not 1 <= first <= TURN:
        raise ValueError(first)
    end = monthrange(year + past, month + 1)[1]
    return date(year, first, 1), date(year + past, month + 1, end)


def week(year: int, number: int) -> Interval:
    """An ISO week, Monday to Sunday."""
    monday = date.fromisocalendar(year, number, 1)
    return monday, monday + 6 * ONE_DAY


def week_of(day: date) -> Interval:
    """The week that a day lies in."""
    monday = day - ONE_DAY * day.weekday()
    return monday, monday + 6 * ONE_DAY


def weekday_of_week(year: int, number: int, weekday: int) -> Interval:
    """A weekday (Monday is 0) of an ISO week."""
    found = date.fromisocalendar(year, number, weekday + 1)
    return found, found


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Interval:
    """The first, second … or (-1) last Monday, Tuesday … of a month."""
    first, last = months(year, month, month)
    if nth == -1:
        found = last - ONE_DAY * ((last.weekday() - weekday) % 7)
    else:
        found = first + ONE_DAY * ((weekday - first.weekday()) % 7 + 7 * (nth - 1))
    if found > last:
        raise ValueError(nth)
    return found, found


def nth_working_day(year: int, month: int, nth: int) -> Interval:
    """The first, second … or (-1) last day of a month that is no Saturday or Sunday."""
    first, last = months(year, month, month)
    days = [
        first + ONE_DAY * n for n in range(last.day) if (first + ONE_DAY * n).weekday() < SATURDAY
    ]
    if not (nth == -1 or 1 <= nth <= len(days)):
        raise ValueError(nth)
    found = days[nth if nth == -1 else nth - 1]
    return found, found


def nth_weekend(year: int, month: int, nth: int) -> Interval:
    """A Saturday and its Sunday, counted by the Saturdays of a month."""
    saturday, _ = nth_weekday(year, month, nth, SATURDAY)
    return saturday, saturday + ONE_DAY


def nth_week(year: int, month: int, nth: int) -> Interval:
    """A week counted in a month. A week belongs to the month that holds its Thursday."""
    thursday, _ = nth_weekday(year, month, nth, 3)
    return thursday - 3 * ONE_DAY, thursday + 3 * ONE_DAY


def unit(year: int, name: str, number: int) -> Interval:
    """A numbered quarter, tertial or half-year."""
    length = {"quarter": 3, "tertial": 4, "half": 6}[name]
    if not 1 <= number <= TURN // length:
        raise ValueError(number)
    return months(year, (number - 1) * length + 1, number * length)


def season(year: int, name: str) -> Interval:
    """Spring March–May … winter December–February, named by the year it begins in."""
    return months(year, *SEASONS[name])


def term(year: int, name: str) -> Interval:
    """A school term: spring January–June, autumn August–December."""
    return months(year, *TERMS[name])


def school_year(year: int) -> Interval:
    """August to June of the year after."""
    return months(year, 8, 18)


def turn(year: int, month: int) -> Interval:
    """The last day of a month and the first of the next."""
    last = months(year, month, month)[1]
    return last, last + ONE_DAY


def part(name: str, whole: Interval) -> Interval:
    """A part of an interval.

    A month's beginning is its days 1–10, its middle 11–20 and its end the rest; its halves meet
    at the 15th. The beginning and the end of a year are its first and last quarter, its middle
    May–August. Other periods are cut in three or two by whole months where that goes, otherwise
    by days.
    """
    start, end = whole
    if (start.year, start.month) == (end.year, end.month) and start.day == 1:
        return _days_of_month(name, start, end)
    length = (end.year - start.year) * TURN + end.month - start.month + 1
    if length == TURN and start.month == 1:
        first, last = {
            "begin": (1, 3), "middle": (5, 8), "end": (10, 12),
            "first half": (1, 6), "second half": (7, 12),
        }[name]  # fmt: skip
        return months(start.year, first, last)
    pieces, index = {
        "begin": (3, 0), "middle": (3, 1), "end": (3, 2),
        "first half": (2, 0), "second half": (2, 1),
    }[name]  # fmt: skip
    if start.day == 1 and length % pieces == 0:
        step = length // pieces
        first = start.month + index * step
        past, month = divmod(first - 1, TURN)
        return months(start.year + past, month + 1, month + step)
    days = (end - start).days + 1
    return start + ONE_DAY * (days * index // pieces), start + ONE_DAY * (
        days * (index + 1) // pieces - 1
    )


def _days_of_month(name: str, start: date, end: date) -> Interval:
    first, last = {
        "begin": (1, 10), "middle": (11, 20), "end": (21, end.day),
        "first half": (1, 15), "second half": (16, end.day),
    }[name]  # fmt: skip
    return start.replace(day=first), start.replace(day=last)
