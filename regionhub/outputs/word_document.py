"""What all our Word files have in common: styles, language, and tables that can be listened to."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from regionhub.outputs.language_codes import LANGUAGE_CODES
from regionhub.outputs.plain_text import one_line, printable

ACCENT = RGBColor(0x0F, 0x4A, 0x5C)
QUIET = RGBColor(0x58, 0x60, 0x67)
HEADER_SHADE = "E3EEF1"
RULE = "B9B5AA"

TABLE_TEXT = "Tabelltext"
LONGEST_PROPERTY = 255  # letters that a Word file may have in a property

# A face that every machine has, or has a twin of with the same widths.
_FACE = "Arial"
_SIZES = {"Title": 24, "Subtitle": 12, "Heading 1": 15, "Heading 2": 11.5, "Heading 3": 10.5}


def new_document(*, title: str, author: str, language: str, dated: date) -> Document:
    """An empty A4 document in our styles that knows its title and language."""
    document = docx.Document()
    code = LANGUAGE_CODES[language]
    properties = document.core_properties
    properties.title = one_line(title)[:LONGEST_PROPERTY]
    properties.author = one_line(author)[:LONGEST_PROPERTY]
    properties.language = code
    properties.comments = ""
    properties.created = properties.modified = datetime.combine(dated, time(12), tzinfo=UTC)
    _set_language(document, code)
    _set_styles(document)
    _set_page(document.sections[0])
    return document


def turn_page(document: Document) -> None:
    """Lay the pages on their side, for wide tables."""
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)


def write(paragraph: Paragraph, text: str) -> Run:
    """Add text as people wrote it; a newline becomes a line break."""
    return paragraph.add_run(printable(text))


def add_footer(document: Document, text: str) -> None:
    """A footer with the given words and the number of the page."""
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.style.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(_text_width(document), WD_TAB_ALIGNMENT.RIGHT)
    write(paragraph, text)
    paragraph.add_run("\tSida ")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" av ")
    _add_field(paragraph, "NUMPAGES")


def add_table(document: Document, widths: Sequence[int], *, caption: str) -> Table:
    """A table without rows; `widths` are shares of the line, `caption` is read out with it."""
    table: Table = document.add_table(rows=0, cols=len(widths))
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = round(_text_width(document) * width / sum(widths))
    properties = table._tbl.tblPr
    _append(properties, "w:tblBorders", _borders())
    # The schema wants tblLook before the caption, so it is taken out and put back.
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    _append(properties, "w:tblLook", firstRow="1", firstColumn="1", noVBand="1")
    _append(properties, "w:tblCaption", val=one_line(caption))
    return table


def add_row(table: Table, texts: Iterable[str] = ()) -> _Row:
    """A row that does not break over pages, with the texts in its cells."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]
    _append(row._tr.get_or_add_trPr(), "w:cantSplit")
    for cell in row.cells:
        cell.paragraphs[0]._p.style = TABLE_TEXT  # by its id: looking up the name is slow
    for cell, text in zip(row.cells, texts, strict=False):
        write(cell.paragraphs[0], text)
    return row


def add_header_row(table: Table, names: Iterable[str]) -> _Row:
    """A row that names the columns, marked as such and repeated on every page."""
    row = add_row(table)
    for cell, name in zip(row.cells, names, strict=True):
        run = write(cell.paragraphs[0], name)
        run.bold = True
        run.font.color.rgb = ACCENT
        shade(cell, HEADER_SHADE)
    mark_as_header(row)
    return row


def mark_as_header(row: _Row) -> None:
    """Tell Word that the row is a header; header rows must come first in the table."""
    _append(row._tr.get_or_add_trPr(), "w:tblHeader")


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour, given as six hexadecimal digits."""
    _append(cell._tc.get_or_add_tcPr(), "w:shd", val="clear", color="auto", fill=colour)


def as_bytes(document: Document) -> bytes:
    """The file's content."""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _set_language(document: Document, code: str) -> None:
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), code)


def _set_styles(document: Document) -> None:
    styles = document.styles
    _set_style(styles["Normal"], 10, before=4, after=4)
    for name, size in _SIZES.items():
        style = styles[name]
        _set_style(style, size, before=size, after=4, keep_with_next=True)
        style.font.bold = True
        style.font.italic = False
        style.font.color.rgb = ACCENT
    _set_style(styles["Title"], _SIZES["Title"], after=2, keep_with_next=True)
    for border in list(styles["Title"].element.iter(qn("w:pBdr"))):
        border.getparent().remove(border)
    _set_style(styles["Subtitle"], _SIZES["Subtitle"], after=10)
    styles["Subtitle"].font.color.rgb = QUIET
    _set_style(styles["Caption"], 9, before=8, after=3, keep_with_next=True)
    styles["Caption"].font.color.rgb = QUIET
    _set_style(styles["Footer"], 8)
    _set_style(styles.add_style(TABLE_TEXT, WD_STYLE_TYPE.PARAGRAPH), 9, before=2, after=2)


def _set_style(
    style: ParagraphStyle,
    size: float,
    *,
    before: float = 0,
    after: float = 0,
    keep_with_next: bool = False,
) -> None:
    style.font.name = _FACE
    style.font.size = Pt(size)
    _forget_theme_fonts(style.element)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.keep_with_next = keep_with_next


def _forget_theme_fonts(style: BaseOxmlElement) -> None:
    for fonts in style.iter(qn("w:rFonts")):
        for key in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[key]


def _text_width(document: Document) -> int:
    section = document.sections[0]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    assert page is not None
    assert left is not None
    assert right is not None
    return page - left - right


def _set_page(section: Section) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin = section.bottom_margin = Mm(22)


def _borders() -> list[BaseOxmlElement]:
    return [
        _element(f"w:{side}", val="single", sz="4", space="0", color=RULE)
        for side in ("top", "bottom", "insideH")
    ]


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    field = _element("w:fldSimple", instr=instruction)
    shown = paragraph.add_run("1")._r
    paragraph._p.replace(shown, field)
    field.append(shown)


def _append(
    parent: BaseOxmlElement, name: str, children: Iterable[BaseOxmlElement] = (), **values: str
) -> None:
    element = _element(name, **values)
    for child in children:
        element.append(child)
    parent.append(element)


def _element(name: str, **values: str) -> BaseOxmlElement:
    element = OxmlElement(name)
    for key, value in values.items():
        element.set(qn(f"w:{key}"), value)
    return element
