"""Rules for everything longer than a day: weeks, months, quarters, seasons, terms, feasts, years."""

from collections.abc import Sequence
from functools import partial

from regionhub.domain.plantime import feasts, periods
from regionhub.domain.plantime.doubts import (
    AUTUMN_BREAK,
    MONTH_OR_YEARS,
    SCHOOL_YEAR,
    TURN_OF_MONTH,
    YEARS_OR_SCHOOL_YEAR,
)
from regionhub.domain.plantime.grammar import Stage, Tokens, century, every, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, run, several
from regionhub.domain.plantime.tokens import Token

LAST_MONTH = 12
NUMBERED = {"Q": 4, "T": 3, "H": 2, "w": 53}

stretches = Stage()


def whole_year(year: int) -> Span:
    """One calendar year."""
    return Span(Precision.YEAR, lambda of_year: periods.months(of_year, 1, 12), year)


def month(number: int, year: int | None = None) -> Span:
    """One calendar month."""
    return Span(Precision.MONTH, lambda of_year: periods.months(of_year, number, number), year)


def numbered(sign: str, name: str, number: int, year: int | None) -> Span:
    """A week, quarter, tertial or half-year by its number."""
    if sign == "w":
        return Span(Precision.DAY, lambda of_year: periods.week(of_year, number), year)
    return Span(Precision.PERIOD, lambda of_year: periods.unit(of_year, name, number), year)


def _short(tokens: Tokens) -> int | None:
    """The year of some tokens: as four digits, or as two after a mark."""
    year = first(tokens, "y")
    if year is None and tokens[-1].sign == "n":
        return century(tokens[-1].value)
    return None if year is None else int(year)


@stretches.rule(
    r"Wwn(?:[,/]?y)?",
    {"måndag v 12": "2010-03-22 day on"},
)
def weekday_of_week(tokens: Tokens) -> Token:
    """A weekday in a week."""
    weekday, _, number = (token.value for token in tokens[:3])

    def at(year: int) -> periods.Interval:
        return periods.weekday_of_week(year, number, weekday)

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


@stretches.rule(
    r"(?:y[-,]?)?[wQTH]n(?:,?[-,&/]n(?![noMJ/.])){0,11}(?:[-,/]?y)?",
    {
        "Vecka 44, 2010": "2010-11-01..2010-11-07 day within",
        "v 12–14": "2010-03-22..2010-04-11 day within",
        "v 51–2": "2010-12-20..2011-01-16 day within",
        "v. 44/45": "2010-11-01..2010-11-14 day within",
        "Q2": "2010-04-01..2010-06-30 period within",
        "kvartal 1 och 3": "2010-01-01..2010-09-30 period within",
        "Q3-10": "2010-07-01..2010-09-30 period within",
        "2010 Q4": "2010-10-01..2010-12-31 period within",
        "tertial 1": "2010-01-01..2010-04-30 period within",
        "H1 2010": "2010-01-01..2010-06-30 period within",
        "v 54": "- unknown unknown",
    },
)
def numbered_units(tokens: Tokens) -> Token:
    """Weeks, quarters, tertials and half-years by number.

    A number too great for the unit after a dash or slash is a year of two digits ("Q3-10").
    """
    unit = next(token for token in tokens if token.sign in NUMBERED)
    year = first(tokens, "y")
    pieces = [token for token in tokens if token.sign in "n-/,&"]
    if year is None and len(pieces) == 3 and pieces[-1].value > NUMBERED[unit.sign]:  # noqa: PLR2004
        year, pieces = century(pieces[-1].value), pieces[:1]
    return span_token(_listed(pieces, unit, year, tokens), tokens)


def _listed(pieces: Tokens, unit: Token, year: int | None, tokens: Tokens) -> Span:
    """Numbers with marks between them; a year at the end belongs to the last of them."""
    at_end = tokens[-1].sign == "y" or tokens[0].sign != "y"
    numbers = [token for token in pieces if token.sign in "no"]
    spans: list[Span] = []
    dashed = False
    for token in pieces:
        if token.sign in "no":
            owner = numbers[-1] if at_end else numbers[0]
            of_year = year if token is owner else None
            span = numbered(unit.sign, unit.value, token.value, of_year)
            spans.append(run(spans.pop(), span) if dashed and spans else span)
        elif spans:
            dashed = token.sign in "-/"
    return several(spans)


@stretches.rule(
    r"o(?:[-,&/]{1,2}o)?[QTH](?:[-,/]?y)?",
    {
        "andra kvartalet": "2010-04-01..2010-06-30 period within",
        "första halvåret 2010": "2010-01-01..2010-06-30 period within",
        "första och andra kvartalet": "2010-01-01..2010-06-30 period within",
        "sista kvartalet": "2010-10-01..2010-12-31 period within",
    },
)
def counted_units(tokens: Tokens) -> Token:
    """Quarters, tertials and half-years by ordinal."""
    unit = next(token for token in tokens if token.sign in "QTH")
    pieces = [
        token._replace(value=NUMBERED[unit.sign]) if token.value == -1 else token
        for token in tokens
        if token.sign in "o-,&/"
    ]
    return span_token(_listed(pieces, unit, first(tokens, "y"), tokens), tokens)


@stretches.rule(
    r"ow[MJ](?:,?y)?",
    {"första veckan i mars": "2010-03-01..2010-03-07 day within"},
)
def week_of_month(tokens: Tokens) -> Token:
    """A week counted in a month: the month that holds its Thursday."""
    nth, number = tokens[0].value, tokens[2].value

    def at(year: int) -> periods.Interval:
        return periods.nth_week(year, number, nth)

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


@stretches.rule(
    r"X(?:[MJ](?:[-/]{1,2}[MJ])?)?(?:,?y)?",
    {
        "månadsskiftet april/maj": "2010-04-30..2010-05-01 day within",
        "månadsskiftet": "- unknown unknown",
    },
)
def turn_of_month(tokens: Tokens) -> Token | None:
    """The last day of one month and the first of the next; one month alone is the one that ends."""
    named = every(tokens, "MJ")
    if not named:
        return None
    doubts = () if len(named) > 1 else (TURN_OF_MONTH,)
    span = Span(Precision.DAY, lambda year: periods.turn(year, named[0]), first(tokens, "y"))
    return span_token(span._replace(doubts=doubts), tokens)


@stretches.rule(
    r"Z(?:y(?:[-/]{1,2}[yn])?|n[-/]n)?",
    {
        "årsskiftet": "2010-12-31 day on",
        "årsskiftet 2010/2011": "2010-12-31..2011-01-01 day within",
        "årsskiftet 10/11": "2010-12-31..2011-01-01 day within",
        "halvårsskiftet": "2010-06-30 day on",
        "senast årsskiftet 2010/11": "..2010-12-31 day by",
    },
)
def turn_of_year(tokens: Tokens) -> Token:
    """The last day of the year (or half-year); named by both years, the two days that meet."""
    number = tokens[0].value
    years = [t.value if t.sign == "y" else century(t.value) for t in tokens if t.sign in "yn"]

    def at(year: int) -> periods.Interval:
        last, after = periods.turn(year, number)
        return (last, after) if len(years) > 1 else (last, last)

    span = Span(Precision.DAY, at, years[0] if years else None, by_first=True)
    return span_token(span, tokens)


@stretches.rule(
    r"[MJ](?:,?y|-n(?![-/.n])|'n)|y,?M(?!,?y)|n/y",
    {
        "Maj, 2010": "2010-05-01..2010-05-31 month within",
        "dec -09": "2009-12-01..2009-12-31 month within",
        "2010 mars": "2010-03-01..2010-03-31 month within",
        "Jul 2010": "2010-07-01..2010-07-31 month within",
        "12/2010": "2010-12-01..2010-12-31 month within",
    },
)
def month_of_year(tokens: Tokens) -> Token | None:
    """A month and its year."""
    number = first(tokens, "MJ") or first(tokens, "n")
    if number > LAST_MONTH:
        return None
    return span_token(month(number, _short(tokens)), tokens)


@stretches.rule(
    r"J[-/]{1,2}M|M[-/]{1,2}J",
    {
        "jun–jul": "2010-06-01..2010-07-31 period within",
        "jul-aug": "2010-07-01..2010-08-31 period within",
    },
)
def months_with_july(tokens: Tokens) -> Token:
    """ "Jul" beside another month is July."""
    start, end = every(tokens, "MJ")
    return span_token(run(month(start), month(end)), tokens)


@stretches.rule(
    r"M",
    {
        "okt.": "2010-10-01..2010-10-31 month within",
        "Febuari": "2010-02-01..2010-02-28 month within",
    },
)
def month_alone(tokens: Tokens) -> Token:
    """A month of the plan's year."""
    return span_token(month(tokens[0].value), tokens)


@stretches.rule(
    r"[SL](?:-?[/&]{1,2})[SL](?:,?y)?",
    {
        "vår- och hösttermin": "2010-01-01..2010-12-31 period within",
        "VT/HT 2010": "2010-01-01..2010-12-31 period within",
        "våren och hösten": "2010-03-01..2010-11-30 period within",
        "vår/sommar 2010": "2010-03-01..2010-08-31 period within",
    },
)
def two_seasons(tokens: Tokens) -> Token:
    """Two seasons or terms; "vår-" before a term is a term too."""
    names = [token for token in tokens if token.sign in "SL"]
    year = first(tokens, "y")
    sign = names[-1].sign
    spans = [_season(sign, token.value, year) for token in names]
    return span_token(several(spans), tokens)


def _season(sign: str, name: str, year: int | None) -> Span:
    if sign == "L":
        return Span(Precision.PERIOD, lambda of_year: periods.term(of_year, name), year)
    return Span(Precision.PERIOD, lambda of_year: periods.season(of_year, name), year)


@stretches.rule(
    r"p?[SL](?:(?:[-,/]?y|-?n(?!\w|[/.]))(?:/(?:n|y))?|n/n)?|y,?[SL]",
    {
        "Sommaren 2010": "2010-06-01..2010-08-31 period within",
        "vinter": "2010-12-01..2011-02-28 period within",
        "ht10": "2010-08-01..2010-12-31 period within",
        "VT-11": "2011-01-01..2011-06-30 period within",
        "vintern 2010/2011": "2010-12-01..2011-02-28 period within",
        "nästa vår": "2011-03-01..2011-05-31 period within",
    },
)
def season_or_term(tokens: Tokens) -> Token:
    """A season or a school term. A winter is named by the year it begins in."""
    token = next(token for token in tokens if token.sign in "SL")
    years = [t.value if t.sign == "y" else century(t.value) for t in tokens if t.sign in "yn"]
    span = _season(token.sign, token.value, years[0] if years else None)
    if tokens[0].sign == "p":
        span = next_year(span)
    return span_token(span, tokens)


def next_year(span: Span) -> Span:
    """The same stretch one year later than it would be read without the word "nästa"."""
    at = span.at
    return span._replace(at=lambda year: at(year + 1))


@stretches.rule(
    r"K(?:y(?:[-/]{1,2}[yn])?|n[-/]n)?",
    {
        "läsåret 2018/19": "2018-08-01..2019-06-30 period within",
        "läsåret 18/19": "2018-08-01..2019-06-30 period within",
        "läsåret": "2010-08-01..2011-06-30 period within",
    },
)
def school_year(tokens: Tokens) -> Token:
    """August to June. Without a year it is the one that begins in the plan's year."""
    years = [t.value if t.sign == "y" else century(t.value) for t in tokens if t.sign in "yn"]
    doubts = () if len(years) > 1 else (SCHOOL_YEAR,)
    year = years[0] if years else None
    return span_token(Span(Precision.PERIOD, periods.school_year, year, doubts=doubts), tokens)


@stretches.rule(
    r"[FJ](?:,?y)?",
    {
        "midsommar": "2010-06-25..2010-06-26 day within",
        "påsken 2011": "2011-04-22..2011-04-25 day within",
        "julafton": "2010-12-24 day on",
        "jul": "2010-12-24..2010-12-26 day within",
        "höstlovet": "2010-11-01..2010-11-07 day within",
    },
)
def feast(tokens: Tokens) -> Token:
    """Feasts that the calendar knows; "jul" alone is Christmas."""
    name = "christmas" if tokens[0].sign == "J" else tokens[0].value
    doubts = (AUTUMN_BREAK,) if name == "autumn break" else ()
    at = partial(_feast_on, name)
    span = Span(Precision.DAY, at, first(tokens, "y"), by_first=True, doubts=doubts)
    return span_token(span, tokens)


def _feast_on(name: str, year: int) -> periods.Interval:
    return feasts.feast(year, name)


@stretches.rule(
    r"y[-/](?:n|y)(?![-/.n])|n/n(?=$)",
    {
        "2010-12": "2010-12-01..2010-12-31 month within",
        "2018/19": "2018-01-01..2019-12-31 year within",
        "2010–2012": "2010-01-01..2012-12-31 year within",
        "2010-13": "2010-01-01..2013-12-31 year within",
    },
)
def years_or_month(tokens: Tokens) -> Token | None:
    """Two years. After a dash two digits that can be a month are one ("2010-12"), and asked about."""
    if tokens[0].sign != "y":
        return None
    start, mark, end = tokens
    if end.sign == "y":
        return span_token(run(whole_year(start.value), whole_year(end.value)), tokens)
    if mark.sign == "-" and 1 <= end.value <= LAST_MONTH:
        doubts = (MONTH_OR_YEARS,) if end.value > start.value % 100 else ()
        return span_token(month(end.value, start.value)._replace(doubts=doubts), tokens)
    last = start.value - start.value % 100 + end.value
    if not start.value < last <= start.value + 10:
        return None
    doubts = (YEARS_OR_SCHOOL_YEAR,) if mark.sign == "/" else ()
    span = run(whole_year(start.value), whole_year(last))
    return span_token(span._replace(doubts=doubts), tokens)


@stretches.rule(
    r"y",
    {
        "2010": "2010-01-01..2010-12-31 year within",
        "Under 2010": "2010-01-01..2010-12-31 year within",
        "nästa år": "2011-01-01..2011-12-31 year within",
    },
)
def year_alone(tokens: Tokens) -> Token:
    """A calendar year."""
    return span_token(whole_year(tokens[0].value), tokens)
