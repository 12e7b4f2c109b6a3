"""Rules for months and years, and for the days where they meet."""

from regionhub.domain.plantime import feasts, periods
from regionhub.domain.plantime.doubts import MONTH_OR_YEARS, TURN_OF_MONTH, YEARS_OR_SCHOOL_YEAR
from regionhub.domain.plantime.grammar import Stage, Tokens, century, every, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, next_year, run
from regionhub.domain.plantime.tokens import Token

LAST_MONTH = 12
LONGEST_RUN_OF_YEARS = 10

months = Stage()


@months.rule(
    r"X(?:[MJ](?:[-/&]{0,2}[MJ])?)?(?:,?y)?",
    {
        "månadsskiftet april maj": "2010-04-30..2010-05-01 day within",
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


@months.rule(
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
    years = [century(token.value) for token in tokens if token.sign in "yn"]

    def at(year: int) -> periods.Interval:
        last, after = periods.turn(year, number)
        return (last, after) if len(years) > 1 else (last, last)

    span = Span(Precision.DAY, at, years[0] if years else None, by_first=True, turn=True)
    return span_token(span, tokens)


@months.rule(
    r"n-n/y",
    {"1-2/2010": "2010-01-01..2010-02-28 period within"},
)
def months_of_year(tokens: Tokens) -> Token | None:
    """Two months by number over their year."""
    start, end = every(tokens, "n")
    if not 1 <= start < end <= LAST_MONTH:
        return None
    return span_token(run(month(start), month(end, tokens[-1].value)), tokens)


@months.rule(
    r"(?<=[eEt])J,?y",
    {"innan jul 2010": "..2010-12-23 day by", "jul 2010": "2010-07-01..2010-07-31 month within"},
)
def christmas_of_year(tokens: Tokens) -> Token | None:
    """ "Jul" that something is before, after or until is Christmas, also when it has a year."""
    return christmas(tokens)


@months.rule(
    r"[MJ](?:,?y|n(?![-/.]n)|-n(?!-n(?!M)|[n/.])|'n)|y[-,]?M(?!,?y)|n[-/]y|y[./]n(?![-/.n])",
    {
        "Maj, 2010": "2010-05-01..2010-05-31 month within",
        "dec -09": "2009-12-01..2009-12-31 month within",
        "2010 mars": "2010-03-01..2010-03-31 month within",
        "okt 08 – sept 09": "2008-10-01..2009-09-30 period within",
        "Jul 2010": "2010-07-01..2010-07-31 month within",
        "12/2010": "2010-12-01..2010-12-31 month within",
        "3-2010": "2010-03-01..2010-03-31 month within",
        "2010/03": "2010-03-01..2010-03-31 month within",
    },
)
def month_of_year(tokens: Tokens) -> Token | None:
    """A month and its year; a number after the year is a month when it has two digits and a nought.

    ("2010/03" is March, "2010/11" two years.)
    """
    number = first(tokens, "MJ") or first(tokens, "n")
    after_year = tokens[0].sign == "y" and tokens[-1].sign == "n"
    if not 1 <= number <= LAST_MONTH or (after_year and not tokens[-1].text.startswith("0")):
        return None
    return span_token(month(number, _short(tokens)), tokens)


@months.rule(
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


@months.rule(
    r"M",
    {
        "okt.": "2010-10-01..2010-10-31 month within",
        "Febuari": "2010-02-01..2010-02-28 month within",
    },
)
def month_alone(tokens: Tokens) -> Token:
    """A month of the plan's year."""
    return span_token(month(tokens[0].value), tokens)


@months.rule(
    r"J(?:,?y)?",
    {"jul": "2010-12-24..2010-12-26 day within", "till jul": "..2010-12-24 day by"},
)
def christmas(tokens: Tokens) -> Token:
    """ "Jul" with no month beside it is Christmas."""

    def at(year: int) -> periods.Interval:
        return feasts.feast(year, "christmas")

    return span_token(Span(Precision.DAY, at, first(tokens, "y"), by_first=True), tokens)


@months.rule(
    r"y[-/](?:n|y)(?![/.n]|-n)",
    {
        "2010-12": "2010-12-01..2010-12-31 month within",
        "2018/19": "2018-01-01..2019-12-31 year within",
        "2010–2012": "2010-01-01..2012-12-31 year within",
        "2010-13": "2010-01-01..2013-12-31 year within",
    },
)
def years_or_month(tokens: Tokens) -> Token | None:
    """Two years. After a dash, two digits that can be a month are one ("2010-12")."""
    start, mark, end = tokens
    if end.sign == "y":
        return span_token(run(whole_year(start.value), whole_year(end.value)), tokens)
    if mark.sign == "-" and 1 <= end.value <= LAST_MONTH:
        doubts = (MONTH_OR_YEARS,) if end.value > start.value % 100 else ()
        return span_token(month(end.value, start.value)._replace(doubts=doubts), tokens)
    last = start.value - start.value % 100 + end.value
    if not start.value < last <= start.value + LONGEST_RUN_OF_YEARS:
        return None
    doubts = (YEARS_OR_SCHOOL_YEAR,) if mark.sign == "/" else ()
    span = run(whole_year(start.value), whole_year(last))
    return span_token(span._replace(doubts=doubts), tokens)


@months.rule(
    r"pY(?=P)",
    {"nästa års början": "2011-01-01..2011-03-31 period within"},
)
def of_next_year(tokens: Tokens) -> Token:
    """The year after the plan's, before a part of it."""
    return span_token(next_year(whole_year(None)), tokens)


@months.rule(
    r"'n(?!')|(?<=P)-n(?![-/.noMJ])",
    {
        "'09": "2009-01-01..2009-12-31 year within",
        "slutet av -10": "2010-10-01..2010-12-31 period within",
    },
)
def year_after_mark(tokens: Tokens) -> Token | None:
    """A year of two digits, with the mark for those left out."""
    if len(tokens[-1].text) == 1:
        return None
    return span_token(whole_year(century(tokens[-1].value)), tokens)


@months.rule(
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


def month(number: int, year: int | None = None) -> Span:
    """One calendar month."""
    return Span(Precision.MONTH, lambda of_year: periods.months(of_year, number, number), year)


def whole_year(year: int | None) -> Span:
    """One calendar year."""
    return Span(Precision.YEAR, lambda of_year: periods.months(of_year, 1, 12), year)


def _short(tokens: Tokens) -> int | None:
    """The year of some tokens: as four digits, or as two after a mark."""
    year = first(tokens, "y")
    if year is None and tokens[-1].sign == "n":
        return century(tokens[-1].value)
    return None if year is None else int(year)
