"""Rules for how a span binds: no later than, before, after, from."""

from typing import NamedTuple

from regionhub.domain.plantime import periods
from regionhub.domain.plantime.doubts import BEFORE_OR_DURING
from regionhub.domain.plantime.grammar import Stage, Tokens, every, first, text_of
from regionhub.domain.plantime.lexicon import meaning_of
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span
from regionhub.domain.plantime.tokens import Token

FOR_NOW = ("tills vidare", "t v", "t.v.", "tv")

relations = Stage()

DAYS_OF_UNIT = {"day": 1, "week": 7, "month": 30}


class Bound(NamedTuple):
    """A span and how it binds: in, by, before, after, from."""

    relation: str
    span: Span


def _token(relation: str, span: Span, tokens: Tokens) -> Token:
    return Token("B", Bound(relation, span), text_of(tokens))


@relations.rule(
    r"b?[nN][uw][eE]s",
    {
        "två veckor före jul": "2010-12-10 day on",
        "senast 2 veckor före 1 mars": "..2010-02-15 day by",
        "en vecka efter midsommar": "2010-07-03 day on",
    },
)
def so_long_from(tokens: Tokens) -> Token | None:
    """So many days, weeks or months (of thirty days) before or after a span."""
    count, unit, _, span = (token.value for token in tokens[-4:])
    if count is None or unit not in DAYS_OF_UNIT:
        return None
    length = count * DAYS_OF_UNIT[unit] * periods.ONE_DAY
    before = tokens[-2].sign == "e"

    def at(year: int) -> periods.Interval:
        start, end = span.at(year)
        found = start - length if before else end + length
        return found, found

    moved = span._replace(precision=Precision.DAY, at=at, each=(), weekday=None)
    return _token("by" if tokens[0].sign == "b" else "in", moved, tokens)


@relations.rule(
    r"[wu][eE]s",
    {
        "dagen före julafton": "2010-12-23 day on",
        "veckan före påsk": "2010-03-22..2010-03-28 day within",
        "veckan efter påsk": "2010-04-05..2010-04-11 day within",
    },
)
def next_to(tokens: Tokens) -> Token | None:
    """The day or the week that lies next to a span."""
    unit, span = tokens[0].value, tokens[-1].value
    if unit not in ("day", "week"):
        return None
    before = tokens[1].sign == "e"

    def at(year: int) -> periods.Interval:
        start, end = span.at(year)
        day = start - periods.ONE_DAY if before else end + periods.ONE_DAY
        if unit == "day":
            return day, day
        week = 7 * periods.ONE_DAY
        if before:
            return periods.week_of(start - week)
        # A feast that ends on a Monday is of the week before, as Easter is.
        return periods.week_of(start + week if start + week > end else end + week)

    return _token("in", span._replace(precision=Precision.DAY, at=at, each=()), tokens)


@relations.rule(
    r"(?:b|t|g)?[et]h?s",
    {
        "före 1 maj": "..2010-04-30 day by",
        "innan sommaren": "..2010-05-31 period by",
        "senast före jul": "..2010-12-23 day by",
        "fram till jul": "..2010-12-24 day by",
        "t.o.m. 31 maj": "..2010-05-31 day by",
        "till årsskiftet": "..2010-12-31 day by",
    },
)
def before_or_until(tokens: Tokens) -> Token:
    """Before a span ends the day before it; until or by a span ends with it.

    "Till sommaren" may mean before it or during it, and is asked about.
    """
    if any(token.sign == "e" for token in tokens):
        return _token("before", tokens[-1].value, tokens)
    span = tokens[-1].value
    if meaning_of(tokens[-1].text.split()[0])[0] == "S":
        span = span._replace(doubts=(*span.doubts, BEFORE_OR_DURING))
    return _token("by", span, tokens)


@relations.rule(
    r"b[hi]?[zGV]{1,3}s",
    {"senast i KF november": "..2010-11-30 month by"},
)
def no_later_at(tokens: Tokens) -> Token:
    """No later than a meeting or the like, and when that is."""
    return _token("by", tokens[-1].value, tokens)


@relations.rule(
    r"b,?[hi]?s",
    {
        "Senast 30 september": "..2010-09-30 day by",
        "Senast augusti 2010": "..2010-08-31 month by",
        "senast vid årsskiftet": "..2010-12-31 day by",
        "senast midsommar": "..2010-06-25 day by",
    },
)
def no_later(tokens: Tokens) -> Token:
    """No later than."""
    return _token("by", tokens[-1].value, tokens)


@relations.rule(
    r"s,?b(?![hi]?s)",
    {"30 september senast": "..2010-09-30 day by"},
)
def no_later_after(tokens: Tokens) -> Token:
    """The same, said after the date."""
    return _token("by", tokens[0].value, tokens)


@relations.rule(
    r"^-s",
    {"– 2012": "..2012-12-31 year by"},
)
def until_a_year(tokens: Tokens) -> Token | None:
    """A dash with nothing before it is open for years; before others it is the sign of a list."""
    span = tokens[-1].value
    return _token("by", span, tokens) if span.precision is Precision.YEAR else None


@relations.rule(
    r"(?:[eE]h?|h)[VGj]s",
    {
        "efter valet i september": "2010-09-01.. month within",
        "före stämman i maj": "..2010-05-31 month by",
        "inför årsmötet 12 maj": "..2010-05-11 day by",
    },
)
def around_event(tokens: Tokens) -> Token | None:
    """Before or after an event, and when that is. In a longer span it may be on any of its days."""
    span = tokens[-1].value
    one_day = span.precision is Precision.DAY
    if tokens[0].sign == "h" and not (one_day and tokens[0].value == "before"):
        return None
    if tokens[0].sign == "E":
        return _token("after" if one_day else "not before", span, tokens)
    return _token("before" if one_day else "by", span, tokens)


@relations.rule(
    r"E[hi]?s",
    {"efter 1 mars": "2010-03-02.. day within", "efter sommaren": "2010-09-01.. period within"},
)
def later(tokens: Tokens) -> Token:
    """After a span: from the day after it, with an open end."""
    return _token("after", tokens[-1].value, tokens)


@relations.rule(
    r"Ds",
    {"tidigast 1 mars": "2010-03-01.. day within"},
)
def no_earlier(tokens: Tokens) -> Token:
    """No earlier than."""
    return _token("not before", tokens[-1].value, tokens)


@relations.rule(
    r"(?<!v)f?s,?&?[df],?g?C",
    {"våren 2010, därefter löpande": "2010-03-01.. continuous continuous"},
)
def and_then_on(tokens: Tokens) -> Token | None:
    """Something is done in a span and goes on after it. Nothing changes an explicit date."""
    span = first(tokens, "s")
    return None if span.is_explicit_day else _token("from", span, tokens)


@relations.rule(
    r"f[hi]?s(?:&?f)?|s[-&]?f(?![sRC])|s[-&]$|s[-,]?C",
    {
        "från och med mars": "2010-03-01.. continuous continuous",
        "2011 och framåt": "2011-01-01.. continuous continuous",
        "2010–": "2010-01-01.. continuous continuous",
        "1 juli 2010 – tills vidare": "2010-07-01.. continuous continuous",
        "från den 10 till den 15 maj": "2010-05-10..2010-05-15 day within",
        "Start hösten 2010": "2010-09-01.. period within",
        "Hösten 2010 start": "2010-09-01.. period within",
        "v 35-ff": "2010-08-30.. continuous continuous",
    },
)
def onwards(tokens: Tokens) -> Token | None:
    """From a span on, without an end. A start alone is not continuous: an end is to come.

    A dash with nothing after it is open for years ("2010–") and says nothing after a day.
    """
    if tokens[-1].sign == "C" and tokens[-1].text not in FOR_NOW:
        return None
    if tokens[-1].sign in "-&" and tokens[0].value.precision is not Precision.YEAR:
        return None
    span = every(tokens, "s")[0]
    starts = "start" in (tokens[0].value, tokens[-1].value)
    if starts and tokens[1].sign == "-":
        return None
    if starts:
        return _token("not before", span, tokens)
    return _token("in" if span.closed else "from", span, tokens)


@relations.rule(
    r"[hi]s",
    {"inför sommaren": "..2010-05-31 period by", "inom 2010": "2010-01-01..2010-12-31 year within"},
)
def around(tokens: Tokens) -> Token:
    """Getting ready for a span is due before it; "vid" and "inom" a span is in it."""
    return _token(tokens[0].value or "in", tokens[-1].value, tokens)


@relations.rule(
    r"U[vz]?s",
    {"ej 2010": "- unknown unknown", "ej genomfört 2010": "- unknown unknown"},
)
def not_then(tokens: Tokens) -> Token | None:
    """A span that is denied says nothing of when."""
    return Token("U", "not then", text_of(tokens)) if tokens[0].value == "not" else None


@relations.rule(
    r"s",
    {"rapport november 2012": "2012-11-01..2012-11-30 month within"},
)
def within(tokens: Tokens) -> Token:
    """A span by itself; the words around it say nothing of time."""
    return _token("in", tokens[0].value, tokens)
