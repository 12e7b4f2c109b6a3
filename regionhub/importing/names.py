"""Tells people's names from other words by how Swedes write them."""

import re
from collections.abc import Callable

from regionhub.importing.folding import word_set, words
from regionhub.importing.owner_words import names_calling, names_project, names_unit

_PARTICLES = word_set("af av von van de der du la le")
_PARTS = re.compile(r"[-/’']")
_INITIALS = re.compile(r"(?:[A-ZÅÄÖ]\.?-?){1,2}")
_MOST_WORDS = 5
_SHORTEST_SHOUT = 4
_FEWEST_WORDS = 2


def leading_name(text: str, *, stop: Callable[[str], bool] | None = None) -> tuple[str, str] | None:
    """The full name that the text begins with, and what comes after it.

    None when it begins with no name of two words or more. `stop` tells words that are none of a
    name, such as the region's municipalities.
    """
    written = text.split()
    count = 0
    for word in _as_named(text).split()[:_MOST_WORDS]:
        last = word.endswith(",")
        if not _may_stand_in_name(word.rstrip(",."), first=count == 0):
            break
        if count >= _FEWEST_WORDS and stop and stop(word.rstrip(",.")):
            break
        count += 1
        if last:
            break
    while count and written[count - 1].casefold() in _PARTICLES:
        count -= 1
    name = " ".join(written[:count]).rstrip(",.")
    if count < _FEWEST_WORDS or _is_no_person(name):
        return None
    return name, " ".join(written[count:]).strip()


def is_name_word(word: str) -> bool:
    """Whether the word is written as a first name or surname, double names included."""
    return all(
        part.isalpha() and part[:1].isupper() and (part[1:].islower() or len(part) == 1)
        for part in _PARTS.split(word)
    )


def _as_named(text: str) -> str:
    """Text all in capitals with capitals only where words begin, unless it is all acronyms."""
    shouted = text.isupper() and any(len(word) >= _SHORTEST_SHOUT for word in text.split())
    return text.title() if shouted else text


def _may_stand_in_name(word: str, *, first: bool) -> bool:
    if first:
        return is_name_word(word) or bool(_INITIALS.fullmatch(word))
    return is_name_word(word) or word.casefold() in _PARTICLES


def _is_no_person(name: str) -> bool:
    found = words(name)
    return names_calling(found) or names_unit(found) or names_project(found)
