"""Matches people that a document tells of with those that are known, by their names."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from regionhub.importing.folding import fold, words

_LIKE_NAME = 85


def match_person(name: str, known: Sequence[str]) -> tuple[int, ...]:
    """Places of the known names that a written name is or may be, best first, accents and case
    aside. Those of the same name alone where there are any.
    """
    wanted = fold(name)
    same = tuple(place for place, other in enumerate(known) if fold(other) == wanted)
    if same:
        return same
    scores = [(_likeness(name, other), place) for place, other in enumerate(known)]
    likely = sorted((-score, place) for score, place in scores if score >= _LIKE_NAME)
    return tuple(place for _, place in likely)


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
