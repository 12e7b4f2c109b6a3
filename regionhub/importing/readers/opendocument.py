"""Reads the text and tables that LibreOffice's documents and workbooks (.odt, .ods) share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from regionhub.importing.document import Cell, Table
from regionhub.importing.readers import asides, limits
from regionhub.importing.readers.attributes import whole_number
from regionhub.importing.readers.dates import month_words
from regionhub.importing.readers.grid import EMPTY, Grid
from regionhub.importing.readers.lines import Flow, Look, Words, fold
from regionhub.importing.readers.opendocument_styles import Styles
from regionhub.importing.readers.package import Package

_SKIPPED = frozenset(
    {"tracked-changes", "table-of-content", "placeholder", "title", "desc", "forms", "shapes"}
)
_SIGNS = {"tab": " ", "line-break": "\n"}
_APART = {"annotation": "En kommentar i marginalen", "note": "En not"}
_HIDDEN = ("collapse", "filter")
_MOST_SPACES = 100
_VALUES = ("date-value", "string-value", "value")
_DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-\d\d")
_NO_DAY = re.compile(r"[^\W\d]+\.?[ -]?(?:\d\d|\d{4})?|\d{4}-\d\d")


@dataclass(frozen=True, slots=True)
class _Item:
    """Where in which list a paragraph stands."""

    bullet: bool = False
    number: int | None = None


def is_encrypted(package: Package) -> bool:
    """Whether the file's parts are hidden behind a password."""
    manifest = "META-INF/manifest.xml"
    return manifest in package.names and b"encryption-data" in package.read(manifest)


class Reader:
    """Reads one file's body; `doubts` gathers sentences on what could not be kept."""

    def __init__(self, package: Package) -> None:
        content = package.tree("content.xml")
        self.bodies = content.findall("body/*")
        named = package.tree("styles.xml") if "styles.xml" in package.names else None
        self._styles = Styles(content, named)
        self._cells = limits.cells()
        self._next_numbers: dict[tuple[str, int], int] = {}
        self.doubts: dict[str, None] = {}
        self._doubt_page_texts(named)
        if any(name.startswith(("Basic/", "Scripts/")) for name in package.names):
            self.doubt("Filen innehåller makron. De läses inte och körs aldrig.")

    def doubt(self, sentence: str) -> None:
        """Note what a person should know of the reading."""
        self.doubts[sentence] = None

    def flow(self, container: Element) -> Flow:
        """Paragraphs, lists and tables of a body, a cell or a text box, in order."""
        flow = Flow()
        self._read_into(flow, container)
        return flow

    def _read_into(self, flow: Flow, container: Element) -> None:
        for child in container:
            if child.tag in ("p", "h"):
                self._paragraph(flow, child, _Item())
            elif child.tag == "list":
                self._list(flow, child, child.get("style-name", ""), level=1)
            elif child.tag == "table":
                flow.add(self.table(child))
            elif child.tag == "tracked-changes":
                self.doubt("Filen har spårade ändringar: struken text har utelämnats.")
            elif child.tag in _APART:
                self._doubt_words_apart(child)
            elif child.tag not in _SKIPPED:
                self._read_into(flow, child)

    def _list(self, flow: Flow, element: Element, style: str, *, level: int) -> None:
        start = self._styles.first_number(style, level)
        goes_on = element.get("continue-numbering") == "true"
        number = self._next_numbers.get((style, level), start) if goes_on else start
        for item in element:
            number = whole_number(item, "start-value", default=number) if start else number
            place = _Item(bullet=item.tag == "list-item", number=number or None)
            for child in item:
                if child.tag in ("p", "h"):
                    self._paragraph(flow, child, place)
                    place = _Item()
                elif child.tag == "list":
                    self._list(flow, child, child.get("style-name") or style, level=level + 1)
            if item.tag == "list-item" and start:
                number += 1
        self._next_numbers[style, level] = number

    def _paragraph(self, flow: Flow, element: Element, item: _Item) -> None:
        style = self._styles.get(element.get("style-name", ""))
        words = Words()
        self._gather(element, words, style.bold_or(False))
        heading = style.heading
        if element.tag == "h":
            heading = min(max(whole_number(element, "outline-level", default=1), 1), 6)
        flow.write(words.text, Look(heading, item.bullet, item.number, words.is_bold))
        for box in words.boxes:
            flow.append(box)

    def _gather(self, element: Element, words: Words, bold: bool) -> None:
        words.add(element.text, bold=bold)
        for child in element:
            tag = child.tag
            if tag in _SIGNS:
                words.add(_SIGNS[tag], bold=bold)
            elif tag == "s":
                words.add(" " * min(whole_number(child, "c", default=1), _MOST_SPACES), bold=bold)
            elif tag == "text-box":
                self._doubt_box()
                words.boxes.append(self.flow(child))
            elif tag in _APART:
                self._doubt_words_apart(child)
            elif tag == "image":
                self.doubt("Filen har bilder. Text som bara står i en bild läses inte.")
            elif tag == "span":
                style = self._styles.get(child.get("style-name", ""))
                self._gather(child, words, style.bold_or(bold))
            elif tag not in _SKIPPED:
                self._gather(child, words, bold)
            words.add(child.tail, bold=bold)

    def table(self, element: Element, *, name: str | None = None) -> Table:
        """A table or sheet; without rows when it has no words."""
        grid = Grid(self._cells)
        row_number = 0
        for row, is_header in _rows(element, is_header=False):
            repeated = max(whole_number(row, "number-rows-repeated", default=1), 1)
            self._row(grid, row, row_number, repeated, is_header=is_header)
            row_number += repeated
        return grid.table(name=name)

    def _row(
        self, grid: Grid, row: Element, row_number: int, repeated: int, *, is_header: bool
    ) -> None:
        column = 0
        for element in row:
            if element.tag not in ("table-cell", "covered-table-cell"):
                continue
            across = max(whole_number(element, "number-columns-repeated", default=1), 1)
            cell = self._cell(element, is_header=is_header)
            if cell.lines or cell.tables:
                self._cells.spend(across * repeated - 1)
                for down in range(repeated):
                    for right in range(across):
                        grid.put(row_number + down, column + right, cell)
                self._merge(grid, element, row_number, column)
            column += across

    def _merge(self, grid: Grid, element: Element, row: int, column: int) -> None:
        down = whole_number(element, "number-rows-spanned", default=1)
        right = whole_number(element, "number-columns-spanned", default=1)
        if down > 1 or right > 1:
            grid.merge(row, column, row + down - 1, column + right - 1)

    def _cell(self, element: Element, *, is_header: bool) -> Cell:
        if element.tag == "covered-table-cell":
            return EMPTY
        flow = self.flow(element)
        stored = next((value for key in _VALUES if (value := element.get(key))), "")
        if element.get("value-type") == "date":
            shown = " ".join(line.text for line in flow.lines)
            flow = Flow()
            flow.write(_date(stored, shown))
        elif not flow.blocks:
            flow.write(stored)
        return Cell(flow.lines, header=is_header, tables=flow.tables)

    def is_hidden(self, sheet: Element) -> bool:
        """Whether a sheet is hidden by its style."""
        return self._styles.hides(sheet.get("style-name", ""))

    def has_hidden_rows_or_columns(self, sheet: Element) -> bool:
        """Whether a sheet hides anything that the reading shows."""
        return any(
            element.get("visibility") in _HIDDEN
            for element in sheet.iter()
            if element.tag in ("table-row", "table-column")
        )

    def _doubt_box(self) -> None:
        self.doubt("Filen har textrutor: deras text står efter det stycke som rutan hör till.")

    def _doubt_words_apart(self, element: Element) -> None:
        words = " ".join(line.text for line in self.flow(element).lines)
        if sentence := asides.sentence(_APART[element.tag], words):
            self.doubt(sentence)

    def _doubt_page_texts(self, styles: Element | None) -> None:
        pages = styles.iterfind("master-styles/master-page") if styles is not None else ()
        for page in pages:
            for part, place in (("header", "Sidhuvudet"), ("footer", "Sidfoten")):
                words = fold(" ".join("".join(found.itertext()) for found in page.iterfind(part)))
                if sentence := asides.sentence(place, words):
                    self.doubt(sentence)


def _rows(element: Element, *, is_header: bool) -> Iterator[tuple[Element, bool]]:
    for child in element:
        if child.tag == "table-row":
            yield child, is_header
        elif child.tag in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(child, is_header=is_header or child.tag == "table-header-rows")


def _date(value: str, shown: str) -> str:
    """A date cell in ISO form; by its month where the sheet shows no day; else as shown."""
    match = _DATE.match(value)
    if not match:
        return shown
    if _NO_DAY.fullmatch(shown):
        return month_words(int(match[2]), int(match[1]))
    moment = value.replace("T", " ")
    return moment[:10] if moment.endswith("00:00:00") else moment[:16]
