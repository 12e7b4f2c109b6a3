"""Rules for what comes back: how often, as an RFC 5545 rule where there is one."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

from regionhub.domain.plantime import periods
from regionhub.domain.plantime.grammar import Stage, Tokens, every, first, text_of
from regionhub.domain.plantime.lexicon import meaning_of
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.rules.noise import FREE
from regionhub.domain.plantime.spans import Span
from regionhub.domain.plantime.tokens import Token

often = Stage()

FREQUENCIES = {
    "day": ("DAILY", 1), "week": ("WEEKLY", 1), "month": ("MONTHLY", 1),
    "quarter": ("MONTHLY", 3), "tertial": ("MONTHLY", 4), "half": ("MONTHLY", 6),
    "term": ("MONTHLY", 6), "year": ("YEARLY", 1), "mandate": ("YEARLY", 4),
}  # fmt: skip
NUMBERED = "n(?![-/.,&nM])"  # a number that is not the beginning of a date
MOST_IN_A_MONTH = 5
ONE_MEETING = ("möte", "träff", "sammanträde", "tillfälle")
WEEK = 6 * periods.ONE_DAY
WORKING_DAYS = "MO,TU,WE,TH,FR"
DAYS_OF_WEEK = {"working day": WORKING_DAYS, "weekend": "SA,SU"}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def frequency(unit: str, interval: int = 1) -> str:
    """The RFC 5545 rule for once in every so many units."""
    name, length = FREQUENCIES[unit]
    step = length * interval
    return f"FREQ={name}" if step == 1 else f"FREQ={name};INTERVAL={step}"


def _unit(token: Token) -> str:
    """The unit that a token ends with: "termin", "per termin", "månadsvis"; else the year."""
    word = meaning_of(token.text.split()[-1])[1]
    if word in FREQUENCIES:
        return str(word)
    return next((unit for unit in FREQUENCIES if frequency(unit) == token.value), "year")


def _token(recurrence: Mapping[str, Any] | None, tokens: Tokens) -> Token:
    return Token("R", recurrence, text_of(tokens))


def _rule(rule: str, tokens: Tokens) -> Token:
    return _token({"rrule": rule}, tokens)


@often.rule(
    r"A?oW(?:A?u|R)|AoW",
    {
        "varje månads sista fredag": "2010-01-01..2010-12-31 recurring recurring",
        "första måndagen i månaden": "2010-01-01..2010-12-31 recurring recurring",
        "sista fredagen varje månad": "2010-01-01..2010-12-31 recurring recurring",
    },
)
def weekday_of_each_month(tokens: Tokens) -> Token | None:
    """A counted weekday in every month."""
    if tokens[-1].sign != "W" and not _is_monthly(tokens[-1]):
        return None
    nth, weekday = first(tokens, "o"), first(tokens, "W")
    return _rule(f"FREQ=MONTHLY;BYDAY={nth}{WEEKDAYS[weekday]}", tokens)


@often.rule(
    rf"{FREE}[no]u?(?:Au|R)|Au[no](?![\w\-/.,&])",
    {
        "den 15:e varje månad": "2010-01-01..2010-12-31 recurring recurring",
        "senast den 10 i månaden": "2010-01-01..2010-12-31 recurring recurring",
    },
)
def day_of_each_month(tokens: Tokens) -> Token | None:
    """The same day in every month. A small number before "i månaden" is how many times."""
    monthly = any(_is_monthly(token) for token in tokens if token.sign in "uR")
    number = first(tokens, "no")
    of_the_month = tokens[-1].text == "i månaden" and number > MOST_IN_A_MONTH
    if monthly and first(tokens, "u") == "working day":
        return _rule(f"FREQ=MONTHLY;BYDAY={WORKING_DAYS};BYSETPOS={number}", tokens)
    is_count = tokens[0].sign == "n" and tokens[1].sign == "R" and not of_the_month
    if not monthly or is_count:
        return None
    return _rule(f"FREQ=MONTHLY;BYMONTHDAY={number}", tokens)


def _is_monthly(token: Token) -> bool:
    return token.value in ("month", "FREQ=MONTHLY")


@often.rule(
    rf"z?{FREE}(?:[nN][-/&t]{{0,2}})?[nN](?:G(?:/?[uwQTH]|R|A[uwQTH])?|[kzu](?:/u|R)|/[uH])"
    rf"|{FREE}[nN]R",
    {
        "3–4 tillfällen under året": "2010-01-01..2010-12-31 recurring recurring",
        "ca 1 ggr/mån": "2010-01-01..2010-12-31 recurring recurring",
        "4 ggr/år": "2010-01-01..2010-12-31 recurring recurring",
        "två gånger per termin": "2010-01-01..2010-12-31 recurring recurring",
        "4 st/år": "2010-01-01..2010-12-31 recurring recurring",
        "fyra utbildningar per år": "2010-01-01..2010-12-31 recurring recurring",
        "3 möten under våren": "2010-03-01..2010-05-31 recurring recurring",
        "1/2 ggr per år": "2010-01-01..2010-12-31 recurring recurring",
        "12/5 möte": "2010-05-12 day on",
    },
)
def so_many_times(tokens: Tokens) -> Token | None:
    """So many times in a unit, or in the plan's year. Once in a unit has a rule of its own."""
    if tokens[0].sign == "z":
        counted = so_many_times(tokens[1:]) if tokens[0].value else None
        return counted and counted._replace(value=_bounded(counted.value, tokens[0].value))
    if tokens[1].sign == "R" and " " not in tokens[1].text:
        return None
    if _begins_with_day(tokens):
        return None
    counts = every(tokens, "nN")
    unit = _unit(tokens[-1])
    if set(counts) == {1}:
        return _rule(frequency(unit, first(tokens, "A") or 1), tokens)
    if None in counts:
        return _token({"per": unit}, tokens)
    return _token({"min": counts[0], "max": counts[-1], "per": unit}, tokens)


def _bounded(recurrence: Mapping[str, Any], side: str) -> Mapping[str, Any]:
    """ "Minst" and "högst" leave the other side of one count open."""
    if recurrence.get("min") != recurrence.get("max"):
        return recurrence
    other = {"min": "max", "max": "min"}[side]
    return {key: value for key, value in recurrence.items() if key != other}


def _begins_with_day(tokens: Tokens) -> bool:
    """Whether "12/5" is a day before its meeting; of two counts the second is the next, "1/2"."""
    if [token.sign for token in tokens[:3]] != ["n", "/", "n"]:
        return False
    low, high = tokens[0].value, tokens[2].value
    return tokens[3].text in ONE_MEETING or high - low not in (0, 1)


@often.rule(
    r"R(?:[,&/]{1,2}R){1,6}|A(?:w,?)R|W(?:[,&]{1,2}W){1,6}(?![-,&/]?[wnoyWM])",
    {
        "tis & tors": "2010-01-01..2010-12-31 recurring recurring",
        "tisdagar och torsdagar": "2010-01-01..2010-12-31 recurring recurring",
        "varannan vecka på torsdagar": "2010-01-01..2010-12-31 recurring recurring",
    },
)
def on_weekdays(tokens: Tokens) -> Token | None:
    """Several weekdays, or one in every so many weeks."""
    weekdays = [
        WEEKDAYS[token.value] if token.sign == "W" else str(token.value).partition(";BYDAY=")[2]
        for token in tokens
        if token.sign in "RW"
    ]
    if not all(weekdays):
        return None
    return _rule(f"{frequency('week', first(tokens, 'A') or 1)};BYDAY={','.join(weekdays)}", tokens)


@often.rule(
    r"(?<![nNoAi])u(?![eE])",
    {"vardagar": "2010-01-01..2010-12-31 recurring recurring"},
)
def working_days(tokens: Tokens) -> Token | None:
    """Monday to Friday, every week."""
    if tokens[0].text not in ("vardagar", "alla vardagar"):
        return None
    return _rule(f"{frequency('week')};BYDAY={WORKING_DAYS}", tokens)


@often.rule(
    rf"A(?:o?[uwQTH](?!{NUMBERED})|W)",
    {
        "varje månad": "2010-01-01..2010-12-31 recurring recurring",
        "varannan vecka": "2010-01-01..2010-12-31 recurring recurring",
        "var 3:e månad": "2010-01-01..2010-12-31 recurring recurring",
        "varje helg": "2010-01-01..2010-12-31 recurring recurring",
        "varje måndag": "2010-01-01..2010-12-31 recurring recurring",
    },
)
def every_unit(tokens: Tokens) -> Token | None:
    """Every week, every other month, every Monday."""
    interval, last = tokens[0].value, tokens[-1]
    if last.sign == "W":
        step = "" if interval == 1 else f";INTERVAL={interval}"
        return _rule(f"FREQ=WEEKLY{step};BYDAY={WEEKDAYS[last.value]}", tokens)
    if len(tokens) == 3:  # noqa: PLR2004
        interval = tokens[1].value
    if last.value in DAYS_OF_WEEK and interval == 1:
        return _rule(f"FREQ=WEEKLY;BYDAY={DAYS_OF_WEEK[last.value]}", tokens)
    if interval < 1 or last.value not in FREQUENCIES:
        return None
    return _rule(frequency(last.value, interval), tokens)


@often.rule(
    rf"A(?=[SLMFJKZ]|[wQTH]{NUMBERED})",
    {
        "varje Q1": "2010-01-01..2010-03-31 recurring recurring",
        "varje vår": "2010-03-01..2010-05-31 recurring recurring",
        "varje midsommar": "2010-06-25..2010-06-26 recurring recurring",
    },
)
def every_year_then(tokens: Tokens) -> Token:
    """Every spring, every March: once a year, and in the plan's year it is then."""
    return _rule(frequency("year", tokens[0].value), tokens)


@often.rule(
    r"Iu",
    {"jämna år": "2010-01-01..2010-12-31 recurring recurring"},
)
def even_years(tokens: Tokens) -> Token | None:
    """Even or odd years: every other year."""
    if tokens[-1].value != "year":
        return None
    return _token({"rrule": frequency("year", 2), "years": tokens[0].value}, tokens)


@often.rule(
    r"[WR]?Iw|Iw[WR]|IR",
    {
        "jämna veckor": "2010-01-01..2010-12-31 recurring recurring",
        "torsdagar udda veckor": "2010-01-01..2010-12-31 recurring recurring",
    },
)
def even_weeks(tokens: Tokens) -> Token:
    """Even or odd weeks: every other week. A rule has no word for which, so that is told beside."""
    weekday = first(tokens, "W")
    adverb = str(first(tokens, "R"))
    rule = "FREQ=WEEKLY;INTERVAL=2"
    if weekday is not None:
        rule += f";BYDAY={WEEKDAYS[weekday]}"
    elif "BYDAY=" in adverb:
        rule += adverb[adverb.index(";BYDAY=") :]
    return _token({"rrule": rule, "weeks": first(tokens, "I")}, tokens)


@often.rule(
    r"R",
    {
        "årligen": "2010-01-01..2010-12-31 recurring recurring",
        "kvartalsvis": "2010-01-01..2010-12-31 recurring recurring",
        "årligen i mars": "2010-03-01..2010-03-31 recurring recurring",
        "mars varje år 2010–2012": "2010-03-01..2012-03-31 recurring recurring",
    },
)
def by_adverb(tokens: Tokens) -> Token:
    """How often in one word; without a rule where the word does not say how often."""
    rule = tokens[0].value
    return _token({"rrule": rule} if rule else None, tokens)


def added(found: Tokens) -> Mapping[str, Any] | None:
    """The sum of counts that each stand before a season or the like, where there are several.

    "2 träffar på våren och 2 på hösten" are four in the year.
    """
    pairs = [(one, after.value) for one, after in pairwise(found) if after.sign == "B"]
    counts = [_in_a_year(one) for one, _ in pairs]
    if len(counts) < 2 or None in counts:  # noqa: PLR2004
        return None
    if any(bound.span.precision is not Precision.PERIOD for _, bound in pairs):
        return None
    low, high = (sum(side) for side in zip(*filter(None, counts), strict=True))
    return {"min": low, "max": high, "per": "year"}


def _in_a_year(token: Token) -> tuple[int, int] | None:
    """The least and the most of a count in a year, or None for any other token."""
    if token.sign in "nN" and token.value:
        return token.value, token.value
    if token.sign != "R" or not token.value:
        return None
    if token.value.get("rrule") == frequency("year"):
        return 1, 1
    if token.value.get("per") == "year" and {"min", "max"} <= token.value.keys():
        return token.value["min"], token.value["max"]
    return None


def with_dates(
    recurrence: Mapping[str, Any], span: Span, found: periods.Interval
) -> dict[str, Any]:
    """A yearly rule told which months, which week or which day it falls on."""
    start, end = found
    if recurrence.get("rrule") != frequency("year"):
        return dict(recurrence)
    if span.each:
        months = dict.fromkeys(one.at(start.year)[0].month for one in span.each)
        whole = all(one.precision is Precision.MONTH for one in span.each)
        when = f"BYMONTH={','.join(map(str, months))}" if whole else ""
    elif start == end and not span.by_first:
        when = f"BYMONTH={start.month};BYMONTHDAY={start.day}"
    elif span.precision is Precision.MONTH:
        when = f"BYMONTH={start.month}"
    elif span.precision is Precision.DAY and end - start == WEEK and start.weekday() == 0:
        when = f"BYWEEKNO={start.isocalendar().week};BYDAY=MO"
    else:
        when = ""
    return {**recurrence, "rrule": ";".join(filter(None, (frequency("year"), when)))}
