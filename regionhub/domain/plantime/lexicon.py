"""Looks words up: the sign and value of a word, also when it has a typing fault."""

import re
from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from regionhub.domain.plantime.phrases import PHRASES
from regionhub.domain.plantime.vocabulary import (
    MISSPELLED,
    NUMBERS,
    ORDINALS,
    WORDS,
    Meaning,
)
from regionhub.domain.swedish import MONTHS

Phrase = tuple[tuple[str, ...], str, Any]

ABBREVIATION = 3
SHORTEST_MISSPELLED, LONG, LONGEST = 5, 8, 16
DOUBLED = re.compile(r"(.)\1+")
OTHER_WORD: Meaning = ("z", None)


def _known() -> dict[str, Meaning]:
    words: dict[str, Meaning] = {}
    for number, name in enumerate(MONTHS, 1):
        for length in range(ABBREVIATION, len(name) + 1):
            words[name[:length]] = ("M", number)
    for meaning, forms in WORDS.items():
        words.update(dict.fromkeys(forms.split(), meaning))
    words |= {word: ("N", number) for word, number in NUMBERS.items()}
    return words | {word: ("o", number) for word, number in ORDINALS.items()}


def _phrases_by_first_word() -> dict[str, tuple[Phrase, ...]]:
    rows: list[Phrase] = [
        (tuple(phrase.split()), *meaning) for meaning, forms in PHRASES.items() for phrase in forms
    ]
    rows += [
        ((name, word), "M", number)
        for number, name in enumerate(MONTHS, 1)
        for word in ("månad", "månads")
    ]
    rows.sort(key=lambda row: -len(row[0]))
    heads: dict[str, tuple[Phrase, ...]] = {}
    for row in rows:
        heads[row[0][0]] = (*heads.get(row[0][0], ()), row)
    return heads


KNOWN = _known()
BY_FIRST_WORD = _phrases_by_first_word()


@lru_cache(maxsize=8192)
def meaning_of(word: str) -> Meaning:
    """The sign and value of a word in lower case.

    A long word may have a fault or two, and a month a letter too many of the same ("junni").
    """
    known = KNOWN.get(word)
    if known is not None:
        return known
    single = DOUBLED.sub(r"\1", word)
    if single in MONTHS:
        return KNOWN[single]
    if not SHORTEST_MISSPELLED <= len(word) <= LONGEST:
        return OTHER_WORD
    faults = 2 if len(word) >= LONG else 1
    near = extractOne(word, MISSPELLED, scorer=OSA.distance, score_cutoff=faults)
    if near is None or near[0][0] != word[0]:
        return OTHER_WORD
    return KNOWN[near[0]]
