"""From the parts that the grammar found to one reading."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.grammar import Tokens
from regionhub.domain.plantime.periods import ONE_DAY, Interval, months
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.rules.often import Often, with_dates
from regionhub.domain.plantime.rules.relations import Bound
from regionhub.domain.plantime.spans import Span, has_gaps, run, settled, several

DECEMBER = 12
WHY_UNKNOWN = {"not then": doubts.NOT_THEN, "relative": doubts.RELATIVE}
EVENTS = frozenset("zGAvkjV")
OF_A_MONTH = frozenset("no-,&/WPbteEDfha")
BESIDE_CONTINUOUS = re.compile("(?:B[-,/&q]{0,2})?[Cg](?:[-,/&Cgq]{0,2}B)?")
MEETINGS = ("möte", "mötet", "möten", "stämma", "stämman", "sammanträde", "bokslut", "bokslutet")


def decide(text: str, found: Tokens, year: int) -> PlanTime:
    """The reading of a parsed text.

    A day with its year that the text begins with is never changed by what follows it. Otherwise
    a recurrence goes before what is continuous, that before dates, dates before conditions, and
    these before events.
    """
    bounds = [token.value for token in found if token.sign == "B"]
    try:
        reading = _reading(text, found, bounds, year)
    except (ValueError, OverflowError):
        return PlanTime(text, doubts=(doubts.NO_SUCH_DAY,))
    asked = (*reading.doubts, *_asked(reading, found, bounds, year))
    return _with_doubts(reading, tuple(dict.fromkeys(asked)))


def _with_doubts(reading: PlanTime, asked: tuple[str, ...]) -> PlanTime:
    return PlanTime(
        reading.text, reading.start, reading.end, reading.precision, reading.kind,
        reading.recurrence, asked,
    )  # fmt: skip


def _reading(text: str, found: Tokens, bounds: Sequence[Bound], year: int) -> PlanTime:
    if found and found[0].sign == "B" and bounds[0].span.is_explicit_day:
        return _dated(text, bounds[:1], year)
    signs = {token.sign for token in found}
    if "R" in signs:
        often = [token.value for token in found if token.sign == "R"]
        told = next((one for one in often if one.recurrence is not None), often[0])
        return _recurring(text, told, bounds, year)
    if ("C" in signs and not _has_completion(found)) or _goes_on_for_years(found):
        beside = _beside_continuous(found)
        reading = _continuous(text, beside, year)
        unused = len(bounds) > len(beside)
        return _with_doubts(reading, (doubts.COMMENT_TIME,)) if unused else reading
    if bounds:
        reading = _dated(text, bounds, year)
        return _conditional(reading) if _is_conditional(found) else reading
    return _undated(text, found, signs)


def _is_conditional(found: Tokens) -> bool:
    """Whether a condition stands before the first date."""
    for token in found:
        if token.sign == "B":
            return False
        if token.sign == "q":
            return True
    return False


def _conditional(reading: PlanTime) -> PlanTime:
    return PlanTime(
        reading.text, reading.start, reading.end, reading.precision, Kind.CONDITIONAL,
        reading.recurrence, (*reading.doubts, doubts.MAYBE),
    )  # fmt: skip


def _dated(text: str, bounds: Sequence[Bound], year: int) -> PlanTime:
    """One bound as it says; a start and an end make a range; others are occasions."""
    if len(bounds) == 1:
        return _bound(text, bounds[0], year)
    spans = [bound.span for bound in bounds]
    relations = [bound.relation for bound in bounds]
    if len(bounds) == 2 and relations[0] in ("from", "not before"):  # noqa: PLR2004
        return _bound(text, Bound("in", run(spans[0], spans[1])), year)
    relation = "by" if set(relations) == {"by"} else "in"
    reading = _bound(text, Bound(relation, several(spans)), year)
    return _with_doubts(reading, (*reading.doubts, doubts.EITHER))


def _bound(text: str, bound: Bound, year: int) -> PlanTime:
    span = bound.span
    start, end = span.on(year)
    occasions = _occasions(span, year)
    precision = span.precision
    match bound.relation:
        case "by":
            last = start if span.by_first else end
            return PlanTime(text, None, last, precision, Kind.BY, occasions)
        case "before":
            return PlanTime(text, None, _day_before(span, start), precision, Kind.BY, occasions)
        case "after":
            return PlanTime(
                text, end + ONE_DAY, None, precision, Kind.WITHIN, None, (doubts.ONLY_START,)
            )
        case "not before":
            return PlanTime(text, start, None, precision, Kind.WITHIN, None, (doubts.ONLY_START,))
        case "from":
            opening = _first_day(span, start)
            return PlanTime(text, opening, None, Precision.CONTINUOUS, Kind.CONTINUOUS)
    kind = Kind.ON if start == end else Kind.WITHIN
    return PlanTime(text, start, end, precision, kind, occasions)


def _day_before(span: Span, start: date) -> date:
    """What is due before a turn of the year is due by the last day that it turns from."""
    return start if span.turn else start - ONE_DAY


def _first_day(span: Span, start: date) -> date:
    """What goes on from a turn of the year begins with the day that it turns to."""
    return start + ONE_DAY if span.turn else start


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


def _recurring(text: str, often: Often, bounds: Sequence[Bound], year: int) -> PlanTime:
    """Recurring work is due at the end of the plan's year, or of the span that it keeps to."""
    recurrence = often.recurrence
    asked = () if recurrence is not None else (doubts.HOW_OFTEN,)
    start, end = months(year, 1, DECEMBER)
    if bounds:
        dated = _dated(text, bounds, year)
        start, end = _overlap((start, end), dated)
        if recurrence is not None and len(bounds) == 1 and bounds[0].relation in ("in", "by"):
            recurrence = with_dates(recurrence, bounds[0].span, bounds[0].span.on(year))
    return PlanTime(text, start, end, Precision.RECURRING, Kind.RECURRING, recurrence, asked)


def _overlap(plan_year: Interval, dated: PlanTime) -> Interval:
    """The plan's year, cut to the bounds that the text gives."""
    start = dated.start or min(plan_year[0], dated.end or plan_year[0])
    end = dated.end or max(plan_year[1], start)
    return start, end


def _goes_on_for_years(found: Tokens) -> bool:
    """ "Pågår 2009–2011" is continuous work, while "pågår i mars" is done then."""
    return any(
        token.sign == "g" and after.sign == "B" and after.value.span.precision is Precision.YEAR
        and after.value.relation == "in"
        for token, after in pairwise(found)
    )  # fmt: skip


def _has_completion(found: Tokens) -> bool:
    """ "Löpande, klart i juni" is done in June."""
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
    start: date | None = None
    end: date | None = None
    if bounds:
        dated = _dated(text, bounds, year)
        if (dated.start, dated.end) != months(year, 1, DECEMBER):
            start, end = dated.start, dated.end
    return PlanTime(text, start, end, Precision.CONTINUOUS, Kind.CONTINUOUS)


def _undated(text: str, found: Tokens, signs: set[str]) -> PlanTime:
    """A text without any date: a condition, an event, something going on, or nothing."""
    if not any(map(str.isalnum, text)):
        return PlanTime(text, doubts=(doubts.EMPTY,))
    if "q" in signs:
        return PlanTime(text, kind=Kind.CONDITIONAL, doubts=(doubts.CONDITION,))
    if "U" in signs:
        said = next(token.value for token in found if token.sign == "U")
        return PlanTime(text, doubts=(WHY_UNKNOWN.get(said, doubts.UNKNOWN),))
    if _names_event(found):
        asked = doubts.BREAK if "break" in (token.value for token in found) else doubts.EVENT
        return PlanTime(text, kind=Kind.BY_EVENT, doubts=(asked,))
    if "g" in signs:
        return PlanTime(
            text,
            precision=Precision.CONTINUOUS,
            kind=Kind.CONTINUOUS,
            doubts=(doubts.ONGOING,),
        )
    return PlanTime(text, doubts=(_why_unread(found, signs),))


def _why_unread(found: Tokens, signs: set[str]) -> str:
    if lacks_month(found):
        return doubts.WHICH_MONTH
    if signs & {"i", "p", "n", "N"} and signs & {"u", "w"}:
        return doubts.RELATIVE
    return doubts.DONE if "v" in signs else doubts.UNREAD


def lacks_month(found: Tokens) -> bool:
    """Whether a text is days or a part of a month and no more ("månaden" may stand last)."""
    rest = [token for token in found if token.text != "månaden"]
    return any(token.sign in "noP" for token in rest) and all(
        token.sign in OF_A_MONTH for token in rest
    )


def _names_event(found: Tokens) -> bool:
    """A word of time before a word of no time, or a word for a meeting."""
    markers = "heEb" if any(token.sign == "f" for token in found) else "heEbt"
    for place, token in enumerate(found):
        following = found[place + 1].sign if place + 1 < len(found) else ""
        if token.sign == "V" or (token.sign in "zGj" and token.text.endswith(MEETINGS)):
            return True
        if token.sign in markers and following in EVENTS:
            return True
        if token.sign in "eE" and not following and place and found[place - 1].sign in "uw":
            return True
    return False


def _asked(reading: PlanTime, found: Tokens, bounds: Sequence[Bound], year: int) -> list[str]:
    """Questions about the dates that were read."""
    asked = [doubt for bound in bounds for doubt in bound.span.doubts]
    for bound in bounds:
        span = bound.span
        if span.short_year is not None and abs(span.short_year - year) <= 1:
            asked.append(doubts.two_digits(span.short_year))
        if span.weekday is not None and not span.each:
            start, _ = span.on(year)
            if start.weekday() != span.weekday:
                asked.append(doubts.wrong_weekday(span.weekday, start))
    if bounds and found[0].sign == "B" and bounds[0].span.is_explicit_day and len(bounds) > 1:
        asked.append(doubts.COMMENT_TIME)
    about_year = doubts.about_year(reading.start, reading.end, year)
    if about_year:
        asked.append(about_year)
    return asked
