"""Reads plain text (.txt): rows with tabs between words are a table, and so are columns set with
spaces; the rest is lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby

from regionhub.importing.document import Cell, Document
from regionhub.importing.readers import limits
from regionhub.importing.readers.grid import rectangle
from regionhub.importing.readers.lines import Flow

_TABS = re.compile(r"\t+")
_SET_APART = re.compile(r"\S+(?: \S+)*")
_ITEM = re.compile(r"\s*(?:[-–—*•+]|\d{1,2}[.)])\s")
_WIDE_GAP = " " * 3
_RULED = ("---", "===", "___")
_RULE_SIGNS = "-=_+| \t"
_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_ASKEW = 2  # signs that a hand-set column may be off by


def read(text: str) -> Document:
    """The document that the text is."""
    limits.check_lines(text.count("\n"))
    flow = Flow()
    cells = limits.cells()
    for is_table, rows in _runs(text.split("\n")):
        if is_table:
            flow.add(rectangle([_cells(words) for words in _split(rows)], cells))
        else:
            _write_lines(rows, flow, cells)
    return Document(tuple(flow.blocks))


def _write_lines(rows: list[str], flow: Flow, cells: limits.Allowance) -> None:
    """Add rows without tabs: as a table where a block of them is set in columns."""
    for is_blank, group in groupby(rows, key=lambda row: not row.strip()):
        block = list(group)
        columns = [] if is_blank else _set_in_columns(block)
        if columns:
            flow.add(rectangle([_cells(words) for words in columns], cells))
        else:
            for row in _whole(block):
                flow.write("" if _is_rule(row) else row)


def _whole(block: list[str]) -> list[str]:
    """The rows, an item of a list put together with the indented rows that go on with it."""
    whole: list[list[str]] = []
    for row in block:
        goes_on = row[:1] == " " and row.lstrip()[:1].islower()
        if goes_on and whole and _ITEM.match(whole[-1][0]):
            whole[-1].append(row.strip())
        else:
            whole.append([row])
    return list(map(" ".join, whole))


def _set_in_columns(block: list[str]) -> list[list[str]]:
    """The words of each row by column when all stand level with those of the first row."""
    # Two spaces are also what some type between sentences.
    if not any(_WIDE_GAP in row.strip() for row in block):
        return []
    rows = [list(_SET_APART.finditer(row)) for row in block if not _is_rule(row)]
    starts = [words.start() for words in rows[0]] if rows else []
    if len(starts) < _FEWEST_COLUMNS or sum(len(row) > 1 for row in rows) < _FEWEST_ROWS:
        return []
    limits.check_columns(len(starts))
    columns = []
    for row in rows:
        placed = {_level_with(words.start(), starts): words[0] for words in row}
        if None in placed or len(placed) < len(row):
            return []
        columns.append([placed.get(number, "") for number in range(len(starts))])
    return columns


def _is_rule(row: str) -> bool:
    """Whether the row is only a line drawn beneath words."""
    return not row.strip(_RULE_SIGNS) and any(signs in row for signs in _RULED)


def _level_with(start: int, starts: list[int]) -> int | None:
    place = bisect_right(starts, start + _ASKEW) - 1
    return place if place >= 0 and abs(starts[place] - start) <= _ASKEW else None


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
