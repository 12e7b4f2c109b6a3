"""The workbook, opened again: text that stays text, numbers that are numbers."""

import io
import zipfile
from dataclasses import replace

import openpyxl
import pytest
from openpyxl import Workbook

from regionhub.outputs.report import Facts, Grid, Paragraph, Part
from regionhub.outputs.report_xlsx import report_xlsx
from tests.outputs.sample_report import DONE, SAMPLE

GRIDS = [b for part in SAMPLE.parts for b in part.blocks if isinstance(b, Grid)]


@pytest.fixture(scope="module")
def content() -> bytes:
    return report_xlsx(SAMPLE)


@pytest.fixture(scope="module")
def workbook(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def test_it_knows_its_title_and_language(workbook: Workbook) -> None:
    assert workbook.properties.title == "Verksamhetsberättelse 2026 – IT-gruppen, Umeåregionen"
    assert workbook.properties.language == "sv-SE"


def test_every_table_has_its_sheet_with_a_header_row_that_stays(workbook: Workbook) -> None:
    assert len(workbook.worksheets) == len(GRIDS) + 1
    for sheet, grid in zip(workbook.worksheets[1:], GRIDS, strict=True):
        assert [cell.value for cell in sheet[1]] == list(grid.columns)
        assert sheet.max_row == len(grid.rows) + 1
        assert sheet.freeze_panes == "A2"
        assert sheet.print_title_rows == "$1:$1"
        assert len(sheet.tables) == 1


def test_all_text_stands_on_the_first_sheet(workbook: Workbook) -> None:
    shown = {cell.value for row in workbook.worksheets[0].iter_rows() for cell in row}
    for part in SAMPLE.parts:
        for block in part.blocks:
            if isinstance(block, Paragraph):
                assert block.text in shown
            if isinstance(block, Facts):
                assert {name for name, _ in block.pairs} <= shown
    assert SAMPLE.status_line in shown


def test_numbers_can_be_counted_with(workbook: Workbook) -> None:
    money = next(sheet for sheet in workbook.worksheets if sheet.title.startswith("8 "))
    assert [cell.value for cell in money["C"]] == ["Utfall", 1140, 355, -500]


def test_nothing_is_a_formula(content: bytes, workbook: Workbook) -> None:
    for sheet in workbook.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    activities = next(s for s in workbook.worksheets if s.title.startswith("5 Alla"))
    (cell,) = [cell for cell in activities["A"] if str(cell.value).startswith("=")]
    assert cell.value == "=SUMMA(A1:A9) är ingen formel"
    assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            assert b"<f>" not in archive.read(name)


@pytest.mark.parametrize(
    "caption", ["a/b:c*d?[e]\\f'", "lång " * 20, "", "👍", "Berättelse", "x\x00y", "'citat'"]
)
def test_any_caption_gives_a_sheet_name(caption: str) -> None:
    grid = Grid(caption, ("A", "A"), (("x", DONE),))
    report = replace(SAMPLE, parts=(Part(1, "Del", (grid, grid, Grid("", ("A",), ()))),))
    opened = openpyxl.load_workbook(io.BytesIO(report_xlsx(report)))
    names = [sheet.title for sheet in opened.worksheets]
    assert len({name.casefold() for name in names}) == 4
    assert all(0 < len(name) <= 31 for name in names)


@pytest.mark.parametrize("typed", ["=1+1", "+46", "-1", "@a", "\t=1", "klocka\x07", "👍 \ud83d"])
def test_whatever_a_person_typed_is_text(typed: str) -> None:
    grid = Grid(typed, ("A", typed), ((typed, typed), (typed, "text")))
    report = replace(SAMPLE, parts=(Part(1, typed, (grid, Paragraph(typed))),), meta=())
    opened = openpyxl.load_workbook(io.BytesIO(report_xlsx(report)))
    assert opened.worksheets[1]["A2"].data_type == "s"
