"""A report as a Word file, for those who go on writing in it."""

from collections.abc import Callable
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt, RGBColor
from docx.table import _Row
from docx.text.paragraph import Paragraph as WordParagraph

from regionhub.outputs.grid_layout import column_widths
from regionhub.outputs.report import (
    Bullets,
    Callout,
    Cell,
    Empty,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Part,
    Report,
    State,
)
from regionhub.outputs.state_colours import URGENT, colour_of
from regionhub.outputs.word_document import (
    QUIET,
    add_footer,
    add_header_row,
    add_row,
    add_table,
    as_bytes,
    new_document,
    shade,
    write,
)

CALLOUT_SHADE = "E3EEF1"


def report_docx(report: Report) -> bytes:
    """The report as .docx, with real headings and tables whose header rows are marked."""
    document = new_document(
        title=f"{report.title} – {report.subtitle}",
        author=report.group,
        language=report.language,
        dated=report.dated,
    )
    write(document.add_paragraph(style="Title"), report.title)
    write(document.add_paragraph(style="Subtitle"), report.subtitle)
    write(document.add_paragraph(), report.status_line).bold = True
    if report.meta:
        _add_facts(document, Facts(report.meta))
    for part in report.parts:
        _add_part(document, part)
    add_footer(document, f"{report.subtitle}, {report.year}. {report.status_line}")
    return as_bytes(document)


def _add_part(document: Document, part: Part) -> None:
    write(document.add_paragraph(style="Heading 1"), f"{part.number}. {part.heading}")
    for block in part.blocks:
        _WRITERS[type(block)](document, block)


def _add_heading(document: Document, block: Heading) -> None:
    write(document.add_paragraph(style="Heading 2"), block.text)


def _add_paragraph(document: Document, block: Paragraph) -> None:
    write(document.add_paragraph(), block.text)


def _add_bullets(document: Document, block: Bullets) -> None:
    for item in block.items:
        write(document.add_paragraph(style="List Bullet"), item)


def _add_facts(document: Document, block: Facts) -> None:
    paragraph = None
    for name, value in block.pairs:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        write(paragraph, f"{name}:").font.color.rgb = QUIET
        paragraph.add_run(" ")
        _write_cell(paragraph, value)
    if paragraph is not None:
        paragraph.paragraph_format.space_after = Pt(6)


def _add_grid(document: Document, block: Grid) -> None:
    write(document.add_paragraph(style="Caption"), block.caption)
    table = add_table(document, column_widths(block), caption=block.caption)
    _align_numbers(add_header_row(table, block.columns), block)
    for cells in block.rows:
        row = add_row(table)
        for place, value in zip(row.cells, cells, strict=True):
            _write_cell(place.paragraphs[0], value)
        _align_numbers(row, block)


def _align_numbers(row: _Row, block: Grid) -> None:
    for place, is_number in zip(row.cells, block.number_columns, strict=True):
        if is_number:
            place.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _add_callout(document: Document, block: Callout) -> None:
    table = add_table(document, (1,), caption=block.heading)
    cell = add_row(table, (block.heading,)).cells[0]
    cell.paragraphs[0].runs[0].bold = True
    write(cell.add_paragraph(), block.text)
    shade(cell, CALLOUT_SHADE)


def _add_empty(document: Document, block: Empty) -> None:
    run = write(document.add_paragraph(), block.text)
    run.italic = True
    run.font.color.rgb = QUIET


def _write_cell(paragraph: WordParagraph, value: Cell) -> None:
    if isinstance(value, State):
        colour = RGBColor.from_string(colour_of(value))
        sign = write(paragraph, value.sign)
        sign.font.color.rgb = colour
        paragraph.add_run(" ")
        word = write(paragraph, value.label)
        if value.value == URGENT:
            word.bold = True
            word.font.color.rgb = colour
    else:
        write(paragraph, value)


_WRITERS: dict[type, Callable[[Document, Any], None]] = {
    Heading: _add_heading,
    Paragraph: _add_paragraph,
    Bullets: _add_bullets,
    Facts: _add_facts,
    Grid: _add_grid,
    Callout: _add_callout,
    Empty: _add_empty,
}
