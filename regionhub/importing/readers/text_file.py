"""Reads plain text (.txt): rows with tabs between words are a table, the rest is lines."""

import re
from collections.abc import Iterator
from itertools import groupby

from regionhub.importing.document import Cell, Document
from regionhub.importing.readers import limits
from regionhub.importing.readers.grid import rectangle
from regionhub.importing.readers.lines import Flow

_TABS = re.compile(r"\t+")


def read(text: str) -> Document:
    """The document that the text is."""
    limits.check_lines(text.count("\n"))
    flow = Flow()
    cells = limits.cells()
    for is_table, rows in _runs(text.split("\n")):
        if is_table:
            flow.add(rectangle([_cells(words) for words in _split(rows)], cells))
        else:
            for row in rows:
                flow.write(row)
    return Document(tuple(flow.blocks))


def _runs(rows: list[str]) -> Iterator[tuple[bool, list[str]]]:
    """The rows in runs, each of which is a table or is not.

    Two rows with columns make a table; a row that only begins with a tab may stand within one.
    """
    for has_tabs, group in groupby(rows, key=lambda row: "\t" in row):
        run = list(group)
        yield has_tabs and sum(map(_has_columns, run)) > 1, run


def _has_columns(row: str) -> bool:
    return "\t" in row.strip()


def _split(rows: list[str]) -> list[list[str]]:
    """The words between the tabs; several tabs for looks are one where that makes rows agree."""
    exact = [row.rstrip().split("\t") for row in rows]
    folded = [_TABS.split(row.strip()) for row in rows]
    if len({len(words) for words in exact}) > 1 == len({len(words) for words in folded}):
        return folded
    return exact


def _cells(words: list[str]) -> list[Cell]:
    limits.check_columns(len(words))
    cells = []
    for piece in words:
        flow = Flow()
        flow.write(piece)
        cells.append(Cell(flow.lines))
    return cells
