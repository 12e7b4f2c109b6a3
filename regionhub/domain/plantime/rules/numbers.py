"""Rules for numbered units: weeks, quarters, tertials and half-years."""

from regionhub.domain.plantime import periods
from regionhub.domain.plantime.grammar import Stage, Tokens, century, every, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, run, several
from regionhub.domain.plantime.tokens import Token

WEEKS_APART = 45  # weeks of one year that can be neighbours over New Year
COUNT_OF = {"Q": 4, "T": 3, "H": 2, "w": 53}

numbers = Stage()


@numbers.rule(
    r"W(?:-W)?wn(?:[,/]?y)?|wn,?W(?:-W)?(?:,?y)?",
    {
        "måndag v 12": "2010-03-22 day on",
        "måndag–onsdag v 12": "2010-03-22..2010-03-24 day within",
    },
)
def weekday_of_week(tokens: Tokens) -> Token:
    """A weekday, or some in a row, in a week."""
    weekdays, number = every(tokens, "W"), first(tokens, "n")

    def at(year: int) -> periods.Interval:
        found = [periods.weekday_of_week(year, number, weekday) for weekday in weekdays]
        return found[0][0], found[-1][1]

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


@numbers.rule(
    r"wnn{1,11}(?![-/.,&noMJkuG])",
    {
        "v 12 14": "2010-03-22..2010-04-11 day within",
        "v 12 14 16": "2010-03-22..2010-04-25 day within",
    },
)
def weeks_without_marks(tokens: Tokens) -> Token | None:
    """Rising numbers after "v" have lost their marks: two of them a dash, more of them commas."""
    found = every(tokens, "n")
    if sorted(set(found)) != found:
        return None
    weeks = [numbered("w", "week", number, None) for number in found]
    return span_token(run(*weeks) if len(weeks) == 2 else several(weeks), tokens)  # noqa: PLR2004


@numbers.rule(
    r"(?:y[-,/]?)?[wQTH][nN](?!G)(?:,?[-,&/t][nN](?![noMJ.]|/n)){0,11}(?:[-,/]?y)?",
    {
        "Vecka 44, 2010": "2010-11-01..2010-11-07 day within",
        "v 12–14": "2010-03-22..2010-04-11 day within",
        "v 51–2": "2010-12-20..2011-01-16 day within",
        "v 47–49 -10": "2010-11-22..2010-12-12 day within",
        "v 14 -10": "2010-04-05..2010-04-11 day within",
        "v 38/10": "2010-09-20..2010-09-26 day within",
        "v. 44/45": "2010-11-01..2010-11-14 day within",
        "Q2": "2010-04-01..2010-06-30 period within",
        "kvartal 1 och 3": "2010-01-01..2010-09-30 period within",
        "Q3-10": "2010-07-01..2010-09-30 period within",
        "2010 Q4": "2010-10-01..2010-12-31 period within",
        "tertial 1": "2010-01-01..2010-04-30 period within",
        "H1 2010": "2010-01-01..2010-06-30 period within",
        "v 54": "- unknown unknown",
        "kv 2, / 3": "2010-04-01..2010-09-30 period within",
    },
)
def numbered_units(tokens: Tokens) -> Token | None:
    """Weeks, quarters, tertials and half-years by number.

    A number too great for the unit after a dash or slash is a year of two digits ("Q3-10"), and so
    is a smaller one with the dash close to it ("v 14 -10"), or after a week's slash ("v 38/10").
    """
    if None in every(tokens, "nN"):
        return None
    unit = next(token for token in tokens if token.sign in COUNT_OF)
    year = first(tokens, "y")
    pieces = [token for token in tokens if token.sign in "nN-/,&t"]
    written = [token for token in pieces if token.sign in "nN"]
    if year is None and len(written) > 1 and _is_year(unit, written[-2], *pieces[-2:]):
        year, pieces = century(pieces[-1].value), pieces[:-2]
    return span_token(_listed(pieces, unit, year, tokens), tokens)


@numbers.rule(
    r"(?:y,?)?o(?:[-,&/]{1,2}o)?[QTH](?:[-,/]?y|-n(?![-/.n]))?",
    {
        "andra kvartalet": "2010-04-01..2010-06-30 period within",
        "första halvåret 2010": "2010-01-01..2010-06-30 period within",
        "första och andra kvartalet": "2010-01-01..2010-06-30 period within",
        "sista kvartalet": "2010-10-01..2010-12-31 period within",
        "första halvåret -11": "2011-01-01..2011-06-30 period within",
    },
)
def counted_units(tokens: Tokens) -> Token:
    """Quarters, tertials and half-years by ordinal."""
    unit = next(token for token in tokens if token.sign in "QTH")
    pieces = [
        token._replace(value=COUNT_OF[unit.sign]) if token.value == -1 else token
        for token in tokens
        if token.sign in "o-,&/"
    ]
    year = next((century(token.value) for token in tokens if token.sign in "yn"), None)
    return span_token(_listed(pieces, unit, year, tokens), tokens)


@numbers.rule(
    r"wx(?:-w?x)?",
    {
        "v 1044": "2010-11-01..2010-11-07 day within",
        "v 1044–1046": "2010-11-01..2010-11-21 day within",
        "v A1.2": "- unknown unknown",
    },
)
def week_with_year(tokens: Tokens) -> Token | None:
    """Weeks of four digits: year and number."""
    written = [token.text for token in tokens if token.sign == "x"]
    if not all(digits.isdecimal() and len(digits) == len("1044") for digits in written):
        return None
    weeks = [numbered("w", "week", int(digits[2:]), century(int(digits[:2]))) for digits in written]
    return span_token(run(weeks[0], weeks[-1]) if len(weeks) > 1 else weeks[0], tokens)


@numbers.rule(
    r"[nN](?:[-&/][nN])?[QTH](?![nN])(?:[-,/]?y)?",
    {
        "1 kv 2010": "2010-01-01..2010-03-31 period within",
        "1–2 kv": "2010-01-01..2010-06-30 period within",
    },
)
def number_before_unit(tokens: Tokens) -> Token | None:
    """A number for an ordinal."""
    if None in every(tokens, "nN"):
        return None
    unit = next(token for token in tokens if token.sign in "QTH")
    pieces = [token for token in tokens if token.sign in "nN-&/"]
    return span_token(_listed(pieces, unit, first(tokens, "y"), tokens), tokens)


@numbers.rule(
    r"ow[MJ](?:,?y)?",
    {"första veckan i mars": "2010-03-01..2010-03-07 day within"},
)
def week_of_month(tokens: Tokens) -> Token:
    """A week counted in a month: the month that holds its Thursday."""
    nth, number = tokens[0].value, tokens[2].value

    def at(year: int) -> periods.Interval:
        return periods.nth_week(year, number, nth)

    return span_token(Span(Precision.DAY, at, first(tokens, "y")), tokens)


def numbered(sign: str, name: str, number: int, year: int | None) -> Span:
    """A week, quarter, tertial or half-year by its number."""
    if sign == "w":
        return Span(Precision.DAY, lambda of_year: periods.week(of_year, number), year)
    return Span(Precision.PERIOD, lambda of_year: periods.unit(of_year, name, number), year)


def _is_year(unit: Token, number: Token, mark: Token, last: Token) -> bool:
    """Whether the number after a mark is a year: too great for the unit, or written as one."""
    too_great: bool = last.value > COUNT_OF[unit.sign]
    back = last.value < number.value
    over_new_year = number.value - last.value > WEEKS_APART
    slashed = unit.sign == "w" and mark.sign == "/" and len(last.text) > 1 and not over_new_year
    return too_great or (back and (mark.value == "year" or slashed))


def _listed(pieces: Tokens, unit: Token, year: int | None, tokens: Tokens) -> Span:
    """Numbers with marks between them; a year at the end belongs to the last of them."""
    at_end = tokens[-1].sign == "y" or tokens[0].sign != "y"
    numbers = [token for token in pieces if token.sign in "nNo"]
    spans: list[Span] = []
    dashed = False
    for token in pieces:
        if token.sign in "nNo":
            owner = numbers[-1] if at_end else numbers[0]
            of_year = year if token is owner else None
            span = numbered(unit.sign, unit.value, token.value, of_year)
            spans.append(run(spans.pop(), span) if dashed and spans else span)
        elif spans:
            dashed = token.sign in "-/t"
    return several(spans)
