"""Matches what a draft says with what is known: people by name, activities by their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from rapidfuzz import fuzz

from regionhub.importing.draft import ActivityDraft
from regionhub.importing.folding import fold, words

_LIKE_NAME = 85
_LIKE_TEXT = 75


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


class ChangeKind(StrEnum):
    """What happened to an activity between two versions of a document."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class RowFacts:
    """The words of a row beneath an activity."""

    text: str
    municipality: str | None = None
    when: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class ActivityFacts:
    """The words of an activity, whether stored or just read."""

    text: str
    section: str = ""
    when: str = ""
    owner: str = ""
    comment: str = ""
    rows: tuple[RowFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; places in the old and new lists, and the names of the facts that differ."""

    kind: ChangeKind
    old: int | None
    new: int | None
    facts: tuple[str, ...] = ()


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


def compare(old: Sequence[ActivityFacts], new: Sequence[ActivityFacts]) -> tuple[Change, ...]:
    """What the new version adds, changes and lacks, in the new one's order, the lacking last.

    Activities are the same when their texts are, and changed when they are alike enough; each is
    matched once, the likest pair first.
    """
    pairs = _pairs(old, new)
    changes = []
    for place, facts in enumerate(new):
        before = pairs.get(place)
        if before is None:
            changes.append(Change(ChangeKind.ADDED, None, place))
        elif differing := _differing(old[before], facts):
            changes.append(Change(ChangeKind.CHANGED, before, place, differing))
    gone = sorted(set(range(len(old))) - set(pairs.values()))
    return (*changes, *(Change(ChangeKind.REMOVED, place, None) for place in gone))


def facts_of(activity: ActivityDraft) -> ActivityFacts:
    """A draft's activity as the words that are compared."""
    return ActivityFacts(
        text=activity.text,
        section=activity.section or "",
        when=activity.deadline.text if activity.deadline else "",
        owner=activity.owner_text,
        comment=activity.comment or "",
        rows=tuple(
            RowFacts(
                text=row.text,
                municipality=row.municipality,
                when=row.deadline.text if row.deadline else "",
                owner=row.owner_text,
            )
            for row in activity.rows
        ),
    )


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


def _pairs(old: Sequence[ActivityFacts], new: Sequence[ActivityFacts]) -> dict[int, int]:
    """For each new activity its place among the old."""
    candidates = sorted(
        (-likeness, before, after)
        for after, newer in enumerate(new)
        for before, older in enumerate(old)
        if (likeness := _alike(older, newer)) >= _LIKE_TEXT
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, before, after in candidates:
        if after not in pairs and before not in taken:
            pairs[after] = before
            taken.add(before)
    return pairs


def _alike(older: ActivityFacts, newer: ActivityFacts) -> float:
    """Likeness of the texts; the same text in the same section goes before the same elsewhere."""
    likeness = fuzz.token_sort_ratio(fold(older.text), fold(newer.text))
    return likeness + (fold(older.section) == fold(newer.section))


def _differing(older: ActivityFacts, newer: ActivityFacts) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(ActivityFacts)
        if _plain(getattr(older, field.name)) != _plain(getattr(newer, field.name))
    )


def _plain(value: str | Iterable[RowFacts]) -> str | tuple[RowFacts, ...]:
    """White space is no difference."""
    return " ".join(value.split()) if isinstance(value, str) else tuple(value)
