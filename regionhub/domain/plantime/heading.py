"""A text that stands under a heading takes what it lacks from it: a month, a year."""

from dataclasses import replace

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.decision import decide
from regionhub.domain.plantime.parsing import parse
from regionhub.domain.plantime.reading import Kind, PlanTime
from regionhub.domain.plantime.tokens import Token, tokenize
from regionhub.domain.plantime.undated import lacks_month

OTHER_WORDS = "zjkV"
SILENT = ((doubts.EMPTY,), (doubts.UNREAD,))


def under_heading(reading: PlanTime, tokens: list[Token], heading: str, year: int) -> PlanTime:
    """A reading with the help of the heading above its text.

    Days and parts without a month are those of the heading's month ("senast den 15" under
    "JUNI"). A year in the heading holds for a text without one. Where the text says nothing of
    when, a heading that is a time and no more is its time, and asked about.
    """
    over = tokenize(heading, year)
    months = [token for token in over if token.sign in "MJ"]
    years = [token for token in over if token.sign == "y"]
    if len({token.value for token in years}) > 1:
        years = []
    words = [token for token in tokens if token.sign]
    if len(months) == 1 and lacks_month(words):
        kept = [token for token in words if token.text != "månaden"]
        return decide(reading.text, parse([*kept, months[0], *years[:1]]), year)
    if years and not any(token.sign == "y" for token in tokens):
        reading = decide(reading.text, parse(tokens), years[0].value)
        about_year = doubts.about_year(reading.start, reading.end, year)
        if about_year:
            reading = replace(reading, doubts=(*reading.doubts, about_year))
    if any(token.sign in OTHER_WORDS for token in over):
        return reading
    if reading.kind is not Kind.BY_EVENT and reading.doubts not in SILENT:
        return reading
    whole = decide(reading.text, parse(over), year)
    if whole.end is None:
        return reading
    return replace(whole, doubts=(*whole.doubts, doubts.FROM_HEADING))
