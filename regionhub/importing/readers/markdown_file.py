"""Reads Markdown (.md): headings, lists, paragraphs and pipe tables, with HTML in them."""

import re

from regionhub.importing.document import Cell, Document
from regionhub.importing.readers import limits
from regionhub.importing.readers.grid import rectangle
from regionhub.importing.readers.lines import Flow, Look
from regionhub.importing.readers.markdown_words import lines_of, plain

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DIVIDER = re.compile(r"\s*:?-+:?\s*")
_ITEM = re.compile(r"[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+")
_TASK = re.compile(r"^((?:[-*+•]|\d{1,3}[.)])[ \t]+)\[([ xX])\][ \t]+")
_QUOTE = re.compile(r"[ \t]*(?:>[ \t]?)+")
_PIPE = re.compile(r"(?<!\\)\|")
_HARD_BREAK = ("  ", "\\")


def read(text: str) -> Document:
    """The document that the text describes."""
    rows = text.split("\n")
    limits.check_lines(len(rows))
    reader = _Reader()
    place = 0
    while place < len(rows):
        place = reader.take(rows, place)
    reader.end_paragraph()
    return Document(tuple(reader.flow.blocks))


class _Reader:
    def __init__(self) -> None:
        self.flow = Flow()
        self._paragraph: list[str] = []
        self._cells = limits.cells()

    def take(self, rows: list[str], place: int) -> int:
        """Read what begins at a row; the place of the first row after it."""
        quote = _QUOTE.match(rows[place])
        row = rows[place][quote.end() :] if quote else rows[place]
        following = rows[place + 1] if place + 1 < len(rows) else ""
        if _begins_table(row, following):
            return self._table(rows, place)
        if heading := _HEADING.fullmatch(row):
            self._heading(heading[2].rstrip("# \t"), len(heading[1]))
        elif self._paragraph and (underline := _UNDERLINE.fullmatch(row)):
            self._heading(self._paragraph.pop(), 1 if underline[1][0] == "=" else 2)
        elif not row.strip():
            self.end_paragraph()
            self.flow.write("")
        elif _RULE.fullmatch(row) or _FENCE.match(row):
            self.end_paragraph()
        else:
            if _ITEM.match(row):
                self.end_paragraph()
            self._paragraph.append(row)
            if row.endswith(_HARD_BREAK):
                self._paragraph[-1] = row.removesuffix("\\") + "<br>"
        return place + 1

    def end_paragraph(self) -> None:
        """Write the rows gathered so far as one paragraph."""
        if self._paragraph:
            words = " ".join(row.strip() for row in self._paragraph)
            words = _TASK.sub(lambda task: task[1] + ("☐ " if task[2] == " " else "☒ "), words)
            self._paragraph = []
            _write(self.flow, words)

    def _heading(self, words: str, level: int) -> None:
        self.end_paragraph()
        self.flow.write(plain(words), Look(heading=level))

    def _table(self, rows: list[str], place: int) -> int:
        self.end_paragraph()
        grid: list[list[Cell]] = []
        has_header = place + 1 < len(rows) and _is_divider(rows[place + 1])
        while place < len(rows) and "|" in rows[place]:
            if not _is_divider(rows[place]):
                grid.append(_cells(rows[place], is_header=has_header and not grid))
                limits.check_rows(len(grid))
            place += 1
        self.flow.add(rectangle(grid, self._cells))
        return place


def _begins_table(row: str, following: str) -> bool:
    return row.lstrip().startswith("|") or ("|" in row and _is_divider(following))


def _is_divider(row: str) -> bool:
    pieces = row.strip().removeprefix("|").removesuffix("|").split("|")
    return "|" in row and all(_DIVIDER.fullmatch(piece) for piece in pieces)


def _cells(row: str, *, is_header: bool) -> list[Cell]:
    inner = row.strip().removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    words = _PIPE.split(inner)
    limits.check_columns(len(words))
    cells = []
    for piece in words:
        flow = Flow()
        _write(flow, piece.strip())
        cells.append(Cell(flow.lines, header=is_header))
    return cells


def _write(flow: Flow, words: str) -> None:
    for line, is_bold in lines_of(words):
        flow.write(line, Look(bold=is_bold))
