"""Compares a plan with a newer version of its document: what is added, changed and gone."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import StrEnum

from rapidfuzz import fuzz

from regionhub.importing.draft import ActivityDraft, GoalDraft, Purpose
from regionhub.importing.folding import fold

_LIKE_TEXT = 75


class ChangeKind(StrEnum):
    """What happened to something between two versions of a document."""

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


def compare(old: Sequence[ActivityFacts], new: Sequence[ActivityFacts]) -> tuple[Change, ...]:
    """What the new version adds, changes and lacks, in the new one's order, the lacking last.

    Activities are the same when their texts are, and changed when they are alike enough; each is
    matched once, the likest pair first. Of the rows only those that the new version has are
    compared, and it is no change that it lacks one.
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


def facts_of_goal(goal: GoalDraft) -> ActivityFacts:
    """A draft's goal as the words that are compared; its heading is its section."""
    return ActivityFacts(text=goal.text, section=goal.heading or "")


def facts_of_purpose(purpose: Purpose) -> ActivityFacts:
    """A part of the purpose as the words that are compared; what it serves is its section."""
    numbers = purpose.overarching_goals or ()
    return ActivityFacts(text=purpose.text, section=", ".join(str(number) for number in numbers))


def _pairs(old: Sequence[ActivityFacts], new: Sequence[ActivityFacts]) -> dict[int, int]:
    """For each new activity its place among the old.

    The same text in the same section goes before the same elsewhere.
    """
    olds = [(fold(facts.text), fold(facts.section)) for facts in old]
    news = [(fold(facts.text), fold(facts.section)) for facts in new]
    candidates = sorted(
        (-likeness - (old_section == new_section), before, after)
        for after, (new_text, new_section) in enumerate(news)
        for before, (old_text, old_section) in enumerate(olds)
        if (likeness := fuzz.token_sort_ratio(old_text, new_text, score_cutoff=_LIKE_TEXT))
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, before, after in candidates:
        if after not in pairs and before not in taken:
            pairs[after] = before
            taken.add(before)
    return pairs


def _differing(older: ActivityFacts, newer: ActivityFacts) -> tuple[str, ...]:
    return tuple(
        field.name
        for field in fields(ActivityFacts)
        if (
            new_rows(older, newer)
            if field.name == "rows"
            else _plain(getattr(older, field.name)) != _plain(getattr(newer, field.name))
        )
    )


def new_rows(older: ActivityFacts, newer: ActivityFacts) -> list[RowFacts]:
    """The rows of the newer version that the older one has not, or has otherwise."""
    return [row for row in newer.rows if row not in older.rows]


def _plain(text: str) -> str:
    """White space is no difference."""
    return " ".join(text.split())
