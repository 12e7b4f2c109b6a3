"""From the parts that the grammar found to one reading."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.dated import CLOSINGS, dated
from regionhub.domain.plantime.grammar import Tokens
from regionhub.domain.plantime.periods import months
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.rules.often import added, with_dates
from regionhub.domain.plantime.rules.relations import Bound
from regionhub.domain.plantime.spans import Backwards
from regionhub.domain.plantime.undated import undated

Recurrence = Mapping[str, Any] | None

BESIDE_CONTINUOUS = re.compile("(?:B[-,/&q]{0,2})?[Cg](?:[-,/&Cgq]{0,2}B)?")


def decide(text: str, found: Tokens, year: int) -> PlanTime:
    """The reading of a parsed text.

    A day with its year that the text begins with is never changed by what follows it. Otherwise
    a recurrence goes before what is continuous, that before dates, dates before conditions, and
    these before events.
    """
    bounds = [token.value for token in found if token.sign == "B"]
    try:
        reading = _reading(text, found, bounds, year)
        asked = (*reading.doubts, *_asked(reading, bounds, year))
    except Backwards:
        return PlanTime(text, doubts=(doubts.BACKWARDS,))
    except (ValueError, OverflowError):
        return PlanTime(text, doubts=(doubts.NO_SUCH_DAY,))
    return replace(reading, doubts=tuple(dict.fromkeys(asked))) if asked else reading


def _reading(text: str, found: Tokens, bounds: Sequence[Bound], year: int) -> PlanTime:
    signs = {token.sign for token in found}
    if bounds and found[0].sign == "B" and bounds[0].span.is_explicit_day:
        return _with_comment(dated(text, bounds[:1], year), commented=len(bounds) > 1)
    if "R" in signs:
        told = next((token.value for token in found if token.sign == "R" and token.value), None)
        summed = added(found)
        reading = _recurring(text, summed or told, bounds, year)
        return reading if summed is None else _without(reading, doubts.EITHER)
    if ("C" in signs and not _has_deadline(found)) or _goes_on_for_years(found):
        beside = _beside_continuous(found)
        reading = _continuous(text, beside, year)
        return _with_comment(reading, commented=len(bounds) > len(beside))
    if not bounds:
        return undated(text, found)
    reading = dated(text, bounds, year)
    if "q" not in signs:
        return reading
    kind = Kind.CONDITIONAL if _begins_with_condition(found) else reading.kind
    return replace(reading, kind=kind, doubts=(*reading.doubts, doubts.MAYBE))


def _with_comment(reading: PlanTime, *, commented: bool) -> PlanTime:
    """A reading that leaves some dates of its text aside asks about them."""
    if not commented:
        return reading
    return replace(reading, doubts=(*reading.doubts, doubts.COMMENT_TIME))


def _without(reading: PlanTime, doubt: str) -> PlanTime:
    """A reading that does not ask something."""
    return replace(reading, doubts=tuple(asked for asked in reading.doubts if asked != doubt))


def _begins_with_condition(found: Tokens) -> bool:
    """Whether a condition stands before the first date; after it, it leaves the date as it is."""
    return next((token.sign for token in found if token.sign in "Bq"), "") == "q"


def _recurring(text: str, recurrence: Recurrence, bounds: Sequence[Bound], year: int) -> PlanTime:
    """Recurring work is due at the end of the plan's year, or of the span that it keeps to."""
    asked = () if recurrence is not None else (doubts.HOW_OFTEN,)
    start, end = months(year, 1, 12)
    if bounds:
        told, over = _in_years(bounds, recurrence) or (bounds[0], bounds)
        kept = dated(text, over, year)
        start = _first_day(kept, start, recurrence)
        end = kept.end or months(max(year, start.year), 1, 12)[1]
        asked = (*asked, *_without_end(kept.doubts))
        if recurrence is not None and len(over) == 1 and told.relation in ("in", "by"):
            recurrence = with_dates(recurrence, told.span, told.span.on(year))
    return PlanTime(text, start, end, Precision.RECURRING, Kind.RECURRING, recurrence, asked)


def _in_years(bounds: Sequence[Bound], recurrence: Recurrence) -> tuple[Bound, list[Bound]] | None:
    """A time of the year and the years it comes back in ("mars varje år 2010–2012").

    The time, and the one bound from it in the first of the years to it in the last. What is
    yearly may have the first year at the time itself ("varje år i mars 2010–2012").
    """
    if {bound.relation for bound in bounds} - {"in", "by"}:
        return None
    only = bounds[0].span
    spans = [b.span for b in bounds] if len(bounds) > 1 else [*(only.ends or only.each)]
    years = [span for span in spans if span.precision is Precision.YEAR and span.year is not None]
    parts = [span for span in spans if span not in years]
    if len(parts) != 1 or len(years) != len(spans) - 1 or not years:
        return None
    part, found = parts[0], [span.on(span.year or 0) for span in years]
    first, last = found[0][0].year, found[-1][1].year
    if part.year is not None:
        if part is not spans[0] or part.ends or part.each or not _is_yearly(recurrence):
            return None
        first = part.year
    if first > last:
        return None

    def at(_: int) -> tuple[date, date]:
        return part.at(first)[0], part.at(last)[1]

    told = next((bound for bound in bounds if bound.span is part), bounds[0])._replace(span=part)
    return told, [told._replace(span=part._replace(at=at, year=last, each=()))]


def _without_end(asked: tuple[str, ...]) -> tuple[str, ...]:
    """The questions but the one for an end, which what goes on or comes back does not need."""
    return tuple(doubt for doubt in asked if doubt != doubts.ONLY_START)


def _first_day(kept: PlanTime, begin: date, recurrence: Recurrence) -> date:
    """When what recurs begins: with the span that it keeps to, if that says so.

    A single day is where what recurs more often than yearly ends ("varje månad, klart 30 juni").
    """
    ends_there = kept.start == kept.end and not _is_yearly(recurrence)
    if kept.start is None or ends_there:
        return min(begin, kept.end or begin)
    return kept.start


def _is_yearly(recurrence: Recurrence) -> bool:
    """Whether a recurrence comes once a year, or does not say how often."""
    return recurrence is None or str(recurrence.get("rrule", "")).startswith("FREQ=YEARLY")


def _goes_on_for_years(found: Tokens) -> bool:
    """ "Pågår 2009–2011" is continuous work, while "pågår i mars" is done then."""
    return any(
        token.sign == "g" and after.sign == "B" and after.value.relation == "in"
        and after.value.span.precision is Precision.YEAR
        for token, after in pairwise(found)
    )  # fmt: skip


def _has_deadline(found: Tokens) -> bool:
    """ "Löpande, klart i juni" is done in June; "31/12, löpande avstämning" is due that day."""
    if found[0].sign == "B":
        relation, span = found[0].value
        if relation in CLOSINGS or span.precision is Precision.DAY:
            return True
    return any(token.sign == "v" and after.sign == "B" for token, after in pairwise(found))


def _beside_continuous(found: Tokens) -> list[Bound]:
    """The bounds of continuous work: those with no other words between ("löpande, våren 2010")."""
    signs = "".join(token.sign for token in found)
    beside: list[Bound] = []
    for match in BESIDE_CONTINUOUS.finditer(signs):
        for token in found[match.start() : match.end()]:
            if token.sign == "B":
                beside.append(token.value)
            elif token.sign == "C" and token.value:
                beside.append(Bound("in", token.value))
    return beside


def _continuous(text: str, bounds: Sequence[Bound], year: int) -> PlanTime:
    """Continuous work has no due date, unless the text bounds it by more than the plan's year."""
    kept = dated(text, bounds, year) if bounds else PlanTime(text)
    if (kept.start, kept.end) == months(year, 1, 12):
        kept = PlanTime(text)
    asked = _without_end(kept.doubts)
    return PlanTime(text, kept.start, kept.end, Precision.CONTINUOUS, Kind.CONTINUOUS, None, asked)


def _asked(reading: PlanTime, bounds: Sequence[Bound], year: int) -> list[str]:
    """Questions about days that may be years, weekdays that do not fit, and far-off years."""
    asked = []
    for bound in bounds:
        span = bound.span
        if span.short_year is not None and abs(span.short_year - year) <= 1:
            asked.append(doubts.two_digits(span.short_year))
        if span.weekday is not None and not span.each:
            start, _ = span.on(year)
            if start.weekday() != span.weekday:
                asked.append(doubts.wrong_weekday(span.weekday, start))
    about_year = doubts.about_year(reading.start, reading.end, year)
    return [*asked, about_year] if about_year else asked
