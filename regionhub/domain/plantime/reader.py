"""Reads Swedish plan time: a deadline in words becomes an interval, its precision and kind."""

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.decision import decide
from regionhub.domain.plantime.heading import under_heading
from regionhub.domain.plantime.parsing import parse
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.rules.often import frequency
from regionhub.domain.plantime.tokens import FIRST_YEAR, LAST_YEAR, Token, tokenize

COMMA = Token(",", None, ",")
WITHOUT_DATE = (Kind.UNKNOWN, Kind.BY_EVENT)


def read(text: str, *, year: int, heading: str | None = None) -> PlanTime:
    """What a text about time says, in the plan of `year`.

    `heading` is the heading that the text stood under ("JUNI"). Never raises: what cannot be
    read is unknown, with the text kept and a question among the doubts. The start is never after
    the end. Takes time in proportion to the length of the text.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return PlanTime(text, doubts=(doubts.NO_PLAN_YEAR,))
    tokens = tokenize(text, year)
    reading = _read_tokens(text, tokens, year)
    if heading:
        return under_heading(reading, tokens, heading, year)
    return reading


def _read_tokens(text: str, tokens: list[Token], year: int) -> PlanTime:
    """What stands in brackets is a comment, read only where nothing else says when.

    A time and no more in brackets tells when in a year, once or every year: "2010 (hösten)",
    "årligen (mars)".
    """
    outside, inside = _by_brackets(tokens)
    reading = decide(text, parse(outside), year)
    if not inside:
        return reading
    if reading.kind in WITHOUT_DATE:
        apart, together = ([*outside, COMMA, *inside], [t for t in tokens if t.sign not in "()"])
        found = (decide(text, parse(row), year) for row in (apart, together))
        return next((one for one in found if one.kind not in WITHOUT_DATE), reading)
    if _is_any_year(reading) and _is_time_alone(inside):
        whole = decide(text, parse([*outside, *inside]), year)
        return whole if _is_within(whole, reading) else reading
    return reading


def _is_any_year(reading: PlanTime) -> bool:
    """Whether a reading says one year and no more, or every year."""
    if reading.kind is Kind.RECURRING:
        return reading.recurrence == {"rrule": frequency("year")}
    start, end = reading.start, reading.end
    if start is None or end is None or reading.precision is not Precision.YEAR:
        return False
    return start.year == end.year


def _is_time_alone(tokens: list[Token]) -> bool:
    """Whether tokens are a time, with no word around it that could make it another one."""
    return all(token.sign == "B" and token.value.relation == "in" for token in parse(tokens))


def _is_within(part: PlanTime, whole: PlanTime) -> bool:
    """Whether a reading is less than another that holds it."""
    if not (part.start and part.end and whole.start and whole.end):
        return False
    return whole.start <= part.start <= part.end <= whole.end


def _by_brackets(tokens: list[Token]) -> tuple[list[Token], list[Token]]:
    """The tokens outside and inside brackets; a word that opens them ("varav") is inside.

    The sign of a list, "2)", parts as a comma does.
    """
    outside: list[Token] = []
    inside: list[Token] = []
    depth = 0
    for token in tokens:
        if token.sign == "(":
            depth += 1
            inside += [] if token.text == "(" else [token]
        elif token.sign == ")" and not depth and outside and outside[-1].sign == "n":
            outside[-1] = COMMA
        elif token.sign == ")":
            depth = max(0, depth - 1)
        else:
            (inside if depth else outside).append(token)
    return outside, inside
