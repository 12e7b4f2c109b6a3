"""A text that stands under a heading takes what it lacks from it: a month, a year."""

from collections.abc import Callable
from dataclasses import replace

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.decision import decide
from regionhub.domain.plantime.grammar import Tokens
from regionhub.domain.plantime.reading import Kind, PlanTime
from regionhub.domain.plantime.tokens import Token, tokenize

Parse = Callable[[Tokens], list[Token]]


def under_heading(
    text: str, tokens: list[Token], reading: PlanTime, heading: str, year: int, parse: Parse
) -> PlanTime:
    """The reading of a text with the help of its heading.

    Bare numbers are days of the heading's month. A year in the heading holds for a text without
    one. Where the text says nothing of time itself, the heading's time is its time.
    """
    over = tokenize(heading, year)
    months = [token for token in over if token.sign in "MJ"]
    years = [token for token in over if token.sign == "y"]
    if months and _only_days(tokens):
        days = [token for token in tokens if token.sign]
        return decide(text, parse([*days, months[0], *years[:1]]), year)
    if years and not any(token.sign == "y" for token in tokens):
        reading = decide(text, parse(tokens), years[0].value)
    if reading.kind is not Kind.UNKNOWN or reading.doubts not in _SILENT:
        return reading
    whole = decide(text, parse(over), year)
    if whole.kind is Kind.UNKNOWN:
        return reading
    return replace(whole, doubts=(*whole.doubts, doubts.FROM_HEADING))


_SILENT = ((doubts.EMPTY,), (doubts.UNREAD,))


def _only_days(tokens: list[Token]) -> bool:
    signs = [token.sign for token in tokens if token.sign]
    return any(sign in "no" for sign in signs) and all(sign in "no-,&/W" for sign in signs)
