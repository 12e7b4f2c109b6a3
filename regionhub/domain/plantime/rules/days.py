"""Rules for days: numbers, months and weekdays become spans of days."""

import re

from regionhub.domain.plantime import periods
from regionhub.domain.plantime.grammar import Stage, Tokens, century, every, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.rules.months import month as month_of
from regionhub.domain.plantime.spans import Span, run, several
from regionhub.domain.plantime.tokens import Token

LAST_DAY, LAST_MONTH = 31, 12
COMPACT = re.compile("(?P<year>(?:19|20)?[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})")

COUNTED_DAYS = {
    "day": periods.day,
    "working day": periods.nth_working_day,
    "weekend": periods.nth_weekend,
}

days = Stage()


def one_day(year: int | None, month: int, number: int, weekday: int | None = None) -> Span:
    """A day of a month; the day before the first is the last. `weekday` is the one written."""

    def at(of_year: int) -> periods.Interval:
        return periods.day(of_year, month, number)

    return Span(Precision.DAY, at, year, weekday=weekday)


def _possible(month: int, numbers: list[int]) -> bool:
    """Whether numbers can be a month and days of it, or mean something else."""
    return 1 <= month <= LAST_MONTH and all(1 <= number <= LAST_DAY for number in numbers)


def _if_possible(year: int | None, month: int, number: int, tokens: Tokens) -> Token | None:
    """A day, unless the numbers can be no day of any month and mean something else."""
    if not _possible(month, [number]):
        return None
    return span_token(one_day(year, month, number, first(tokens, "W")), tokens)


def _year_in(tokens: Tokens, short: list[int]) -> int | None:
    """The year among some tokens: four digits, or the two that were left over."""
    year: int | None = first(tokens, "y")
    return century(short[0]) if year is None and short else year


@days.rule(
    r"y-n-n-{1,2}n(?:-n)?(?![\w.])",
    {
        "2010-05-03--07": "2010-05-03..2010-05-07 day within",
        "2010-05-03 – 06-07": "2010-05-03..2010-06-07 day within",
    },
)
def year_month_days(tokens: Tokens) -> Token:
    """The standard's order with only the end's day, or its month and day, written again."""
    month, number, *last = every(tokens, "n")
    start = one_day(tokens[0].value, month, number)
    end = one_day(tokens[0].value, last[0] if len(last) > 1 else month, last[-1])
    return span_token(run(start, end), tokens)


@days.rule(
    r"W?(?:y-n-n|y/n/n|y\.n\.n|ynn)(?![/.]n)",
    {
        "2010-12-31": "2010-12-31 day on",
        "2010/12/31": "2010-12-31 day on",
        "fredag 2010-12-31": "2010-12-31 day on",
        "2010-13-45": "- unknown unknown",
    },
)
def year_month_day(tokens: Tokens) -> Token:
    """The standard's order. Numbers so written are a day, also where there is no such day."""
    month, number = every(tokens, "n")
    return span_token(one_day(first(tokens, "y"), month, number, first(tokens, "W")), tokens)


@days.rule(
    r"n-n-n-{1,2}n-n-n(?![-/.n])",
    {"10-05-03 – 10-06-03": "2010-05-03..2010-06-03 day within"},
)
def short_year_month_days(tokens: Tokens) -> Token | None:
    """Two days in the standard's order with years of two digits."""
    start, end = short_year_month_day(tokens[:5]), short_year_month_day(tokens[-5:])
    return span_token(run(start.value, end.value), tokens) if start and end else None


@days.rule(
    r"n-n-n(?![-/.n])",
    {"10-12-31": "2010-12-31 day on", "1-3-5": "- unknown unknown"},
)
def short_year_month_day(tokens: Tokens) -> Token | None:
    """The standard's order with a year of two digits; single digits are no date."""
    if any(len(token.text) == 1 for token in tokens if token.sign == "n"):
        return None
    year, month, number = every(tokens, "n")
    return _if_possible(century(year), month, number, tokens)


@days.rule(
    r"c-n(?![\w\-/.])",
    {"100503–07": "2010-05-03..2010-05-07 day within"},
)
def compact_days(tokens: Tokens) -> Token | None:
    """A day in six or eight digits, and only the two digits of the last day; no words after."""
    start, number = compact_day(tokens[:1]), tokens[-1].value
    digits = COMPACT.fullmatch(tokens[0].value)
    if start is None or digits is None or len(tokens[-1].text) == 1 or number > LAST_DAY:
        return None
    end = one_day(start.value.year, int(digits["month"]), number)
    return span_token(run(start.value, end), tokens)


@days.rule(
    r"c",
    {
        "101231": "2010-12-31 day on",
        "20101231": "2010-12-31 day on",
        "190401-190630": "2019-04-01..2019-06-30 day within",
        "134599": "- unknown unknown",
    },
)
def compact_day(tokens: Tokens) -> Token | None:
    """Six or eight digits."""
    digits = COMPACT.fullmatch(tokens[0].value)
    if digits is None:
        return None
    year, month, number = map(int, digits.groups())
    return _if_possible(century(year), month, number, tokens)


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
    return _if_possible(first(tokens, "y"), month, number, tokens)


@days.rule(
    r"(?<![wQTH])n(?:[-,&]n){1,11}/n(?!-?n?[/.]n)(?:,?y|-n)?",
    {
        "4–5/9 2019": "2019-09-04..2019-09-05 day within",
        "3 och 10/5": "2010-05-03..2010-05-10 day within",
    },
)
def days_over_month(tokens: Tokens) -> Token | None:
    """Several days that share the month after the slash."""
    slash = [token.sign for token in tokens].index("/")
    month = tokens[slash + 1].value
    if not _possible(month, every(tokens[:slash], "n")):
        return None
    year = _year_in(tokens, every(tokens[slash + 2 :], "n"))
    return _days_of_month(tokens[:slash], month, year, tokens)


@days.rule(
    r"W?(?<![ZKSLwQTH])n/n(?:/n|-n(?![/.]))?(?!/)",
    {
        "31/12": "2010-12-31 day on",
        "31/12-10": "2010-12-31 day on",
        "31/12/10": "2010-12-31 day on",
        "31/6": "- unknown unknown",
        "12/31": "- unknown unknown",
    },
)
def slashed_day(tokens: Tokens) -> Token | None:
    """Day over month. Month over day is not Swedish and is not read.

    Where the numbers could be two years ("10/11") and one is the plan's, the person is asked.
    """
    number, month, *short = every(tokens, "n")
    built = _if_possible(_year_in(tokens, short), month, number, tokens)
    written_as_years = all(len(token.text) > 1 for token in tokens if token.sign == "n")
    if built is None or short or month != number + 1 or not written_as_years:
        return built
    return built._replace(value=built.value._replace(short_year=century(number)))


@days.rule(
    r"n-n\.n(?:[.,]?y|\.n)?",
    {
        "4–5.9": "2010-09-04..2010-09-05 day within",
        "4–5.9.2010": "2010-09-04..2010-09-05 day within",
    },
)
def days_dot_month(tokens: Tokens) -> Token | None:
    """Two days that share the month after the dot."""
    start, end, month, *short = every(tokens, "n")
    if not _possible(month, [start, end]):
        return None
    return _days_of_month(tokens[:3], month, _year_in(tokens, short), tokens)


@days.rule(
    r"W?n\.n(?:\.n)?(?![.k])",
    {
        "30.5": "2010-05-30 day on",
        "30.5–2.6": "2010-05-30..2010-06-02 day within",
        "3.5 %": "- unknown unknown",
        "13.30": "- unknown unknown",
    },
)
def day_dot_month(tokens: Tokens) -> Token | None:
    """Day dot month; a clock ("13.30") and a share ("3.5 %") are not days."""
    number, month, *short = every(tokens, "n")
    return _if_possible(_year_in(tokens, short), month, number, tokens)


@days.rule(
    r"W?[no](?:,?[-,&/t]{1,2}[no]){0,11}[MJ](?:,?y|-n(?!-n(?![MJ])|[n/.M]))?(?:n\.n(?:-n\.n)?(?!\.))?",
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
def days_before_month(tokens: Tokens) -> Token:
    """Days before their month, with or without a year; a time of day after them is left out."""
    signs = "".join(token.sign for token in tokens)
    place = next(i for i, sign in enumerate(signs) if sign in "MJ")
    year = first(tokens, "y")
    if year is None and signs[place + 1 : place + 3] == "-n":
        year = century(tokens[place + 2].value)
    return _days_of_month(tokens[:place], tokens[place].value, year, tokens)


@days.rule(
    r"Mn-Mn(?![-/.n])",
    {"nov 10 – feb 11": "2010-11-01..2011-02-28 period within"},
)
def months_over_new_year(tokens: Tokens) -> Token | None:
    """Two months with years of two digits, known by the second being the year after.

    Without New Year between them the numbers are days ("maj 10 – juni 11").
    """
    (first_month, last_month), (year, after) = every(tokens, "M"), every(tokens, "n")
    if last_month >= first_month or after != year + 1:
        return None
    span = run(month_of(first_month, century(year)), month_of(last_month, century(after)))
    return span_token(span, tokens)


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

    Then the person is asked, since "Nov 12" in the plan of 2012 may mean the whole month. With a
    nought before it ("okt 08") the number is a year.
    """
    after = [token.sign for token in tokens].index("M") + 1
    numbers = [token for token in tokens[after:] if token.sign in "no-,&"]
    year = first(tokens, "y")
    if numbers[0].text.startswith("0"):
        return None
    built = _days_of_month(numbers, first(tokens, "M"), year, tokens)
    if year is not None or [token.sign for token in numbers] != ["n"]:
        return built
    return built._replace(value=built.value._replace(short_year=century(numbers[0].value)))


@days.rule(
    r"(?<![wQTHMJn])(?<![MJ][-.,])n-[MJ](?:-[ny]|,?y)?(?![-/.]?n)|y[-/]M[-/]n(?![-/.]n)",
    {
        "15-mar": "2010-03-15 day on",
        "31-dec-10": "2010-12-31 day on",
        "2010-mars-15": "2010-03-15 day on",
    },
)
def day_in_spreadsheet(tokens: Tokens) -> Token:
    """Dashes between a day, its month and its year, as spreadsheets write them."""
    numbers = [token for token in tokens if token.sign in "ny"]
    if tokens[0].sign == "y":
        numbers.reverse()
    number, *year = (token.value for token in numbers)
    written = one_day(century(year[0]) if year else None, first(tokens, "MJ"), number)
    return span_token(written, tokens)


@days.rule(
    r"oW[MJ](?:[,&]{1,2}[MJ]){0,11}(?:,?y)?",
    {
        "första måndagen i mars": "2010-03-01 day on",
        "sista fredagen i maj": "2010-05-28 day on",
        "första tisdagen i februari och september": "2010-02-02..2010-09-07 day within",
    },
)
def weekday_of_month(tokens: Tokens) -> Token:
    """A weekday counted within a month, or within each of several."""
    nth, weekday = (token.value for token in tokens[:2])

    def in_month(month: int) -> Span:
        def at(year: int) -> periods.Interval:
            return periods.nth_weekday(year, month, nth, weekday)

        return Span(Precision.DAY, at, first(tokens, "y"))

    return span_token(several([in_month(month) for month in every(tokens, "MJ")]), tokens)


@days.rule(
    r"ou[MJ](?:,?y)?",
    {
        "sista dagen i mars": "2010-03-31 day on",
        "första vardagen i maj": "2010-05-03 day on",
        "sista helgen i augusti": "2010-08-28..2010-08-29 day within",
    },
)
def day_counted(tokens: Tokens) -> Token | None:
    """A day, a working day (Monday to Friday) or a weekend counted within a month."""
    nth, unit, month = (token.value for token in tokens[:3])
    if unit not in COUNTED_DAYS:
        return None

    def at(year: int) -> periods.Interval:
        return COUNTED_DAYS[unit](year, month, nth)

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


def _days_of_month(numbers: Tokens, month: int, year: int | None, tokens: Tokens) -> Token:
    """Numbers with dashes and commas between them, as days of one month."""
    weekday = first(numbers, "W")
    spans: list[Span] = []
    joined = False
    for token in numbers:
        if token.sign in "no":
            span = one_day(year, month, token.value, weekday)
            spans.append(run(spans.pop(), span) if joined else span)
        joined = token.sign in "-t"
    return span_token(several(spans), tokens)
