"""Finds where the rows of an activity table begin, and what its columns hold."""

from collections.abc import Sequence

from regionhub.importing.column_roles import role_of
from regionhub.importing.columns import Columns, by_content, by_headings, by_places
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Row

_LATEST_HEADING = 15


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
    return 0, by_content(rows, is_time=knowledge.is_time, is_owner=knowledge.is_owner)


def _lower_headings(below: Sequence[Row], knowledge: Knowledge) -> Columns | None:
    """The columns of a second row of headings, into which cells of the first reach down."""
    is_place = knowledge.vocabulary.is_municipality
    for row in below:
        reaches_down = any(cell.lines and not cell.origin for cell in row)
        texts = [cell.text for cell in row if cell.lines]
        if reaches_down and all(role_of(text) is not None or is_place(text) for text in texts):
            return by_headings(row) or by_places(row, is_place)
    return None
