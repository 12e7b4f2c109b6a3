"""A plan as Word and as Excel, opened again."""

import io
from dataclasses import replace

import docx
import openpyxl
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from openpyxl import Workbook

from regionhub.outputs.plan_docx import plan_docx
from regionhub.outputs.plan_table import (
    NO_SECTION,
    PlanActivity,
    PlanPerson,
    PlanRow,
    activity_grid,
    person_line,
    row_label,
)
from regionhub.outputs.plan_xlsx import plan_xlsx
from tests.outputs.sample_plan import PLAN


@pytest.fixture(scope="module")
def document() -> Document:
    return docx.Document(io.BytesIO(plan_docx(PLAN)))


@pytest.fixture(scope="module")
def workbook() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(plan_xlsx(PLAN)))


def words(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_columns_for_area_and_municipality_stand_where_they_are_used() -> None:
    grid = activity_grid(PLAN)
    assert grid.columns[:3] == ("Område", "Aktivitet", "Kommun")
    plain = replace(PLAN, activities=(PlanActivity("Möte", when="maj", status="Pågår"),))
    assert activity_grid(plain).columns == (
        "Aktivitet",
        "Genomfört",
        "Ansvarig",
        "Status",
        "Kommentar",
    )
    assert activity_grid(plain).rows == (("Möte", "maj", "", "Pågår", ""),)


def test_one_row_an_activity_and_one_a_municipality() -> None:
    rows = activity_grid(PLAN).rows
    assert len(rows) == 4 + 6
    assert rows[0][0:5] == (
        "Plattform",
        "Ta e-tjänsteplattformen i drift",
        "",
        "Senast 31 december 2026",
        "Hela gruppen",
    )
    assert rows[0][5] == "Pågår 2026-02-20"
    assert rows[1] == ("", "", "Bjurholm", "2026-10-31", "Dag Fiktivsson", "Deltar inte", "")


def test_an_activity_outside_every_section_says_so_among_those_that_have_one() -> None:
    mixed = replace(PLAN, activities=(PlanActivity("A", section="Ett"), PlanActivity("B")))
    assert [row[0] for row in activity_grid(mixed).rows] == ["Ett", NO_SECTION]


@pytest.mark.parametrize(
    ("row", "label"),
    [
        (PlanRow("Vindeln"), "Vindeln"),
        (PlanRow("Vindeln", "Fiber i Vindeln"), "Fiber i Vindeln"),
        (PlanRow("Vindeln", "skolorna"), "Vindeln: skolorna"),
    ],
)
def test_a_municipalitys_row_always_names_it(row: PlanRow, label: str) -> None:
    assert row_label(row) == label


@pytest.mark.parametrize(
    ("person", "line"),
    [
        (PlanPerson("Bo Prov"), "Bo Prov"),
        (PlanPerson("Bo Prov", "Umeå", "chef"), "Bo Prov, Umeå kommun, chef"),
        (PlanPerson("Bo Prov", "Vindeln", note="ledig"), "Bo Prov, Vindelns kommun (ledig)"),
        (PlanPerson("Bo Prov", "Robertsfors"), "Bo Prov, Robertsfors kommun"),
    ],
)
def test_a_person_stands_on_one_line(person: PlanPerson, line: str) -> None:
    assert person_line(person) == line


def test_the_word_file_has_title_language_and_marked_header_row(document: Document) -> None:
    assert document.core_properties.title == PLAN.title
    assert document.core_properties.language == "sv-SE"
    first = document.paragraphs[0]
    assert first.style is not None
    assert (first.text, first.style.name) == (PLAN.title, "Heading 1")
    properties = document.tables[1].rows[0]._tr.trPr
    assert properties is not None
    assert properties.find(qn("w:tblHeader")) is not None
    assert not [p for p in document.paragraphs if not p.text.strip()]


def test_the_word_file_holds_the_plan(document: Document) -> None:
    frame, activities = map(words, document.tables)
    assert frame[0] == [f"Verksamhetsområde\n{PLAN.area}"]
    assert frame[2][0].splitlines() == ["Mål 2026", *(goal.text for goal in PLAN.goals)]
    assert tuple(activities[0]) == activity_grid(PLAN).columns
    assert [tuple(row) for row in activities[1:-1]] == list(activity_grid(PLAN).rows)
    assert activities[-1][0] == f"Övrigt\n{PLAN.remarks}"
    assert "Alva Exempelsson, Umeå kommun, IT-chef" in "\n".join(
        paragraph.text for paragraph in document.paragraphs
    )


def test_the_workbook_holds_the_plan_and_no_formula(workbook: Workbook) -> None:
    parts, activities = workbook.worksheets
    assert parts["A1"].value == PLAN.title
    assert parts["A5"].value == f"Verksamhetsområde\n{PLAN.area}"
    assert parts["A7"].value.splitlines() == ["Mål 2026", *(f"• {g.text}" for g in PLAN.goals)]
    assert activities.title == "Aktivitetsplan 2026"
    assert activities.freeze_panes == "A2"
    assert next(iter(activities.tables.values())).ref == "A1:G11"
    found = [tuple(cell.value or "" for cell in row) for row in activities.iter_rows()]
    assert found == [activity_grid(PLAN).columns, *activity_grid(PLAN).rows]
    for sheet in workbook.worksheets:
        assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)


def test_an_empty_plan_still_gives_files_to_fill_in() -> None:
    bare = replace(
        PLAN, contacts=(), members=(), area="", purposes=(), goals=(), activities=(), remarks=""
    )
    document = docx.Document(io.BytesIO(plan_docx(bare)))
    assert words(document.tables[1]) == [list(activity_grid(bare).columns)]
    workbook = openpyxl.load_workbook(io.BytesIO(plan_xlsx(bare)))
    assert [cell.value for cell in workbook.worksheets[1][1]] == list(activity_grid(bare).columns)
