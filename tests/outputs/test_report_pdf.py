"""The PDF, opened again: its tags, its words, and what no input may do to it."""

import io
from collections.abc import Iterator
from dataclasses import replace

import pikepdf
import pytest

from regionhub.outputs.report import Block, Bullets, Empty, Facts, Grid, Heading, Paragraph, Part
from regionhub.outputs.report_pdf import report_pdf
from tests.outputs.sample_report import DONE, SAMPLE


@pytest.fixture(scope="module")
def pdf() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(report_pdf(SAMPLE))) as opened:
        yield opened


def tags(node: pikepdf.Object) -> list[str]:
    """The names of all structure elements below a node, in reading order."""
    if isinstance(node, pikepdf.Array):
        return [name for child in node for name in tags(child)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    own = [str(node["/S"])] if "/S" in node else []
    return own + (tags(node["/K"]) if "/K" in node else [])


def with_blocks(*blocks: Block) -> bytes:
    return report_pdf(replace(SAMPLE, parts=(Part(1, "Del", blocks),)))


def test_it_claims_pdf_ua_1_and_names_itself(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.open_metadata()
    assert metadata["pdfuaid:part"] == "1"
    assert metadata["dc:title"] == "Verksamhetsberättelse 2026 – IT-gruppen, Umeåregionen"
    assert str(pdf.Root.Lang).lower().startswith("sv")
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle


def test_its_date_is_the_reports_own(pdf: pikepdf.Pdf) -> None:
    assert "20261216" in str(pdf.docinfo["/CreationDate"])


def test_headings_tables_and_lists_are_tagged(pdf: pikepdf.Pdf) -> None:
    found = tags(pdf.Root.StructTreeRoot["/K"])
    tables = [b for part in SAMPLE.parts for b in part.blocks if isinstance(b, Grid)]
    headings = [b for part in SAMPLE.parts for b in part.blocks if isinstance(b, Heading)]
    assert found.count("/Table") == len(tables)
    assert found.count("/TH") == sum(len(table.columns) for table in tables)
    assert found.count("/TD") == sum(len(row) for table in tables for row in table.rows)
    assert found.count("/Caption") == len(tables)
    assert found.count("/H1") == len(SAMPLE.parts) + 1  # and the table of contents
    assert found.count("/H2") == len(headings)
    assert "/TOC" in found
    assert found.count("/LI") == 7


def test_bookmarks_lead_to_the_thirteen_parts(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert titles[0] == "1. Gruppen och dess medlemmar"
    assert len(titles) == 13


def test_equal_reports_give_equal_bytes() -> None:
    assert report_pdf(SAMPLE) == report_pdf(replace(SAMPLE))


@pytest.mark.parametrize(
    "typed",
    [
        '#panic("x") *fet* $x^2$ @ref <etikett> \\ // slut',
        "=SUMMA(A1)",
        "<script>alert(1)</script> & ]>",
        "klocka\x07 noll\x00 halv \ud83d slut\ufeff",
        "👍 👨‍👩‍👧 🇸🇪 ❤️",
        "中文 العربية ქართული \U0001fbff",
        'citat " och omvänt \\ snedstreck',
        "e\u0301 \u202evänt\u202c",
        "",
        "\n\n",
        "ord" * 3000,
        "- punkt\n+ punkt\n/ term: x",
    ],
)
def test_whatever_a_person_typed_becomes_a_pdf(typed: str) -> None:
    pdf = with_blocks(
        Heading(typed),
        Paragraph(typed),
        Bullets((typed, "b")),
        Facts(((typed, typed), ("läge", DONE))),
        Grid(typed, ("A", typed), ((typed, DONE),)),
        Empty(typed),
    )
    assert pdf.startswith(b"%PDF")


def test_blocks_without_content_do_no_harm() -> None:
    assert with_blocks(Bullets(()), Facts(()), Grid("Tom", ("A", "B"), ())).startswith(b"%PDF")


def test_a_report_without_parts_is_still_a_document() -> None:
    assert report_pdf(replace(SAMPLE, parts=(), meta=())).startswith(b"%PDF")


def test_a_long_table_goes_on_over_pages_with_its_header_tagged_once() -> None:
    rows = tuple((f"Aktivitet {n}", DONE, "Kommentar " * 12) for n in range(120))
    with pikepdf.open(io.BytesIO(with_blocks(Grid("Lång", ("A", "B", "C"), rows)))) as opened:
        assert len(opened.pages) > 5
        assert tags(opened.Root.StructTreeRoot["/K"]).count("/TH") == 3
