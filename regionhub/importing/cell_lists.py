"""Reads a cell that holds several activities, and pairs the lists in the cells beside it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from regionhub.importing.document import Line
from regionhub.importing.folding import words
from regionhub.importing.vocabulary import Vocabulary

_OPEN_END = re.compile(r"(?:[/,&+–-]|\b(?:och|samt|till|senast|med|eller))$", re.IGNORECASE)
_OPEN_START = re.compile(r"(?:[/&+(–-]|(?:och|samt|till|eller)\s)")
_CLOSED_END = (".", ":", ";", "!", "?")
_LIST_LENGTH = 3
PAGE_WIDTH = 40  # letters: a line of running text that the page has cut is longer


class Is(Enum):
    """What a line in an activity cell is."""

    SECTION = auto()
    ACTIVITY = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of an activity cell and its place, counted in lines, empty ones included."""

    kind: Is
    text: str
    place: int


def whole_lines(lines: Sequence[Line], *, wrap: int | None) -> list[tuple[int, Line]]:
    """Lines that are one put together again, each with the place of its first.

    A line with an open end, such as a slash, always goes on. Where `wrap` is given, so does a
    line of at least that many letters when the next begins with a small one.
    """
    pieces: list[tuple[int, Line, list[str]]] = []
    place = -1
    for line in lines:
        place += 1 + line.blank_before
        before = replace(pieces[-1][1], text=pieces[-1][2][-1]) if pieces else None
        if before and not line.bullet and _goes_on(before, line, wrap, len(pieces[-1][2])):
            pieces[-1][2].append(line.text)
        else:
            pieces.append((place, line, [line.text]))
    return [
        (place, line if len(texts) == 1 else replace(line, text=" ".join(texts)))
        for place, line, texts in pieces
    ]


def read_entries(
    lines: Sequence[Line], *, whole_plan: bool, counts: Collection[int], vocabulary: Vocabulary
) -> list[Entry]:
    """What each line of an activity cell is.

    `whole_plan` tells that the table's activities all stand in this one cell, and `counts` how
    many lines the cells beside it have.
    """
    listed = whole_lines(lines, wrap=0)
    if len(listed) not in counts and len(lines) in counts:
        listed = whole_lines(lines, wrap=None)
    if any(line.bullet for _, line in listed):
        return _bulleted(listed, whole_plan=whole_plan, counts=counts, vocabulary=vocabulary)
    if rows := _municipality_rows(listed, vocabulary):
        return rows
    as_list = [
        Entry(Is.SECTION if _leads(listed, number) else Is.ACTIVITY, line.text, place)
        for number, (place, line) in enumerate(listed)
    ]
    items = sum(entry.kind is Is.ACTIVITY for entry in as_list)
    if whole_plan or items in counts or len(listed) in counts or _looks_listed(listed):
        return as_list
    return [Entry(Is.ACTIVITY, " ".join(line.text for _, line in listed), 0)]


def pair(entries: Sequence[Entry], values: Sequence[Line]) -> list[str] | None:
    """One text for each entry, empty where it has none; None when no match is certain.

    Lines are matched one to one when there are as many as entries that can have one, or when
    empty lines keep them level. The same words over and over are no match either when one is
    missing: nobody can say which entry goes without.
    """
    listed = whole_lines(values, wrap=None)
    bearers = [number for number, entry in enumerate(entries) if entry.kind is not Is.SECTION]
    if not listed:
        return [""] * len(entries)
    if len(bearers) == 1:
        return _spread(entries, bearers, ["\n".join(line.text for line in values)])
    if blocks := _level_blocks(entries, bearers, values):
        return _spread(entries, bearers, blocks)
    if len(listed) != len(values) and len(values) == len(bearers):
        return None
    texts = [line.text for _, line in listed]
    for takers in (_leaves(entries), bearers):
        if len(texts) == len(takers):
            return _spread(entries, takers, texts)
    return _level(entries, bearers, listed)


def _goes_on(before: Line, line: Line, wrap: int | None, pieces: int) -> bool:
    """Whether a line goes on with the one above, which may be the last of several `pieces`."""
    if _OPEN_END.search(before.text) or _OPEN_START.match(line.text):
        return True
    if wrap is None or before.bullet or (pieces == 1 and len(before.text) < wrap):
        return False
    return line.text[:1].islower() and not before.text.endswith(_CLOSED_END)


def _bulleted(
    listed: Sequence[tuple[int, Line]],
    *,
    whole_plan: bool,
    counts: Collection[int],
    vocabulary: Vocabulary,
) -> list[Entry]:
    """Bullets beneath a line are its rows, or activities of their own beneath a section."""
    heads = [number for number in range(len(listed)) if _heads_bullets(listed, number)]
    bullets = [line.text for _, line in listed if line.bullet]
    by_place = sum(len(vocabulary.municipalities_in(text)) == 1 for text in bullets)
    per_municipality = by_place * 2 > len(bullets)
    heads_are_meant = len(heads) in counts and len(bullets) not in counts
    sections = whole_plan and not per_municipality and not heads_are_meant
    entries = []
    under_head = False
    for number, (place, line) in enumerate(listed):
        if number in heads:
            under_head = True
            entries.append(Entry(Is.SECTION if sections else Is.ACTIVITY, line.text, place))
        else:
            under_head = under_head and line.bullet
            kind = Is.ROW if under_head and not sections else Is.ACTIVITY
            entries.append(Entry(kind, line.text, place))
    return entries


def _heads_bullets(listed: Sequence[tuple[int, Line]], number: int) -> bool:
    follows = listed[number + 1 : number + 2]
    return not listed[number][1].bullet and any(line.bullet for _, line in follows)


def _municipality_rows(
    listed: Sequence[tuple[int, Line]], vocabulary: Vocabulary
) -> list[Entry] | None:
    """An activity followed by one line for each of several municipalities."""
    (_, head), *rest = listed
    named = [vocabulary.municipalities_in(line.text) for _, line in rest]
    if len(rest) < 2 or any(len(keys) != 1 for keys in named):  # noqa: PLR2004
        return None
    one_each = len({keys[0] for keys in named}) == len(rest)
    if not one_each or vocabulary.bare_municipality(head.text):
        return None
    if not _same_but_for_place([line.text for _, line in rest], vocabulary):
        return None
    return [
        Entry(Is.ROW if number else Is.ACTIVITY, line.text, place)
        for number, (place, line) in enumerate(listed)
    ]


def _same_but_for_place(texts: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether every line begins with its municipality, or the lines differ in nothing else."""
    found = [words(text) for text in texts]
    begins = all(vocabulary.municipalities_in(text.split()[0]) for text in texts)
    others = {
        tuple(word for word in line if not vocabulary.municipalities_in(word)) for line in found
    }
    return begins or len(others) == 1


def _leads(listed: Sequence[tuple[int, Line]], number: int) -> bool:
    return listed[number][1].text.endswith(":") and number + 1 < len(listed)


def _looks_listed(listed: Sequence[tuple[int, Line]]) -> bool:
    ends = [line.text.endswith(".") for _, line in listed]
    return len(listed) >= _LIST_LENGTH and not any(ends)


def _leaves(entries: Sequence[Entry]) -> list[int]:
    """Rows, and activities without rows."""
    return [
        number
        for number, entry in enumerate(entries)
        if entry.kind is Is.ROW or (entry.kind is Is.ACTIVITY and not _has_rows(entries, number))
    ]


def _has_rows(entries: Sequence[Entry], number: int) -> bool:
    return any(entry.kind is Is.ROW for entry in entries[number + 1 : number + 2])


def _spread(entries: Sequence[Entry], takers: Sequence[int], texts: Sequence[str]) -> list[str]:
    given = dict(zip(takers, texts, strict=True))
    return [given.get(number, "") for number in range(len(entries))]


def _level(
    entries: Sequence[Entry], bearers: Sequence[int], listed: Sequence[tuple[int, Line]]
) -> list[str] | None:
    """Match by place, where empty lines show that the lists were kept level."""
    at = {entries[number].place: number for number in bearers}
    last = listed[-1][0]
    kept_level = last + 1 > len(listed) and all(place in at for place, _ in listed)
    if not kept_level:
        return None
    given = {at[place]: line.text for place, line in listed}
    return [given.get(number, "") for number in range(len(entries))]


def _level_blocks(
    entries: Sequence[Entry], bearers: Sequence[int], values: Sequence[Line]
) -> list[str]:
    """As many blocks between empty lines as entries, where those stand in blocks as well."""
    blocks: list[str] = []
    for line in values:
        if blocks and not line.blank_before:
            blocks[-1] += f"\n{line.text}"
        else:
            blocks.append(line.text)
    places = [entries[number].place for number in bearers]
    apart = all(after - before > 1 for before, after in pairwise(places))
    longer = len(blocks) < len(values)
    return blocks if apart and longer and len(blocks) == len(bearers) else []


def texts_of(lines: Sequence[Line]) -> Iterator[str]:
    """The lines' words, those cut by the width of the column put together."""
    return (line.text for _, line in whole_lines(lines, wrap=None))
