"""Reads tables in plain text (.csv, .tsv), whatever sign stands between their columns."""

import csv
import re
from collections import Counter
from itertools import islice

from regionhub.domain.errors import TooLarge
from regionhub.importing.document import Cell, Document
from regionhub.importing.readers import limits
from regionhub.importing.readers.grid import Grid
from regionhub.importing.readers.lines import Flow

_SEPARATORS = "\t;|,"
_EXCEL_HINT = re.compile(r"sep=(.)\n", re.IGNORECASE)
_TRIED_ROWS = 50
_TRIED_CHARACTERS = 50_000


def read(text: str) -> Document:
    """The document whose one table is the text."""
    hint = _EXCEL_HINT.match(text)
    separator = hint[1] if hint else _separator(text)
    rows = text[hint.end() :] if hint else text
    grid = Grid(limits.cells())
    try:
        for number, row in enumerate(csv.reader(rows.splitlines(True), delimiter=separator)):
            limits.check_lines(number)
            limits.check_columns(len(row))
            for column, words in enumerate(row):
                flow = Flow()
                flow.write(words)
                grid.put(number, column, Cell(flow.lines))
    except csv.Error as error:
        raise TooLarge(
            "En cell i filen har för mycket text. Kontrollera att filens citattecken står "
            "parvis och försök igen."
        ) from error
    table = grid.table()
    return Document((table,) if table.rows else ())


def _separator(text: str) -> str:
    """The sign that parts the most rows into the same number of columns."""
    lines = text[:_TRIED_CHARACTERS].splitlines(True)
    return max(_SEPARATORS, key=lambda separator: _agreeing_rows(lines, separator))


def _agreeing_rows(lines: list[str], separator: str) -> int:
    try:
        rows = list(islice(csv.reader(lines, delimiter=separator), _TRIED_ROWS))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    return max(widths.values(), default=0)
