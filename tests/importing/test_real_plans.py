"""The region's twelve work plans of 2010, which are not part of the repository.

Only counts stand here, no names and no sentences. The folder lies beside the checkout, or where
REGIONHUB_TEST_PLANS says.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

import pytest

from regionhub.importing.document import Document, Line, Table
from regionhub.importing.draft import PlanDraft
from regionhub.importing.folding import words
from regionhub.importing.headings import part_of, split_label
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.prompts import is_prompt
from regionhub.importing.readers.any_file import read_file
from regionhub.importing.vocabulary import Group, Municipality, OverarchingGoal, Vocabulary
from tests.support.real_plans import real_plans

VOCABULARY = Vocabulary(
    municipalities=tuple(
        Municipality(key, name)
        for key, name in (
            ("bjurholm", "Bjurholm"),
            ("nordmaling", "Nordmaling"),
            ("robertsfors", "Robertsfors"),
            ("umea", "Umeå"),
            ("vindeln", "Vindeln"),
            ("vannas", "Vännäs"),
        )
    ),
    groups=tuple(
        Group(key, names)
        for key, names in (
            ("beredskap", ("beredskap",)),
            ("bibliotek", ("bibliotek",)),
            ("naringsliv", ("näringsliv",)),
            ("turism", ("turism", "turist")),
            ("upphandling", ("upphandling",)),
            ("information", ("information",)),
            ("webb", ("webb",)),
            ("overformyndare", ("överförmyndare",)),
            ("jamstalldhet", ("jämställdhet",)),
            ("kultur", ("kultur",)),
            ("personal", ("personal",)),
            ("it", ("it",)),
        )
    ),
    overarching_goals=(
        OverarchingGoal(1, "utveckla regionen"),
        OverarchingGoal(2, "effektivisera den kommunala förvaltningen"),
        OverarchingGoal(3, "samverkan ska vara demokratiskt förankrad"),
    ),
)


class Counts(NamedTuple):
    """What a plan holds: people, goals, activities and rows, and how many of them are dated."""

    contacts: int
    members: int
    goals: int
    activities: int
    rows: int
    dated: int  # activities with a time, read or not
    owned: int  # activities with owners of their own or in every row
    doubted: int  # activities that something is asked about


EXPECTED = {
    "beredskap": Counts(0, 6, 3, 4, 0, 4, 4, 0),
    "bibliotek": Counts(1, 0, 4, 4, 0, 4, 4, 0),
    "information": Counts(1, 6, 3, 3, 0, 3, 0, 3),
    "it": Counts(1, 6, 12, 11, 20, 10, 11, 2),
    "jamstalldhet": Counts(2, 0, 3, 5, 0, 5, 5, 1),
    "kultur": Counts(1, 7, 6, 4, 0, 4, 0, 4),
    "naringsliv": Counts(1, 6, 3, 10, 0, 10, 10, 0),
    "overformyndare": Counts(2, 0, 13, 4, 0, 0, 0, 4),
    "personal": Counts(1, 0, 2, 4, 0, 0, 0, 4),
    "turism": Counts(1, 7, 7, 19, 0, 0, 0, 19),
    "upphandling": Counts(1, 7, 1, 2, 0, 2, 2, 0),
    "webb": Counts(1, 5, 6, 8, 0, 8, 8, 1),
}


@cache
def documents() -> Mapping[str, Document]:
    """The plans' documents by group key."""
    return {
        path.stem.rpartition("-")[2]: read_file(path.read_bytes(), filename=path.name)
        for path in real_plans()
    }


@cache
def draft(key: str) -> PlanDraft:
    found = documents()[key]
    (only,) = read_plans(found, year=None, group=None, vocabulary=VOCABULARY)
    return only


def counts(plan: PlanDraft) -> Counts:
    return Counts(
        contacts=len(plan.contacts),
        members=len(plan.members),
        goals=len(plan.goals),
        activities=len(plan.activities),
        rows=sum(len(one.rows) for one in plan.activities),
        dated=sum(one.deadline is not None for one in plan.activities),
        owned=sum(
            bool(one.owners) or (bool(one.rows) and all(row.owners for row in one.rows))
            for one in plan.activities
        ),
        doubted=sum(bool(one.doubts) for one in plan.activities),
    )


def content_words(document: Document) -> Iterator[str]:
    """Every word of the document that is nobody's prompt or heading."""
    for block in document.blocks:
        if isinstance(block, Table):
            found = [
                line for row in block.rows for cell in row if cell.origin for line in cell.lines
            ]
        else:
            found = [block]
        for line in found:
            yield from _content_words(line)


def _content_words(line: Line) -> list[str]:
    text = line.text
    if label := split_label(text):
        text = label[1]
    frame = is_prompt(text) or part_of(text) or text in ("Aktivitet", "Genomfört", "Ansvarig")
    return [] if frame else words(text)


def draft_words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from words(value)
    elif isinstance(value, dict):
        for inner in value.values():
            yield from draft_words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from draft_words(inner)


def test_there_are_twelve_plans() -> None:
    assert sorted(documents()) == sorted(EXPECTED)


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_group_year_and_counts(key: str) -> None:
    plan = draft(key)
    assert (plan.group, plan.plan_year) == (key, 2010)
    assert counts(plan) == EXPECTED[key]


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_no_word_is_lost(key: str) -> None:
    kept = Counter(draft_words(draft(key).as_dict()))
    as_keys = {"kommun", "kommuns"} | {
        form for one in VOCABULARY.municipalities for form in words(f"{one.name} {one.name}s")
    }
    between = {"tel", "eller"}
    wanted = Counter(
        word for word in content_words(documents()[key]) if word not in as_keys | between
    )
    assert wanted - kept == Counter()


@pytest.mark.parametrize("key", sorted(EXPECTED))
def test_what_has_no_sure_owner_or_time_is_doubted(key: str) -> None:
    for activity in draft(key).activities:
        owned = activity.owners or (all(row.owners for row in activity.rows) and activity.rows)
        assert owned or activity.doubts
        assert not activity.owner_text or activity.owners


def test_municipalities_rows_are_known() -> None:
    rows = [row for one in draft("it").activities for row in one.rows]
    assert sum(row.municipality is not None for row in rows) == 15
    assert sum(row.deadline is not None for row in rows) == 11
    assert sum(bool(row.owners) for row in rows) == 17


def test_every_time_of_the_plans_is_read_or_asked_about() -> None:
    for key in EXPECTED:
        for activity in draft(key).activities:
            if activity.deadline and activity.deadline.end is None:
                kind = activity.deadline.kind.value
                assert kind == "continuous" or activity.doubts, activity.deadline.text


def test_overarching_goals_are_found_where_the_plans_name_them() -> None:
    named = {
        key: [part.overarching_goals for part in draft(key).purpose if part.overarching_goals]
        for key in EXPECTED
    }
    assert named["jamstalldhet"] == [(1,), (2,), (3,)]
    assert named["overformyndare"] == [(1,), (2,), (3,)]
    assert named["kultur"] == [(2,), (1,), (3,)]
    assert named["personal"] == [(1,), (2,)]
    assert named["naringsliv"] == named["it"] == named["information"] == [(1, 2, 3)]
    assert named["beredskap"] == named["webb"] == named["bibliotek"] == []
