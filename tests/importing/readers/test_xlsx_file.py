"""Excel workbooks: values as the person who typed them sees them."""

import io
from datetime import date, datetime, time

import openpyxl
import pytest
from openpyxl.styles import Font

from tests.importing.readers.reading import only_table, read, texts
from tests.importing.samples.packages import xlsx_of


def saved(workbook: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def one_cell(value: object, number_format: str | None = None) -> str:
    workbook = openpyxl.Workbook()
    place = workbook.active["A1"]
    place.value = value
    if number_format is not None:
        place.number_format = number_format
    return texts(only_table(read(saved(workbook))))[0][0]


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        (date(2026, 12, 31), None, "2026-12-31"),
        (date(2026, 12, 31), "d mmm", "2026-12-31"),
        (date(2026, 5, 1), "mmm-yy", "maj 2026"),
        (date(2026, 5, 1), "mmmm", "maj"),
        (date(2026, 1, 1), "yyyy", "2026"),
        (
            datetime(2026, 5, 9, 9, 30),  # noqa: DTZ001 - Excel knows no zones
            "yyyy-mm-dd hh:mm",
            "2026-05-09 09:30",
        ),
        (time(13, 15), None, "13:15"),
        (1.5, "[h]:mm", "36:00"),
        (0.7, "0%", "70 %"),
        (0.1 + 0.2, None, "0,3"),
        (4.0, None, "4"),
        (900_000, '# ##0 "kr"', "900000"),
        (198001012384, None, "198001012384"),
        (True, None, "SANT"),
        ("Vecka 44", None, "Vecka 44"),
        (-5, "yyyy-mm-dd", "-5"),
    ],
)
def test_values_are_written_as_meant(value, number_format, written):
    assert one_cell(value, number_format) == written


def test_dates_count_from_1904_where_the_workbook_says_so():
    data = xlsx_of(
        '<sheetData><row><c s="1"><v>0</v></c><c s="1"><v>366</v></c></row></sheetData>',
        styles='<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        workbook='<workbookPr date1904="1"/>',
    )

    assert texts(only_table(read(data)))[0][1] == "1905-01-01"


def test_merged_areas_are_filled_and_counted_once():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in (("Område", "Aktivitet"), ("Leder", "Skylta"), (None, "Röja"), ("Bad", "Mäta")):
        sheet.append(row)
    sheet.merge_cells("A2:A3")

    table = only_table(read(saved(workbook)))

    assert [row[0] for row in texts(table)] == ["Område", "Leder", "Leder", "Bad"]
    assert [row[0].origin for row in table.rows] == [True, True, False, True]


def test_sheets_are_tables_by_name_and_empty_ones_are_left_out():
    workbook = openpyxl.Workbook()
    workbook.active.title = "Plan"
    workbook.active["A1"] = "Skylta"
    workbook.create_sheet("Tomt")
    workbook.create_sheet("Kontakter")["B2"] = "Alva"

    assert [(t.name, texts(t)) for t in read(saved(workbook)).tables()] == [
        ("Plan", [["Skylta"]]),
        ("Kontakter", [["Alva"]]),
    ]


def test_empty_surroundings_go_and_gaps_become_one():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["C5"], sheet["D5"], sheet["C6"], sheet["C12"], sheet["H12"] = "ABCDE"

    assert texts(only_table(read(saved(workbook)))) == [
        ["A", "B", "", ""],
        ["C", "", "", ""],
        ["", "", "", ""],
        ["D", "", "", "E"],
    ]


def test_hidden_sheets_rows_and_columns_are_read_with_a_doubt():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Plan"
    sheet["A1"], sheet["A2"], sheet["B1"] = "Synlig", "Rad", "Kolumn"
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["B"].hidden = True
    hidden = workbook.create_sheet("Listor")
    hidden["A1"] = "Vindeln"
    hidden.sheet_state = "hidden"

    document = read(saved(workbook))

    assert texts(next(document.tables())) == [["Synlig", "Kolumn"], ["Rad", ""]]
    assert document.doubts == (
        "Bladet ”Plan” har dolda rader och kolumner som har lästs in.",
        "Bladet ”Listor” är dolt i filen men har lästs in.",
    )


def test_line_breaks_bold_and_notes_in_cells():
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet["A1"] = "Aktivitet"
    sheet["A1"].font = Font(bold=True)
    sheet["A2"] = "- Skylta\n- Röja"
    sheet["A2"].comment = openpyxl.comments.Comment("Fråga Bo", "Alva")

    document = read(saved(workbook))

    head, cell = (row[0] for row in only_table(document).rows)
    assert [line.bold for line in head.lines] == [True]
    assert [(line.text, line.bullet) for line in cell.lines] == [("Skylta", True), ("Röja", True)]
    assert "”Fråga Bo”" in document.doubts[0]


def test_formulas_without_a_stored_value_are_doubted():
    workbook = openpyxl.Workbook()
    workbook.active["A1"] = "Summa"
    workbook.active["B1"] = "=SUM(C1:C9)"

    document = read(saved(workbook))

    assert texts(only_table(document)) == [["Summa"]]
    assert "formler utan uträknat värde" in document.doubts[0]


def test_rich_and_inline_text_is_put_together_without_reading_aids():
    data = xlsx_of(
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>'
        '<c r="B1" t="inlineStr"><is><t>direkt</t></is></c>'
        '<c r="C1" t="s"><v>99</v></c></row></sheetData>',
        strings="<si><r><t>Alva </t></r><r><t>Ek</t></r><rPh><t>aid</t></rPh></si>",
    )

    assert texts(only_table(read(data))) == [["Alva Ek", "direkt"]]


def test_rows_and_cells_without_places_follow_each_other():
    data = xlsx_of(
        "<sheetData><row><c t='str'><v>A</v></c><c t='str'><v>B</v></c></row>"
        "<row><c t='str'><v>C</v></c></row></sheetData>"
    )

    assert texts(only_table(read(data))) == [["A", "B"], ["C", ""]]
