"""Reads Word files (.docx, .docm and their templates) as they look with all changes accepted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from regionhub.importing.document import Cell, Document, Table
from regionhub.importing.readers import asides, limits, office_open
from regionhub.importing.readers.attributes import whole_number
from regionhub.importing.readers.docx_styles import Lists, Style, Styles, is_on, outline_level
from regionhub.importing.readers.grid import EMPTY, covered, rectangle
from regionhub.importing.readers.lines import Flow, Look, Words, fold
from regionhub.importing.readers.package import Package

_ADDED = frozenset({"ins", "moveTo"})
_STRUCK = frozenset({"del", "moveFrom"})
_SILENT = frozenset(
    {"pPr", "rPr", "sdtPr", "sdtEndPr", "Fallback", "instrText", "delText", "delInstrText"}
)
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Ticks and boxes of the symbol fonts; people answer with them in a municipality's column.
_SYMBOLS = {"FC": "✓", "FE": "☒", "A8": "☐", "FB": "✗", "FD": "☒", "B7": "•", "E0": "→"}
_APART = {
    "header": "Sidhuvudet",
    "footer": "Sidfoten",
    "footnotes": "En fotnot",
    "endnotes": "En slutnot",
    "comments": "En kommentar i marginalen",
}


def read(package: Package, part: str, root: Element) -> Document:
    """The document whose body is in `part`, parsed as `root`."""
    reader = _Reader(package, part)
    body = root.find("body")
    flow = reader.flow(body) if body is not None else Flow()
    return Document(tuple(flow.blocks), reader.doubts())


class _Reader:
    def __init__(self, package: Package, part: str) -> None:
        self._package = package
        self._relations = office_open.relations(package, part)
        self._styles = Styles(self._related("styles"))
        self._lists = Lists(self._related("numbering"))
        self._cells = limits.cells()
        self._seen: set[str] = set()

    def _related(self, kind: str) -> Element | None:
        for relation in self._relations:
            if relation.kind == kind:
                return self._package.tree(relation.target)
        return None

    # Blocks

    def flow(self, container: Element) -> Flow:
        """Paragraphs and tables of a body, a cell or a text box, in order."""
        flow = Flow()
        words = Words()
        for block in self._unwrapped(container):
            if block.tag == "tbl":
                flow.add(self._table(block))
                continue
            properties = block.find("pPr")
            style = self._style(properties, "pStyle")
            self._gather(block, words, style.bold)
            if not _is_joined_to_next(properties):
                self._write(words, properties, style, flow)
                words = Words()
        if words.pieces:
            flow.write(words.text)
        return flow

    def _unwrapped(self, container: Element) -> Iterator[Element]:
        """Paragraphs and tables, also those in content controls and tracked changes."""
        for child in container:
            if child.tag in ("p", "tbl"):
                yield child
            elif child.tag in _STRUCK:
                self._seen.add("changes")
            elif child.tag == "altChunk":
                self._seen.add("embedded")
            elif child.tag not in _SILENT and not _is_contents_or_prompt(child):
                yield from self._unwrapped(child)

    def _write(self, words: Words, properties: Element | None, style: Style, flow: Flow) -> None:
        text = words.text
        bullet, number = self._list_place(properties, style) if text.strip() else (False, None)
        heading = outline_level(properties) or style.heading
        if not style.is_contents:
            flow.write(text, Look(heading, bullet, number, words.is_bold))
        for box in words.boxes:
            flow.append(box)

    def _style(self, properties: Element | None, kind: str) -> Style:
        style = properties.find(kind) if properties is not None else None
        return self._styles.get(style.get("val") if style is not None else None)

    def _list_place(self, properties: Element | None, style: Style) -> tuple[bool, int | None]:
        own = properties.find("numPr") if properties is not None else None
        if own is None:
            return self._lists.item(style.list_id or "", style.list_level)
        listed = own.find("numId")
        list_id = listed.get("val", "") if listed is not None else style.list_id or ""
        return self._lists.item(list_id, whole_number(own.find("ilvl"), default=style.list_level))

    # Words

    def _gather(self, element: Element, words: Words, bold: bool) -> None:
        for child in element:
            tag = child.tag
            if tag == "t":
                words.add(child.text, bold=bold)
            elif tag == "r":
                self._gather(child, words, self._is_bold(child, bold))
            elif tag in _SIGNS:
                words.add(_SIGNS[tag], bold=bold)
            elif tag == "sym":
                words.add(_SYMBOLS.get(child.get("char", "")[-2:].upper(), " "), bold=bold)
            elif tag == "txbxContent":
                self._seen.add("text box")
                words.boxes.append(self.flow(child))
            elif tag in _STRUCK:
                self._seen.add("changes")
            elif tag in ("blip", "imagedata"):
                self._seen.add("picture")
            elif tag not in _SILENT and not _is_contents_or_prompt(child):
                if tag in _ADDED:
                    self._seen.add("changes")
                self._gather(child, words, bold)

    def _is_bold(self, run: Element, inherited: bool) -> bool:
        properties = run.find("rPr")
        own = is_on(properties, "b")
        if own is not None:
            return own
        return inherited or self._style(properties, "rStyle").bold

    # Tables

    def _table(self, element: Element) -> Table:
        rows: list[list[Cell]] = []
        for row in self._rows(element):
            properties = row.find("trPr")
            if properties is not None and properties.find("del") is not None:
                self._seen.add("changes")
                continue
            rows.append(self._row(row, properties, rows[-1] if rows else []))
        return rectangle(rows, self._cells)

    def _rows(self, element: Element) -> Iterator[Element]:
        for child in element:
            if child.tag == "tr":
                yield child
            elif child.tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
                yield from self._rows(child)

    def _row(self, row: Element, properties: Element | None, above: list[Cell]) -> list[Cell]:
        before = properties.find("gridBefore") if properties is not None else None
        is_header = is_on(properties, "tblHeader") is True
        cells = [EMPTY] * self._width(before, default=0)
        for element in self._row_cells(row):
            place = element.find("tcPr")
            width = self._width(place.find("gridSpan") if place is not None else None, default=1)
            if _continues(place, "hMerge") and cells:
                cell = covered(cells[-1])
            elif _continues(place, "vMerge") and len(above) > len(cells):
                cell = covered(above[len(cells)])
            else:
                content = self.flow(element)
                cell = Cell(content.lines, header=is_header, tables=content.tables)
            cells.append(cell)
            if width > 1:
                cells += [covered(cell)] * (width - 1)
            limits.check_columns(len(cells))
        return cells

    def _row_cells(self, row: Element) -> Iterator[Element]:
        for child in row:
            if child.tag == "tc":
                yield child
            elif child.tag in ("sdt", "sdtContent", "customXml"):
                yield from self._row_cells(child)

    def _width(self, element: Element | None, *, default: int) -> int:
        width = whole_number(element, default=default)
        limits.check_columns(width)
        return width

    # What could not be kept

    def doubts(self) -> tuple[str, ...]:
        """Sentences on what was met on the way and on the words that stand beside the text."""
        found = [sentence for kind, sentence in _DOUBTS.items() if kind in self._seen]
        if office_open.has_macros(self._package):
            found.append("Filen innehåller makron. De läses inte och körs aldrig.")
        return tuple(found + list(dict.fromkeys(self._words_apart())))

    def _words_apart(self) -> Iterator[str]:
        for relation in self._relations:
            if relation.kind not in _APART:
                continue
            part = self._package.tree(relation.target)
            notes = part if relation.kind in ("footnotes", "endnotes", "comments") else [part]
            for note in notes:
                words = fold(" ".join(piece.text or "" for piece in note.iter("t")))
                if sentence := asides.sentence(_APART[relation.kind], words):
                    yield sentence


_DOUBTS = {
    "changes": "Filen har spårade ändringar: tillägg har lästs och struken text har utelämnats.",
    "text box": "Filen har textrutor: deras text står efter det stycke som rutan hör till.",
    "picture": "Filen har bilder. Text som bara står i en bild läses inte.",
    "embedded": "Filen har ett annat dokument inbäddat. Det läses inte.",
}


def _continues(place: Element | None, merge: str) -> bool:
    element = place.find(merge) if place is not None else None
    return element is not None and element.get("val", "continue") == "continue"


def _is_joined_to_next(properties: Element | None) -> bool:
    """Whether a tracked change has struck the end of the paragraph."""
    return properties is not None and properties.find("rPr/del") is not None


def _is_contents_or_prompt(element: Element) -> bool:
    """Whether a content control only repeats the headings or still shows its prompt."""
    if element.tag != "sdt":
        return False
    gallery = element.find("sdtPr/docPartObj/docPartGallery")
    if gallery is not None and gallery.get("val") == "Table of Contents":
        return True
    return is_on(element.find("sdtPr"), "showingPlcHdr") is True
