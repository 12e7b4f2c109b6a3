"""Puts cells into rectangular tables and keeps their number within bounds."""

from bisect import bisect_left, bisect_right
from dataclasses import replace

from regionhub.importing.document import Cell, Table
from regionhub.importing.readers import limits
from regionhub.importing.readers.limits import Allowance

EMPTY = Cell()


def covered(cell: Cell) -> Cell:
    """The same words at another place of the cell's merged area."""
    return replace(cell, origin=False) if cell.origin else cell


def rectangle(rows: list[list[Cell]], cells: Allowance) -> Table:
    """The rows filled out with empty cells to the longest one's width; TooLarge past the limits."""
    width = max((len(row) for row in rows), default=0)
    limits.check_columns(width)
    limits.check_rows(len(rows))
    cells.spend(width * len(rows))
    return Table(tuple(tuple(row) + (EMPTY,) * (width - len(row)) for row in rows))


class Grid:
    """A sheet's cells at their places, however far apart these lie.

    Empty rows and columns around the cells are left out, and several of them between two cells
    become one: a stray word at the far end of a sheet costs no more than one that stands near.
    """

    def __init__(self, cells: Allowance) -> None:
        self._cells = cells
        self._rows: dict[int, dict[int, Cell]] = {}
        self._placed = 0
        # Areas do not overlap in an honest sheet, so together they cover no more than it may hold.
        self._cover = limits.cells()
        self._areas: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Place a cell; one without content leaves its place empty."""
        if cell.lines or cell.tables:
            self._cells.spend()
            self._placed += 1
            self._rows.setdefault(row, {})[column] = cell

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Let the cell at the top left cover the area, the last row and column included."""
        self._areas.append((top, left, bottom, right))

    def table(self, *, name: str | None = None) -> Table:
        """The cells as a table without rows where there are none."""
        rows = sorted(self._rows)
        columns = sorted({column for row in self._rows.values() for column in row})
        limits.check_rows(len(rows))
        limits.check_columns(len(columns))
        for area in self._areas:
            self._fill(area, rows, columns)
        shown_rows, shown_columns = _with_gaps(rows), _with_gaps(columns)
        self._cells.spend(max(len(shown_rows) * len(shown_columns) - self._placed, 0))
        return Table(
            tuple(
                tuple(self._rows.get(row, {}).get(column, EMPTY) for column in shown_columns)
                for row in shown_rows
            ),
            name=name,
        )

    def _fill(self, area: tuple[int, int, int, int], rows: list[int], columns: list[int]) -> None:
        top, left, bottom, right = area
        origin = self._rows.get(top, {}).get(left)
        if origin is None:
            return
        inside_rows = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
        inside_columns = columns[bisect_left(columns, left) : bisect_right(columns, right)]
        self._cover.spend(len(inside_rows) * len(inside_columns))
        for row in inside_rows:
            for column in inside_columns:
                self._rows[row].setdefault(column, covered(origin))


def _with_gaps(places: list[int]) -> list[int]:
    """The places with one more before each that does not follow the one before.

    >>> _with_gaps([2, 3, 9])
    [2, 3, 8, 9]
    """
    shown: list[int] = []
    for place in places:
        if shown and place > shown[-1] + 1:
            shown.append(place - 1)
        shown.append(place)
    return shown
