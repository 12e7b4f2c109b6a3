"""Reads Swedish plan time: a deadline in words becomes an interval, its precision and kind."""

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.decision import decide
from regionhub.domain.plantime.heading import under_heading
from regionhub.domain.plantime.parsing import parse
from regionhub.domain.plantime.reading import Kind, PlanTime
from regionhub.domain.plantime.tokens import FIRST_YEAR, LAST_YEAR, Token, tokenize

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
    """What stands in brackets is a comment, read only where nothing else says when."""
    outside = _outside_brackets(tokens)
    reading = decide(text, parse(outside), year)
    if reading.kind in WITHOUT_DATE and len(outside) < len(tokens):
        inside = decide(text, parse([t for t in tokens if t.sign not in "()"]), year)
        return inside if inside.kind not in WITHOUT_DATE else reading
    return reading


def _outside_brackets(tokens: list[Token]) -> list[Token]:
    outside, depth = [], 0
    for token in tokens:
        if token.sign == "(":
            depth += 1
        elif token.sign == ")":
            depth = max(0, depth - 1)
        elif not depth:
            outside.append(token)
    return outside
