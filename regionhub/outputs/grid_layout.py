"""How wide the columns of a report's table ought to be, and which of them hold numbers."""

import re
from collections.abc import Iterable

from regionhub.outputs.report import Cell, Grid, State, words

LINE = 100
"""Letters that fit in the width of a table on A4."""

_NUMBER = re.compile(r"[+\-−–]?\d[\d\s]*([.,]\d+)?\s*%?")
_LONGEST_WORD = 20
_ENOUGH = 42
_GAP = 2
_SIGN = 3


def column_widths(grid: Grid) -> tuple[int, ...]:
    """A width for each column, in letters.

    Each column gets its longest word (a state is never broken); what then is left of the line
    is shared by how much more the columns would like.
    """
    columns = list(zip(grid.columns, *grid.rows, strict=True))
    least = [max(map(_least, column)) for column in columns]
    wanted = [max(map(_wanted, column)) for column in columns]
    left = max(0, LINE - sum(least))
    missing = sum(wanted) - sum(least)
    if missing <= left:
        return tuple(wanted)
    return tuple(
        low + left * (high - low) // missing for low, high in zip(least, wanted, strict=True)
    )


def number_columns(grid: Grid) -> tuple[bool, ...]:
    """For each column but the first whether every cell in it is a number or empty."""
    columns = list(zip(*grid.rows, strict=True)) or [()] * len(grid.columns)
    return (False, *(_all_numbers(column) for column in columns[1:]))


def _least(cell: Cell) -> int:
    if isinstance(cell, State):
        return _wanted(cell)
    return min(_LONGEST_WORD, max(map(len, cell.split()), default=0)) + _GAP


def _wanted(cell: Cell) -> int:
    if isinstance(cell, State):
        return len(cell.label) + _SIGN + _GAP
    return min(_ENOUGH, len(cell)) + _GAP


def _all_numbers(cells: Iterable[Cell]) -> bool:
    texts = [words(cell) for cell in cells if words(cell)]
    return bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)
