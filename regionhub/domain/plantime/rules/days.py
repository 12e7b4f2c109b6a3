"""Rules for days: numbers and months become spans of days."""

import re

from regionhub.domain.plantime import periods
from regionhub.domain.plantime.grammar import Stage, Tokens, century, every, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, run, several
from regionhub.domain.plantime.tokens import Token

LAST_DAY, LAST_MONTH = 31, 12

days = Stage()


def one_day(year: int | None, month: int, number: int, weekday: int | None = None) -> Span | None:
    """A day of a month, or None where the numbers cannot be meant as a date."""
    if not (number == -1 or 1 <= number <= LAST_DAY) or not 1 <= month <= LAST_MONTH:
        return None

    def at(of_year: int) -> periods.Interval:
        return periods.day(of_year, month, number)

    return Span(Precision.DAY, at, year, weekday=weekday)


def _token(span: Span | None, tokens: Tokens) -> Token | None:
    return None if span is None else span_token(span, tokens)


@days.rule(
    r"W?(?:y-n-n|y/n/n|y\.n\.n)",
    {
        "2010-12-31": "2010-12-31 day on",
        "2010/12/31": "2010-12-31 day on",
        "fredag 2010-12-31": "2010-12-31 day on",
    },
)
def year_month_day(tokens: Tokens) -> Token | None:
    """The standard's order."""
    month, number = every(tokens, "n")
    return _token(one_day(first(tokens, "y"), month, number, first(tokens, "W")), tokens)


@days.rule(
    r"W?(?:n-n-y|n/n[-/,]?y|n\.n[.,]?y)",
    {
        "31/12 2010": "2010-12-31 day on",
        "30.5.2010": "2010-05-30 day on",
        "31-12-2010": "2010-12-31 day on",
    },
)
def day_month_year(tokens: Tokens) -> Token | None:
    """The everyday order with the year at the end."""
    number, month = every(tokens, "n")
    return _token(one_day(first(tokens, "y"), month, number, first(tokens, "W")), tokens)


@days.rule(
    r"n-n-n(?![-/.n])",
    {"10-12-31": "2010-12-31 day on", "1-3-5": "- unknown unknown"},
)
def short_year_month_day(tokens: Tokens) -> Token | None:
    """The standard's order with a year of two digits; single digits are no date."""
    if any(len(token.text) == 1 for token in tokens if token.sign == "n"):
        return None
    year, month, number = every(tokens, "n")
    return _token(one_day(century(year), month, number), tokens)


@days.rule(
    r"c",
    {
        "101231": "2010-12-31 day on",
        "20101231": "2010-12-31 day on",
        "190401-190630": "2019-04-01..2019-06-30 day within",
        "555061": "- unknown unknown",
    },
)
def compact_day(tokens: Tokens) -> Token | None:
    """Six or eight digits."""
    parts = re.fullmatch("([0-9]{2}|[0-9]{4})([0-9]{2})([0-9]{2})", tokens[0].text)
    if parts is None:
        return None
    year, month, number = map(int, parts.groups())
    if year >= 100 and not 1900 <= year < 2100:  # noqa: PLR2004
        return None
    year = century(year) if year < 100 else year  # noqa: PLR2004
    return _token(one_day(year, month, number), tokens)


@days.rule(
    r"n(?:[-,&]n){1,11}/n(?!-?n?[/.]n)(?:,?y|-n)?",
    {
        "4–5/9 2019": "2019-09-04..2019-09-05 day within",
        "3 och 10/5": "2010-05-03..2010-05-10 day within",
    },
)
def days_over_month(tokens: Tokens) -> Token | None:
    """Several days that share the month after the slash."""
    slash = [token.sign for token in tokens].index("/")
    month, short = tokens[slash + 1].value, tokens[-1].value
    year = first(tokens, "y") or (century(short) if tokens[-2].sign == "-" else None)
    return _days_of_month(tokens[:slash], month, year, tokens)


@days.rule(
    r"W?(?<![ZKS])n/n(?:/n|-n(?![/.]))?(?!/)",
    {
        "31/12": "2010-12-31 day on",
        "31/12-10": "2010-12-31 day on",
        "31/12/10": "2010-12-31 day on",
        "31/6": "- unknown unknown",
        "12/31": "- unknown unknown",
    },
)
def slashed_day(tokens: Tokens) -> Token | None:
    """Day over month. Month over day is not Swedish and is not read."""
    number, month, *year = every(tokens, "n")
    span = one_day(century(year[0]) if year else None, month, number, first(tokens, "W"))
    return _token(span, tokens)


@days.rule(
    r"n-n\.n(?:,?y|\.n)?",
    {"4–5.9": "2010-09-04..2010-09-05 day within"},
)
def dotted_days(tokens: Tokens) -> Token | None:
    """Two days that share the month after the dot."""
    start, end, month, *short = every(tokens, "n")
    year = first(tokens, "y") or (century(short[0]) if short else None)
    begin, finish = one_day(year, month, start), one_day(year, month, end)
    return None if begin is None or finish is None else _token(run(begin, finish), tokens)


@days.rule(
    r"W?n\.n(?:\.n)?(?![.k])",
    {
        "30.5": "2010-05-30 day on",
        "30.5–2.6": "2010-05-30..2010-06-02 day within",
        "3.5 %": "- unknown unknown",
        "13.30": "- unknown unknown",
    },
)
def dotted_day(tokens: Tokens) -> Token | None:
    """Day dot month; a clock ("13.30") and a share ("3.5 %") are not days."""
    number, month, *year = every(tokens, "n")
    span = one_day(century(year[0]) if year else None, month, number, first(tokens, "W"))
    return _token(span, tokens)


@days.rule(
    r"W?[no](?:,?[-,&/][no]){0,11}[MJ](?:,?y|-n(?![-/.nM]))?(?:n\.n(?:-n\.n)?(?!\.))?",
    {
        "den 3 maj": "2010-05-03 day on",
        "2:a juni 2010": "2010-06-02 day on",
        "9 maj kl. 9.00–11.30": "2010-05-09 day on",
        "3, 10 och 17 maj": "2010-05-03..2010-05-17 day within",
        "3–5 maj": "2010-05-03..2010-05-05 day within",
        "sista mars": "2010-03-31 day on",
        "15 jul": "2010-07-15 day on",
        "31 juni": "- unknown unknown",
    },
)
def days_before_month(tokens: Tokens) -> Token | None:
    """Days before their month, with or without a year; a time of day after them is left out."""
    signs = "".join(token.sign for token in tokens)
    place = next(i for i, sign in enumerate(signs) if sign in "MJ")
    year = first(tokens, "y")
    if year is None and signs[place + 1 : place + 3] == "-n":
        year = century(tokens[place + 2].value)
    return _days_of_month(tokens[:place], tokens[place].value, year, tokens)


@days.rule(
    r"(?:y,?)?M[no](?:[-,&][no]){0,11}(?![noMGNuwkQTHeE.]|/n)(?:,?y)?",
    {
        "Nov 12": "2010-11-12 day on",
        "maj 3–5": "2010-05-03..2010-05-05 day within",
        "maj 3:e": "2010-05-03 day on",
    },
)
def days_after_month(tokens: Tokens) -> Token | None:
    """A month before its day: two digits are a day, also where they could be the plan's year.

    Then the person is asked (see `doubts.two_digits`), since "Nov 12" in the plan of 2012 may
    mean the whole month.
    """
    number = first(tokens, "n")
    month, year = first(tokens, "M"), first(tokens, "y")
    if number is not None and number > LAST_DAY:
        return None
    built = _days_of_month([t for t in tokens if t.sign in "no-,&"], month, year, tokens)
    if built is None or year is not None or number is None:
        return built
    return built._replace(value=built.value._replace(short_year=century(number)))


@days.rule(
    r"oW[MJ](?:,?y)?",
    {"första måndagen i mars": "2010-03-01 day on", "sista fredagen i maj": "2010-05-28 day on"},
)
def weekday_of_month(tokens: Tokens) -> Token:
    """A weekday counted within a month."""
    nth, weekday, month = (token.value for token in tokens[:3])

    def at(year: int) -> periods.Interval:
        return periods.nth_weekday(year, month, nth, weekday)

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


@days.rule(
    r"ou[MJ](?:,?y)?",
    {"sista dagen i mars": "2010-03-31 day on", "första dagen i maj": "2010-05-01 day on"},
)
def day_counted(tokens: Tokens) -> Token | None:
    """The first or last day of a month."""
    if tokens[1].value != "day":
        return None
    return _token(one_day(first(tokens, "y"), tokens[2].value, tokens[0].value), tokens)


def _days_of_month(numbers: Tokens, month: int, year: int | None, tokens: Tokens) -> Token | None:
    """Numbers with dashes and commas between them, as days of one month."""
    weekday = first(numbers, "W")
    spans: list[Span] = []
    dashed = False
    for token in numbers:
        if token.sign in "no":
            span = one_day(year, month, token.value, weekday)
            if span is None:
                return None
            spans.append(run(spans.pop(), span) if dashed else span)
        dashed = token.sign in "-" if token.sign != "W" else dashed
    return span_token(several(spans), tokens)
