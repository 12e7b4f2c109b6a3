"""The Word file, opened again: headings, language, tables that can be listened to."""

import io
from dataclasses import replace

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table

from regionhub.outputs.report import (
    Block,
    Bullets,
    Callout,
    Empty,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Part,
)
from regionhub.outputs.report_docx import report_docx
from tests.outputs.sample_report import DONE, SAMPLE


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(report_docx(SAMPLE)))


def texts(document: Document, style: str) -> list[str]:
    return [p.text for p in document.paragraphs if p.style is not None and p.style.name == style]


def is_marked_as_header(table: Table) -> bool:
    properties = table.rows[0]._tr.trPr
    return properties is not None and properties.find(qn("w:tblHeader")) is not None


def test_it_knows_its_title_language_and_date(document: Document) -> None:
    properties = document.core_properties
    assert properties.title == "Verksamhetsberättelse 2026 – IT-gruppen, Umeåregionen"
    assert properties.language == "sv-SE"
    assert properties.created is not None
    assert properties.created.date() == SAMPLE.dated
    languages = {node.get(qn("w:val")) for node in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"sv-SE"}


def test_headings_are_headings(document: Document) -> None:
    assert texts(document, "Title") == [SAMPLE.title]
    assert texts(document, "Heading 1") == [f"{p.number}. {p.heading}" for p in SAMPLE.parts]
    assert len(texts(document, "Heading 2")) == 3


def test_every_table_marks_its_header_row_and_says_what_it_is(document: Document) -> None:
    grids = [b for part in SAMPLE.parts for b in part.blocks if isinstance(b, Grid)]
    tables = [table for table in document.tables if len(table.columns) > 1]
    assert len(tables) == len(grids)
    for table, grid in zip(tables, grids, strict=True):
        assert is_marked_as_header(table)
        assert [cell.text for cell in table.rows[0].cells] == list(grid.columns)
        assert len(table.rows) == len(grid.rows) + 1
        caption = table._tbl.tblPr.find(qn("w:tblCaption"))
        assert caption.get(qn("w:val")) == grid.caption


def test_space_is_made_by_styles_and_not_by_empty_paragraphs(document: Document) -> None:
    assert not [p for p in document.paragraphs if not p.text.strip()]


def test_a_state_shows_its_sign_and_its_word(document: Document) -> None:
    shown = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
    assert {"● Genomförd", "! Försenad", "– Deltar inte"} <= shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("klocka\x07 noll\x00 \ud83dslut", "klocka  noll   slut"),
        ("<w:p/> & ]]>", "<w:p/> & ]]>"),
        ("rad\nrad\r\nrad", "rad\nrad\nrad"),
        ("👍", "👍"),
        ("", ""),
        ("x" * 9999, "x" * 9999),
    ],
)
def test_whatever_a_person_typed_is_text(typed: str, shown: str) -> None:
    blocks: tuple[Block, ...] = (
        Heading(typed),
        Paragraph(typed),
        Bullets((typed,)),
        Facts(((typed, typed), ("läge", DONE))),
        Grid(typed, ("A", typed), ((typed, DONE),)),
        Callout(typed, typed),
        Empty(typed),
    )
    report = replace(SAMPLE, title=typed, meta=(), parts=(Part(1, typed, blocks),))
    opened = docx.Document(io.BytesIO(report_docx(report)))
    assert texts(opened, "Title") == [shown]
    assert texts(opened, "Heading 2") == [shown]
    assert opened.tables[0].rows[1].cells[0].text == shown
