"""A document's own words row by row, to be shown beside what was understood."""

from collections.abc import Sequence

from regionhub.importing.document import Cell, Document, Line, Table
from regionhub.importing.folding import fold

Row = list[str]


def source_rows(document: Document) -> list[Row]:
    """Every line and every table row of the document, in order; a row holds the texts of its cells.

    A merged area stands in the first row that it covers, and nested tables in their cell.
    """
    rows = []
    for block in document.blocks:
        if isinstance(block, Line):
            rows.append([block.text])
            continue
        rows += [[_words(cell) for cell in row if cell.origin] for row in block.rows]
    return [row for row in rows if any(row)]


class Beside:
    """Finds the row that holds given words. The search goes on where the last one ended, since
    what was understood comes mostly in the document's order.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._folded = [fold(" ".join(row)) for row in rows]
        self._place = 0

    def find(self, words: str) -> Row:
        """The first row on from the last one found that holds the words, else any; [] if none."""
        wanted = fold(words)
        if not wanted:
            return []
        count = len(self._rows)
        for step in range(count):
            place = (self._place + step) % count
            if wanted in self._folded[place]:
                self._place = place
                return self._rows[place]
        return []


def _words(cell: Cell) -> str:
    inner = [" ".join(_row_words(table)) for table in cell.tables]
    return "\n".join(part for part in (cell.text, *inner) if part)


def _row_words(table: Table) -> list[str]:
    return [_words(cell) for row in table.rows for cell in row if cell.origin]
