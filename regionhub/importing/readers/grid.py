"""Puts cells into rectangular tables and keeps their number within bounds."""

from dataclasses import replace

from regionhub.importing.document import Cell, Table
from regionhub.importing.readers import limits
from regionhub.importing.readers.limits import Allowance

EMPTY = Cell()


def covered(cell: Cell) -> Cell:
    """The same words at another place of the cell's merged area."""
    return replace(cell, origin=False) if cell.origin else cell


def rectangle(rows: list[list[Cell]], cells: Allowance, *, name: str | None = None) -> Table:
    """The rows filled out with empty cells to the longest one's width; TooLarge past the limits."""
    width = max((len(row) for row in rows), default=0)
    limits.check_columns(width)
    limits.check_rows(len(rows))
    cells.spend(width * len(rows))
    filled = tuple(tuple(row) + (EMPTY,) * (width - len(row)) for row in rows)
    return Table(filled, name=name)
