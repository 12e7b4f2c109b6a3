"""Finds where the rows of an activity table begin, and what its columns hold."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from regionhub.importing.column_roles import Role, heading_role
from regionhub.importing.columns import Columns, by_content, by_headings, by_places
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Row, spans

_LATEST_HEADING = 15
_FEWEST_COLUMNS = 3
_FEWEST_HEADS = 2


def find_columns(
    rows: Sequence[Row], before: Columns | None, knowledge: Knowledge
) -> tuple[int, Columns]:
    """Where the rows of a table begin, and what its columns hold.

    A table without headings continues the one before if it is as wide; otherwise its content
    tells.
    """
    for number, row in enumerate(rows[:_LATEST_HEADING]):
        columns = by_headings(row) or by_places(row, knowledge.vocabulary.is_municipality)
        if columns and (number == 0 or columns.names_what):
            lower = _lower_headings(rows[number + 1 : number + 2], knowledge)
            return (number + 2, lower) if lower else (number + 1, columns)
    if before and len(before.roles) == len(rows[0]):
        return 0, before
    told = [row for row in rows if not spans(row)] or rows
    return 0, by_content(told, is_time=knowledge.is_time, is_owner=knowledge.owner_likeness)


def lone_heads(
    rows: Sequence[Row], columns: Columns, goes_on: Callable[[Row], bool], led: Row | None = None
) -> frozenset[int]:
    """The rows with nothing but an activity, where those are headings by their places alone.

    That is so where they are several, the first opens the table, none is the last of it, no two
    stand together, and every other row tells more than its activity. `goes_on` knows a row that
    says more of the activity above it, which then is one. A row that has `led` the others opens
    the table, and tells in which column headings stand.
    """
    place = columns.place(Role.ACTIVITY)
    if place is None or len(columns.roles) < _FEWEST_COLUMNS:
        return frozenset()
    opened = _filled_places(led) if led else []
    wanted = opened if len(opened) == 1 else [place]
    filled = list(map(_filled_places, rows))
    lone = [number for number, places in enumerate(filled) if places == wanted]
    apart = all(after - before > 1 for before, after in pairwise(lone))
    full = all(len(places) != 1 for places in filled if places != wanted)
    opens = wanted == opened or (len(lone) >= _FEWEST_HEADS and lone[0] == 0)
    if not lone or not opens or lone[-1] == len(rows) - 1:
        return frozenset()
    heads = apart and full and not any(goes_on(rows[number + 1]) for number in lone)
    return frozenset(lone if heads else ())


def _filled_places(row: Row) -> list[int]:
    return [place for place, cell in enumerate(row) if cell.lines]


def _lower_headings(below: Sequence[Row], knowledge: Knowledge) -> Columns | None:
    """The columns of a second row of headings, into which cells of the first reach down."""
    is_place = knowledge.vocabulary.is_municipality
    for row in below:
        reaches_down = any(cell.lines and not cell.origin for cell in row)
        texts = [cell.text for cell in row if cell.lines]
        if reaches_down and all(heading_role(text) or is_place(text) for text in texts):
            return by_headings(row) or by_places(row, is_place)
    return None
