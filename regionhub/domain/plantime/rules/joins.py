"""Rules that put spans together: parts of a span, ranges, and lists of occasions."""

from itertools import pairwise

from regionhub.domain.plantime import doubts, periods
from regionhub.domain.plantime.grammar import Stage, Tokens, every, first, span_token, text_of
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, next_year, placed_within, run, settled, several
from regionhub.domain.plantime.tokens import Token

EDGES = {"first day": 0, "last day": -1}

parts = Stage()
doubtful = Stage()
ranges = Stage()
lists = Stage()


def part_of(name: str, whole: Span) -> Span:
    """The beginning, middle, end or a half of a span. A part of a week or of days is all of it."""
    if name in EDGES:
        return _edge(whole, EDGES[name])
    if whole.precision is Precision.DAY:
        return whole
    at = whole.at
    return whole._replace(
        precision=Precision.PERIOD, at=lambda year: periods.part(name, at(year)), each=()
    )


def _edge(whole: Span, side: int) -> Span:
    """The first or the last day of a span. Before the last day is by it, as with a turn."""

    def at(year: int) -> periods.Interval:
        day = whole.at(year)[side]
        return day, day

    return Span(Precision.DAY, at, whole.year, turn=side != 0, doubts=whole.doubts)


@parts.rule(
    r"P[-/&t]{1,2}Ps",
    {"mitten/slutet av maj": "2010-05-11..2010-05-31 period within"},
)
def two_parts(tokens: Tokens) -> Token:
    """Two parts of one span."""
    names, whole = every(tokens, "P"), tokens[-1].value
    return span_token(run(part_of(names[0], whole), part_of(names[1], whole)), tokens)


@parts.rule(
    r"Ps(?:[,&]{1,2}s){1,11}(?![-/]s)",
    {"i början av maj och oktober": "2010-05-01..2010-10-10 period within"},
)
def part_of_each(tokens: Tokens) -> Token | None:
    """The same part of several months."""
    spans = every(tokens, "s")
    if any(span.precision is not Precision.MONTH for span in spans):
        return None
    return span_token(several([part_of(tokens[0].value, span) for span in spans]), tokens)


@parts.rule(
    r"Ps",
    {
        "Slutet av maj, 2010": "2010-05-21..2010-05-31 period within",
        "första halvan av mars": "2010-03-01..2010-03-15 period within",
        "början av hösten": "2010-09-01..2010-09-30 period within",
        "slutet av året": "2010-10-01..2010-12-31 period within",
        "utgången av juni": "2010-06-30 day on",
    },
)
def part(tokens: Tokens) -> Token:
    """A part of a span, before it."""
    return span_token(part_of(tokens[0].value, tokens[1].value), tokens)


@parts.rule(
    r"Os",
    {
        "hela 2010": "- continuous continuous",
        "hela våren": "2010-03-01..2010-05-31 period within",
    },
)
def whole(tokens: Tokens) -> Token:
    """A whole year is continuous work; the whole of something shorter is that."""
    span = tokens[1].value
    if span.precision is Precision.YEAR:
        return Token("C", span, text_of(tokens))
    return span_token(span, tokens)


@parts.rule(
    r"s,?Y?P(?!s)",
    {
        "maj, slutet": "2010-05-21..2010-05-31 period within",
        "före maj månads utgång": "..2010-05-31 day by",
    },
)
def part_after(tokens: Tokens) -> Token:
    """A part of a span, after it."""
    return span_token(part_of(tokens[-1].value, tokens[0].value), tokens)


@parts.rule(
    r"sE(?![\w])",
    {"våren efter": "2011-03-01..2011-05-31 period within"},
)
def the_year_after(tokens: Tokens) -> Token | None:
    """The same time in the year after the plan's; a year or a day has its own words for that."""
    span = tokens[0].value
    if span.year is not None or span.precision not in (Precision.MONTH, Precision.PERIOD):
        return None
    return span_token(next_year(span), tokens)


@parts.rule(
    r"ps",
    {"nästa mars": "2011-03-01..2011-03-31 month within"},
)
def next_one(tokens: Tokens) -> Token:
    """The one of the year after the plan's."""
    return span_token(next_year(tokens[1].value), tokens)


@doubtful.rule(
    r"as|s,?a(?![\wåäö])",
    {
        "ca 15 maj": "2010-05-15 day on",
        "senast omkring 1 mars": "..2010-03-01 day by",
        "maj prel.": "2010-05-01..2010-05-31 month within",
    },
)
def about(tokens: Tokens) -> Token:
    """About then is then, and asked about."""
    return _asking(doubts.APPROXIMATE, first(tokens, "s"), tokens)


@doubtful.rule(
    r"s/?\?{1,3}",
    {"mars?": "2010-03-01..2010-03-31 month within"},
)
def questioned(tokens: Tokens) -> Token:
    """A question mark asks already."""
    return _asking(doubts.MAYBE, tokens[0].value, tokens)


def _asking(doubt: str, span: Span, tokens: Tokens) -> Token:
    return span_token(span._replace(doubts=(*span.doubts, doubt)), tokens)


@ranges.rule(
    r"(?:s,?)?mz{0,2}(?:f?s)?ts",
    {
        "flyttas till hösten": "2010-09-01..2010-11-30 period within",
        "ändrat från juni till oktober": "2010-10-01..2010-10-31 month within",
    },
)
def moved(tokens: Tokens) -> Token | None:
    """What is moved is done when it is moved to. An explicit date before it stands."""
    first_sign, last = tokens[0].sign, tokens[-1]
    if first_sign == "s" and tokens[0].value.is_explicit_day:
        return None
    return last._replace(text=text_of(tokens))


@ranges.rule(
    r"fs,?-?t?s|ls&s|f?s,?(?:-|t)t?s|ft?s-s",
    {
        "30 maj – 2 juni": "2010-05-30..2010-06-02 day within",
        "Juni – augusti 2010": "2010-06-01..2010-08-31 period within",
        "Okt–Mars 2012": "2011-10-01..2012-03-31 period within",
        "januari 2013 till och med april 2015": "2013-01-01..2015-04-30 period within",
        "mellan 1 mars och 31 maj": "2010-03-01..2010-05-31 day within",
        "fr.o.m. 1/3 t.o.m. 31/5": "2010-03-01..2010-05-31 day within",
        "start 1/3, slut 30/6": "2010-03-01..2010-06-30 day within",
        "hösten 2009–våren 2010": "2009-09-01..2010-05-31 period within",
    },
)
def from_to(tokens: Tokens) -> Token | None:
    """From one span to another."""
    start, end = every(tokens, "s")
    return span_token(run(start, end), tokens) if _goes_on(start, end) else None


def _goes_on(first: Span, other: Span) -> bool:
    """Whether a range goes on in a span, or that belongs to a comment.

    Nothing said beside an explicit date may change it: after a day with its year only a day, or
    what has a year of its own and is less than one, goes on.
    """
    if not first.is_explicit_day or other.is_explicit_day:
        return True
    if other.precision is Precision.DAY:
        return not other.by_first
    return other.year is not None and other.precision is not Precision.YEAR


@ranges.rule(
    r"ls",
    {"mellan den 10:e och 15:e maj": "2010-05-10..2010-05-15 day within"},
)
def between(tokens: Tokens) -> Token:
    """Between two days that share their month: not only the two."""
    return span_token(tokens[1].value._replace(each=()), tokens)


@ranges.rule(
    r"s/s(?!/)",
    {"januari/februari 2010": "2010-01-01..2010-02-28 period within"},
)
def slashed(tokens: Tokens) -> Token | None:
    """Neighbours over a slash are one stretch, others are occasions."""
    one, other = every(tokens, "s")
    return span_token(several([one, other]), tokens) if _goes_on(one, other) else None


@ranges.rule(
    r"ss(?!s)",
    {
        "maj juni": "2010-05-01..2010-06-30 period within",
        "maj augusti": "2010-05-01..2010-08-31 period within",
    },
)
def lost_hyphen(tokens: Tokens) -> Token | None:
    """Two months in a row have lost the hyphen between them."""
    one, other = (token.value for token in tokens)
    if one.precision is not Precision.MONTH or other.precision is not Precision.MONTH:
        return None
    return span_token(run(one, other), tokens)


@lists.rule(
    r"s,?s(?!-?[,&/]{0,2}s)",
    {
        "HT 2010: 23 augusti – 20 december": "2010-08-23..2010-12-20 day within",
        "läsåret, 10 januari": "2011-01-10 day on",
    },
)
def told_closer(tokens: Tokens) -> Token | None:
    """A time within another beside it is the one meant. Nothing changes an explicit date."""
    one, other = every(tokens, "s")
    if one.is_explicit_day:
        return None
    closer = placed_within(other, one) or placed_within(one, other)
    return span_token(closer, tokens) if closer else None


@lists.rule(
    r"s,?s(?!-?[,&/]{0,2}s)",
    {
        "Höstlov 2–5 november": "2010-11-02..2010-11-05 day within",
        "31 maj – 4 juni, v 22": "2010-05-31..2010-06-04 day within",
    },
)
def days_within_days(tokens: Tokens) -> Token | None:
    """A week or a feast beside days in it: those are meant. Otherwise it is both."""
    one, other = every(tokens, "s")
    if {one.precision, other.precision} != {Precision.DAY} or one.is_explicit_day:
        return None
    both = several([one, other])

    def at(year: int) -> periods.Interval:
        shorter, longer = sorted(settled((one, other), year), key=lambda pair: pair[1] - pair[0])
        inside = longer[0] <= shorter[0] and shorter[1] <= longer[1]
        return shorter if inside else both.at(year)

    return span_token(both._replace(at=at), tokens)


def _same_in_each(spans: list[Span], tokens: Tokens) -> list[Span]:
    """ "Mars 2010 och 2011" is March of both; after a comma alone, 2011 may be the whole year."""
    part, *years = spans
    if part.year is None or part.ends or part.each or all(token.sign != "&" for token in tokens):
        return spans
    if part.precision not in (Precision.MONTH, Precision.PERIOD) or any(
        span.precision is not Precision.YEAR or span.ends for span in years
    ):
        return spans
    return [part, *(part._replace(year=span.year) for span in years)]


@lists.rule(
    r"s(?:-?[,&/]{0,2}s){1,40}",
    {
        "mars 2010 och 2011": "2010-03-01..2011-03-31 period within",
        "i mars och oktober": "2010-03-01..2010-10-31 period within",
        "mars, juni, september": "2010-03-01..2010-09-30 period within",
        "2009, 2010": "2009-01-01..2010-12-31 year within",
        "3/5, 7/6": "2010-05-03..2010-06-07 day within",
    },
)
def listed(tokens: Tokens) -> Token | None:
    """Occasions, or one stretch where they follow each other without a gap.

    After a day with its year only days are a list, and they need a mark between.
    """
    spans = _same_in_each(every(tokens, "s"), tokens)
    if spans[0].is_explicit_day and not all(span.is_explicit_day for span in spans):
        plain = all(span.precision is Precision.DAY and not span.by_first for span in spans)
        if not plain or any(one.sign == other.sign == "s" for one, other in pairwise(tokens)):
            return None
    return span_token(several(spans), tokens)
