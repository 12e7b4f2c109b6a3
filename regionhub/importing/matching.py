"""Matches people that a document tells of with those that are known, by their names."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from regionhub.importing.folding import fold, words

_LIKE_NAME = 85


class Certainty(StrEnum):
    """How sure a match is."""

    EXACT = "exact"
    LIKELY = "likely"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """Places in the list of known names, best first; only an exact match may be taken unasked."""

    certainty: Certainty
    places: tuple[int, ...] = ()


def match_person(name: str, known: Sequence[str]) -> PersonMatch:
    """The known names that a written name is or may be, accents and case aside."""
    wanted = fold(name)
    same = tuple(place for place, other in enumerate(known) if fold(other) == wanted)
    if len(same) == 1:
        return PersonMatch(Certainty.EXACT, same)
    if same:
        return PersonMatch(Certainty.LIKELY, same)
    scores = [(_likeness(name, other), place) for place, other in enumerate(known)]
    likely = sorted((-score, place) for score, place in scores if score >= _LIKE_NAME)
    if not likely:
        return PersonMatch(Certainty.NONE)
    return PersonMatch(Certainty.LIKELY, tuple(place for _, place in likely))


def _likeness(name: str, other: str) -> float:
    """How like two names are; a lone first name or two initials may stand for the whole."""
    written, known = words(name), words(other)
    if not written or not known:
        return 0.0
    initials = "".join(word[0] for word in known)
    if written == known[:1] or (len(known) > 1 and written == [initials]):
        return float(_LIKE_NAME)
    if len(written) == 1:
        return fuzz.ratio(fold(name), fold(other))
    return max(
        fuzz.token_sort_ratio(fold(name), fold(other)),
        fuzz.token_set_ratio(" ".join(written), " ".join(known)),
    )
