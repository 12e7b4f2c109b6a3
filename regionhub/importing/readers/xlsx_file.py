"""Reads Excel workbooks (.xlsx, .xlsm and their templates): each sheet with words is a table.

Not through openpyxl, whose quick mode knows neither merged areas nor hidden rows, and whose other
mode builds every place that a merged area claims to cover; only its dates are used.
"""

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from openpyxl.utils.cell import column_index_from_string

from regionhub.importing.document import Cell, Document, Line, Table
from regionhub.importing.readers import limits, office_open
from regionhub.importing.readers.attributes import small_number, whole_number
from regionhub.importing.readers.grid import Grid
from regionhub.importing.readers.lines import Flow, Look, fold
from regionhub.importing.readers.office_open import Relation
from regionhub.importing.readers.package import Package
from regionhub.importing.readers.xlsx_values import Formats

_PLACE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_TRUTH = {"1": "SANT", "0": "FALSKT"}
_ON = ("1", "true")


def read(package: Package, part: str, root: Element) -> Document:
    """The tables of the workbook in `part`, parsed as `root`: one for each sheet that has words."""
    reader = _Reader(package, part, root)
    tables = [table for sheet in reader.sheets() if (table := reader.table(sheet)).rows]
    return Document(tuple(tables), tuple(reader.doubts))


@dataclass(frozen=True, slots=True)
class _Sheet:
    name: str
    part: str
    is_hidden: bool


class _Reader:
    def __init__(self, package: Package, part: str, root: Element) -> None:
        self._package = package
        self._workbook = root
        self._relations = office_open.relations(package, part)
        properties = self._workbook.find("workbookPr")
        from_1904 = properties is not None and properties.get("date1904") in _ON
        self._formats = Formats(self._related("styles"), from_1904=from_1904)
        self._shared = _shared_strings(self._related("sharedStrings"))
        self._cells = limits.cells()
        self.doubts: dict[str, None] = {}
        if office_open.has_macros(package):
            self._doubt("Filen innehåller makron. De läses inte och körs aldrig.")

    def _related(self, kind: str) -> Element | None:
        for relation in self._relations:
            if relation.kind == kind:
                return self._package.tree(relation.target)
        return None

    def _doubt(self, sentence: str) -> None:
        self.doubts[sentence] = None

    def sheets(self) -> list[_Sheet]:
        """The worksheets in the order of their tabs."""
        parts = {relation.id: relation for relation in self._relations}
        unknown = Relation("", "", "")
        found = []
        for element in self._workbook.iterfind("sheets/sheet"):
            relation = parts.get(element.get("id", ""), unknown)
            if relation.kind == "worksheet":
                is_hidden = element.get("state", "visible") != "visible"
                found.append(_Sheet(fold(element.get("name", "")), relation.target, is_hidden))
        return found

    def table(self, sheet: _Sheet) -> Table:
        """The cells of a sheet, without rows when it has none."""
        root = self._package.tree(sheet.part)
        grid = Grid(self._cells)
        row_number = 0
        for row in root.iterfind("sheetData/row"):
            row_number = whole_number(row, "r", default=row_number + 1)
            column_number = 0
            for element in row.iterfind("c"):
                column_number = _column(element.get("r", ""), default=column_number + 1)
                grid.put(row_number, column_number, self._cell(element, sheet))
        for merged in root.iterfind("mergeCells/mergeCell"):
            corners = [_PLACE.fullmatch(end) for end in merged.get("ref", "").split(":")]
            if len(corners) == len(("first", "last")) and corners[0] and corners[1]:
                grid.merge(*_row_and_column(corners[0]), *_row_and_column(corners[1]))
        table = grid.table(name=sheet.name)
        if table.rows:
            self._doubt_hidden(sheet, root)
            self._doubt_notes(sheet)
        return table

    def _cell(self, element: Element, sheet: _Sheet) -> Cell:
        kind = element.get("t", "n")
        style = whole_number(element, "s")
        stored = element.findtext("v", "")
        if kind == "s":
            place = small_number(stored, len(self._shared))
            lines = self._shared[place] if place < len(self._shared) else ()
            if not self._formats.is_bold(style):
                return Cell(lines)
            return Cell(tuple(_bold(line) for line in lines))
        if kind == "inlineStr":
            text = _words(element.find("is"))
        elif kind == "b":
            text = _TRUTH.get(stored, stored)
        elif kind == "n":
            text = self._formats.written(stored, style)
        elif kind == "d":
            text = stored.removesuffix("T00:00:00")
        else:
            text = stored
        if not stored and element.find("f") is not None:
            self._doubt(
                f"Bladet ”{sheet.name}” har formler utan uträknat värde. "
                "Öppna filen i Excel, spara den och läs in den igen för att få med värdena."
            )
        flow = Flow()
        flow.write(text, Look(bold=self._formats.is_bold(style)))
        return Cell(flow.lines)

    def _doubt_hidden(self, sheet: _Sheet, root: Element) -> None:
        if sheet.is_hidden:
            self._doubt(f"Bladet ”{sheet.name}” är dolt i filen men har lästs in.")
        hidden = [
            word
            for word, path in (("rader", "sheetData/row"), ("kolumner", "cols/col"))
            if any(element.get("hidden") in _ON for element in root.iterfind(path))
        ]
        if hidden:
            self._doubt(f"Bladet ”{sheet.name}” har dolda {' och '.join(hidden)} som har lästs in.")

    def _doubt_notes(self, sheet: _Sheet) -> None:
        for relation in office_open.relations(self._package, sheet.part):
            if relation.kind != "comments":
                continue
            for comment in self._package.tree(relation.target).iterfind("commentList/comment"):
                words = fold(_words(comment.find("text")))
                self._doubt(
                    f"Cell {comment.get('ref', '')} på bladet ”{sheet.name}” har en anteckning "
                    f"som inte läses in: ”{words}”"
                )


def _shared_strings(root: Element | None) -> list[tuple[Line, ...]]:
    """The lines of every text that cells refer to by number."""
    found = []
    for item in root.iterfind("si") if root is not None else ():
        flow = Flow()
        flow.write(_words(item))
        found.append(flow.lines)
    return found


def _words(item: Element | None) -> str:
    """A text with its differently set pieces put together, without reading aids."""
    if item is None:
        return ""
    pieces = [item.findtext("t", "")]
    pieces += [run.findtext("t", "") for run in item.iterfind("r")]
    return "".join(pieces)


def _bold(line: Line) -> Line:
    return replace(line, bold=True)


def _column(place: str, *, default: int) -> int:
    match = _PLACE.fullmatch(place)
    return column_index_from_string(match[1]) if match else default


def _row_and_column(place: re.Match[str]) -> tuple[int, int]:
    return int(place[2]), column_index_from_string(place[1])
