"""What every reader makes of a file: lines and tables in reading order, not yet interpreted."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph, list item or line of text.

    `text` is as written, white space folded, list signs removed. `heading` is the heading level
    (1–6) when the file says so. `bullet` tells that the line was an item of a list; `number` is
    its ordinal where the list was numbered. `blank_before` counts the empty lines just above it.
    `goes_on` tells that our own file has it as a further line of the text above.
    """

    text: str
    heading: int | None = None
    bullet: bool = False
    number: int | None = None
    bold: bool = False
    blank_before: int = 0
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One place in a table's grid.

    A merged area fills every place it covers with the same lines; only its upper left place has
    `origin` True, so that nobody counts its words twice. `tables` are tables nested in the cell.
    """

    lines: tuple[Line, ...] = ()
    origin: bool = True
    header: bool = False
    tables: tuple["Table", ...] = ()

    @property
    def text(self) -> str:
        """The cell's words, one line of the file a line."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A rectangular grid: every row has the same number of cells. `name` is the sheet's name."""

    rows: tuple[tuple[Cell, ...], ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file read whole. `doubts` are Swedish sentences on what the reader could not keep."""

    blocks: tuple[Line | Table, ...]
    doubts: tuple[str, ...] = ()

    def lines(self) -> Iterator[Line]:
        """The lines outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Line))

    def tables(self) -> Iterator[Table]:
        """The tables at the top level, in order."""
        return (block for block in self.blocks if isinstance(block, Table))
