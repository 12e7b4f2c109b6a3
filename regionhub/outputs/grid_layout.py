"""How wide the columns of a report's table ought to be."""

from regionhub.outputs.report import Cell, Grid, State

LINE = 100
"""Letters that fit in the width of a table on A4."""

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


def _least(cell: Cell) -> int:
    if isinstance(cell, State):
        return _wanted(cell)
    return min(_LONGEST_WORD, max(map(len, cell.split()), default=0)) + _GAP


def _wanted(cell: Cell) -> int:
    if isinstance(cell, State):
        return len(cell.label) + _SIGN + _GAP
    return min(_ENOUGH, len(cell)) + _GAP
