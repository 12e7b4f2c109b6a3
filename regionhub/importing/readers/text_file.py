"""Reads plain text (.txt): rows with tabs between words are a table, the rest is lines."""

from collections.abc import Iterator

from regionhub.importing.document import Cell, Document
from regionhub.importing.readers import limits
from regionhub.importing.readers.grid import rectangle
from regionhub.importing.readers.lines import Flow


def read(text: str) -> Document:
    """The document that the text is."""
    limits.check_lines(text.count("\n"))
    flow = Flow()
    cells = limits.cells()
    for is_table, rows in _runs(text.split("\n")):
        if is_table:
            flow.add(rectangle([_cells(row) for row in rows], cells))
        else:
            for row in rows:
                flow.write(row)
    return Document(tuple(flow.blocks))


def _runs(rows: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """The rows in runs, each a table (two rows with columns, at the least) or not."""
    run: list[str] = []
    in_table = False
    for row in rows:
        goes_on = "\t" in row if in_table else not _has_columns(row)
        if not goes_on and run:
            yield in_table and len(run) > 1, run
            run = []
        if not goes_on or not run:
            in_table = _has_columns(row)
        run.append(row)
    yield in_table and len(run) > 1, run


def _has_columns(row: str) -> bool:
    return "\t" in row.strip()


def _cells(row: str) -> list[Cell]:
    words = row.rstrip().split("\t")
    limits.check_columns(len(words))
    cells = []
    for piece in words:
        flow = Flow()
        flow.write(piece)
        cells.append(Cell(flow.lines))
    return cells
