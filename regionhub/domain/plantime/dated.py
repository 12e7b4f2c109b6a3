"""Readings of texts that name dates: what the bounds in them say together."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.periods import ONE_DAY, Interval
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.rules.relations import Bound
from regionhub.domain.plantime.spans import (
    Backwards,
    Span,
    coarsest,
    has_gaps,
    placed_within,
    settled,
    several,
)

OPENINGS = ("from", "after", "not before")
CLOSINGS = ("by", "before")


def dated(text: str, bounds: Sequence[Bound], year: int) -> PlanTime:
    """One bound as it says; a start and an end are a range; others are occasions.

    A time and then a "senast" ("våren, senast 30 juni") are a range too.

    Raises ValueError where the bounds name no days of the calendar.
    """
    if len(bounds) == 1:
        return _one(text, bounds[0], year)
    opens = [bound.relation in OPENINGS for bound in bounds]
    if opens == [True, False] or [bound.relation for bound in bounds] == ["in", "by"]:
        return _range(text, bounds[0], bounds[1], year)
    if opens == [False, True] and bounds[0].relation in CLOSINGS:
        return _range(text, bounds[1], bounds[0], year)
    if len(bounds) == 2 and bounds[0].relation == "in":  # noqa: PLR2004
        told_closer = _told_closer(text, bounds[0], bounds[1], year)
        if told_closer is not None:
            return told_closer
    relations = {bound.relation for bound in bounds}
    if "before" in relations and relations <= set(CLOSINGS):
        return _latest(text, bounds, year)
    relation = "by" if relations == {"by"} else "in"
    whole = several([bound.span for bound in bounds])
    asking = whole._replace(doubts=(*whole.doubts, doubts.EITHER))
    return _one(text, Bound(relation, asking), year)


def _latest(text: str, bounds: Sequence[Bound], year: int) -> PlanTime:
    """Several ends ("före sommaren, senast juni"): by the last of them, which is asked about."""
    spans = [bound.span for bound in bounds]
    end = max(_end(bound, bound.span.on(year)) for bound in bounds)
    asked = (*(doubt for span in spans for doubt in span.doubts), doubts.EITHER)
    return PlanTime(text, None, end, coarsest(spans), Kind.BY, None, asked)


def _told_closer(text: str, whole: Bound, part: Bound, year: int) -> PlanTime | None:
    """A time, and a start or a day within it: "våren, start i mars", "VT slutar 12 juni"."""
    if whole.span.is_explicit_day:
        return None
    placed = placed_within(part.span, whole.span)
    if placed is None:
        return None
    closer = part._replace(span=placed)
    if part.relation == "not before":
        return _range(text, closer, whole, year)
    if part.relation == "in" and placed.precision is Precision.DAY is not whole.span.precision:
        asking = placed._replace(doubts=(*placed.doubts, doubts.EITHER))
        return _one(text, closer._replace(span=asking), year)
    return None


def _one(text: str, bound: Bound, year: int) -> PlanTime:
    span = bound.span
    found = span.on(year)
    if bound.relation == "from":
        start = _start(bound, found)
        return PlanTime(text, start, None, Precision.CONTINUOUS, Kind.CONTINUOUS, None, span.doubts)
    if bound.relation in OPENINGS:
        asked = (*span.doubts, doubts.ONLY_START)
        return PlanTime(text, _start(bound, found), None, span.precision, Kind.WITHIN, None, asked)
    occasions = _occasions(span, year)
    if bound.relation in CLOSINGS:
        end = _end(bound, found)
        return PlanTime(text, None, end, span.precision, Kind.BY, occasions, span.doubts)
    kind = Kind.ON if found[0] == found[1] else Kind.WITHIN
    return PlanTime(text, *found, span.precision, kind, occasions, span.doubts)


def _range(text: str, opening: Bound, closing: Bound, year: int) -> PlanTime:
    spans = (opening.span, closing.span)
    first, last = settled(spans, year)
    start, end = _start(opening, first), _end(closing, last)
    if start > end:
        raise Backwards(end)
    kind = Kind.ON if start == end else Kind.WITHIN
    asked = (*spans[0].doubts, *spans[1].doubts)
    return PlanTime(text, start, end, coarsest(spans), kind, None, asked)


def _start(bound: Bound, found: Interval) -> date:
    """The first day after a bound that opens. A turn of the year opens with the day it turns to."""
    start, end = found
    if bound.span.turn and bound.relation in OPENINGS:
        return start + ONE_DAY
    return end + ONE_DAY if bound.relation == "after" else start


def _end(bound: Bound, found: Interval) -> date:
    """The last day within a bound that closes.

    Before a span is the day before it, but before a turn of the year is the day that it turns
    from. By a feast is by its first day.
    """
    start, end = found
    if bound.relation == "before":
        return start if bound.span.turn else start - ONE_DAY
    return start if bound.relation == "by" and bound.span.by_first else end


def _occasions(span: Span, year: int) -> dict[str, Any] | None:
    if not span.each:
        return None
    found = settled(span.each, year if span.year is None else span.year)
    if not has_gaps(found):
        return None
    return {
        "occasions": [
            {"start": start.isoformat(), "end": end.isoformat()} for start, end in sorted(found)
        ]
    }
