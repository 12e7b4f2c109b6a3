"""Readings of texts without any date: a condition, an event, something going on, or nothing."""

import re

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.grammar import Tokens
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision

WHY_UNKNOWN = {
    "not then": doubts.NOT_THEN, "relative": doubts.RELATIVE, "dropped": doubts.DROPPED,
}  # fmt: skip
REFERRING = frozenset(["enligt", "enl", "se", "bilaga", "ovan", "dito"])
EVENTS = frozenset("zGAvkjVpfm")
UNITS = ("u", "w")
# "från" counts from an event after a length of time, and "till" is by it after "senast"
MARKERS = {"u": "heEbf", "w": "heEbf", "b": "heEbt"}
OF_A_MONTH = re.compile("(?:[-no,&WPbteEDfha]|o[uw])*")
DAY_OR_PART = frozenset("noP")
OCCASIONS = (
    "möte", "mötet", "möten", "stämma", "stämman", "sammanträde", "bokslut", "bokslutet",
    "veckan", "mässan", "festivalen", "natta", "natten",
)  # fmt: skip


def undated(text: str, found: Tokens) -> PlanTime:
    """What a text without a date says of when, and what to ask."""
    signs = {token.sign for token in found}
    if not any(map(str.isalnum, text)):
        return PlanTime(text, doubts=(doubts.EMPTY,))
    if "q" in signs and not _is_about(found):
        return PlanTime(text, kind=Kind.CONDITIONAL, doubts=(doubts.CONDITION,))
    if "U" in signs:
        said = next(token.value for token in found if token.sign == "U")
        return PlanTime(text, doubts=(WHY_UNKNOWN.get(said, doubts.UNKNOWN),))
    if _names_event(found):
        asked = doubts.BREAK if "break" in (token.value for token in found) else doubts.EVENT
        return PlanTime(text, kind=Kind.BY_EVENT, doubts=(asked,))
    if "g" in signs:
        goes_on = Precision.CONTINUOUS, Kind.CONTINUOUS
        return PlanTime(text, None, None, *goes_on, doubts=(doubts.ONGOING,))
    return PlanTime(text, doubts=(_why_unread(found, signs),))


def _is_about(found: Tokens) -> bool:
    """Whether the first "om" tells what an event is about: "efter beslut om budget"."""
    place = next(place for place, token in enumerate(found) if token.sign == "q")
    return found[place].text == "om" and _names_event(found[:place])


def _why_unread(found: Tokens, signs: set[str]) -> str:
    if lacks_month(found):
        return doubts.WHICH_MONTH
    if any(token.value == "start" for token in found):
        return doubts.STARTED
    if any(token.text in REFERRING for token in found):
        return doubts.REFERS
    if "W" in signs:
        return doubts.WHICH_DAY
    if signs & {"i", "p", "n", "N"} and signs & {"u", "w"}:
        return doubts.RELATIVE
    done = any(token.sign == "v" and token.value is None for token in found)
    left = doubts.UNKNOWN if "m" in signs else doubts.UNREAD
    return doubts.DONE if done else left


def lacks_month(found: Tokens) -> bool:
    """Whether a text is days or a part of a month and no more ("månaden" may stand last)."""
    signs = "".join(token.sign for token in found if token.text != "månaden")
    return OF_A_MONTH.fullmatch(signs) is not None and not DAY_OR_PART.isdisjoint(signs)


def _names_event(found: Tokens) -> bool:
    """A word of time before a word of no time, or a word for a meeting or the like."""
    for place, token in enumerate(found):
        following = found[place + 1].sign if place + 1 < len(found) else ""
        if token.sign == "V" or (token.sign in "zGj" and token.text.endswith(OCCASIONS)):
            return True
        before = found[place - 1].sign if place else ""
        if token.sign in MARKERS.get(before, "heEb") and following in EVENTS:
            return True
        if token.sign in "ft" and following in ("V", "p"):
            return True
        if token.sign in "eE" and not following and before in UNITS:
            return True
    return False
