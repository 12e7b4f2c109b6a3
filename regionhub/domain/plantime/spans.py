"""Spans: stretches of time as written, before a missing year is filled in, and how they join."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from regionhub.domain.plantime.periods import ONE_DAY, Interval
from regionhub.domain.plantime.reading import Precision

LEAP_YEAR = 2012  # any year will do to see whether spans without a year lie in each other


class Span(NamedTuple):
    """A stretch of time.

    `at(year)` gives the interval when the year is known, or ValueError when no such day exists.
    `year` is the year that the text itself names. `by_first` is true of a feast or a turn of the
    year: what is due by them is due by their first day. `turn` is true of the latter, which
    belongs to the time before it. `closed` is true of a range, which has its end in itself.
    `weekday` is the one written beside a day, `short_year` the year that a day of two digits
    could also be. `each` holds the occasions of a list, `ends` the two spans of a range.
    """

    precision: Precision
    at: Callable[[int], Interval]
    year: int | None = None
    by_first: bool = False
    turn: bool = False
    closed: bool = False
    weekday: int | None = None
    short_year: int | None = None
    doubts: tuple[str, ...] = ()
    each: tuple["Span", ...] = ()
    ends: tuple["Span", ...] = ()

    @property
    def is_explicit_day(self) -> bool:
        """Whether this is a day, or days, with the year written out."""
        return self.year is not None and self.precision is Precision.DAY

    def on(self, plan_year: int) -> Interval:
        """The interval, in the year the text names or else in the plan's."""
        return self.at(plan_year if self.year is None else self.year)


class Backwards(ValueError):
    """A range whose end lies before its start."""


def run(first: Span, last: Span) -> Span:
    """From the start of one span to the end of another."""

    def at(year: int) -> Interval:
        begin, end = settled((first, last), year)
        if begin[0] > end[1]:
            raise Backwards(begin)
        return begin[0], end[1]

    return _joined((first, last), at, each=())._replace(closed=True, ends=(first, last))


def several(spans: Sequence[Span]) -> Span:
    """Spans in a list: from the first to the last, and each an occasion where there are gaps."""
    if len(spans) == 1:
        return spans[0]
    whole = tuple(spans)

    def at(year: int) -> Interval:
        found = settled(whole, year)
        return min(start for start, _ in found), max(end for _, end in found)

    return _joined(whole, at, each=whole)


def _joined(spans: Sequence[Span], at: Callable[[int], Interval], each: tuple[Span, ...]) -> Span:
    year = next((s.year for s in reversed(spans) if s.year is not None), None)
    doubts = tuple(doubt for span in spans for doubt in span.doubts)
    return Span(coarsest(spans), at, year, doubts=doubts, each=each)


def coarsest(spans: Sequence[Span]) -> Precision:
    """Days together are as exact as days and years as years; all else together is a period."""
    kinds = {span.precision for span in spans}
    if kinds in ({Precision.DAY}, {Precision.YEAR}):
        return spans[0].precision
    return Precision.PERIOD


def settled(spans: Sequence[Span], year: int) -> list[Interval]:
    """The intervals of spans that follow each other in time.

    One year that stands at the end belongs to the end, and what would come after it lies in the
    year before; otherwise years are counted on from the first span.
    """
    if spans[-1].year is not None and spans[0].year is None:
        return _backwards(spans)
    return _forwards(spans, year)


def _backwards(spans: Sequence[Span]) -> list[Interval]:
    year = spans[-1].year or 0
    found = [spans[-1].at(year)]
    for span in reversed(spans[:-1]):
        year = span.year or year
        interval = span.at(year)
        if span.year is None and interval[0] > found[-1][0]:
            year -= 1
            interval = span.at(year)
        found.append(interval)
    return found[::-1]


def _forwards(spans: Sequence[Span], year: int) -> list[Interval]:
    found: list[Interval] = []
    for span in spans:
        year = span.year or year
        interval = span.at(year)
        if found and span.year is None and interval[1] < found[-1][0]:
            year += 1
            interval = span.at(year)
        found.append(interval)
    return found


def has_gaps(intervals: Sequence[Interval]) -> bool:
    """Whether the intervals are separate occasions rather than one stretch."""
    reach: date | None = None
    for start, end in sorted(intervals):
        if reach is not None and start > reach + ONE_DAY:
            return True
        reach = end if reach is None else max(reach, end)
    return False


def placed_within(part: Span, whole: Span) -> Span | None:
    """A span that lies within another, in the other's year; None where it does not.

    A part without a year may lie in the year that the whole reaches into: "läsåret, 8 januari".
    A range or a list is no whole that something else tells more about.
    """
    if whole.closed or whole.each or part.precision is whole.precision is Precision.YEAR:
        return None
    for later in (0, 1):
        placed = part
        if part.year is None:
            placed = (next_year(part) if later else part)._replace(year=whole.year)
        of_whole = LEAP_YEAR if part.year is None else part.year - later
        try:
            inner, outer = placed.on(of_whole), whole.on(of_whole)
        except ValueError:
            continue
        if inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]:
            return placed
    return None


def next_year(span: Span) -> Span:
    """The same stretch one year later, and each of its occasions with it."""
    at = span.at
    each = tuple(next_year(one) for one in span.each)
    return span._replace(at=lambda year: at(year + 1), each=each)
