"""LibreOffice's files: what its XML says in its own ways."""

import pytest

from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples.packages import zipped

STYLES = (
    '<style name="P1" parent-style-name="Heading_20_2"/>'
    '<style name="P2"><text-properties font-weight="bold"/></style>'
    '<style name="T1"><text-properties font-weight="normal"/></style>'
    '<style name="Dolt"><table-properties display="false"/></style>'
    '<list-style name="N"><list-level-style-number level="1" num-format="1"/>'
    '<list-level-style-bullet level="2"/></list-style>'
)


def opened(body: str, kind: str = "text", **parts: str) -> bytes:
    content = (
        f"<document-content><automatic-styles>{STYLES}</automatic-styles>"
        f"<body><{kind}>{body}</{kind}></body></document-content>"
    )
    return zipped({"content.xml": content, **parts})


def sheet(rows: str, style: str = "", name: str = "Plan") -> bytes:
    table = f'<table name="{name}" style-name="{style}">{rows}</table>'
    return opened(table, "spreadsheet")


def test_spaces_tabs_breaks_and_nested_spans_are_read():
    body = (
        '<p>Skylta<s c="3"/>om<tab/>alla <span>r<span>ast</span>platser</span><line-break/>Röja</p>'
    )

    assert line_texts(read(opened(body))) == ["Skylta om alla rastplatser", "Röja"]


def test_headings_and_bold_come_from_styles():
    body = (
        '<h outline-level="3">Mål</h><p style-name="P1">Syfte</p><p style-name="P2">Fet</p>'
        '<p style-name="P2">Fet <span style-name="T1">inte</span></p>'
    )

    lines = list(read(opened(body)).lines())

    assert [line.heading for line in lines] == [3, 2, None, None]
    assert [line.bold for line in lines] == [False, False, True, False]


def test_numbered_lists_count_and_bulleted_ones_inside_do_not():
    body = (
        '<list style-name="N"><list-item><p>Ett</p><list><list-item><p>Punkt</p></list-item></list>'
        "</list-item><list-item><p>Två</p><p>Fortsatt</p></list-item>"
        '<list-item start-value="7"><p>Sju</p></list-item></list>'
    )

    assert [(line.text, line.bullet, line.number) for line in read(opened(body)).lines()] == [
        ("Ett", True, 1),
        ("Punkt", True, None),
        ("Två", True, 2),
        ("Fortsatt", False, None),
        ("Sju", True, 7),
    ]


def test_a_list_may_go_on_after_a_paragraph():
    body = (
        '<list style-name="N"><list-item><p>Ett</p></list-item></list><p>Mellan</p>'
        '<list style-name="N" continue-numbering="true"><list-item><p>Två</p></list-item></list>'
        '<list style-name="N"><list-item><p>Ny</p></list-item></list>'
    )

    assert [line.number for line in read(opened(body)).lines()] == [1, None, 2, 1]


def test_struck_text_comments_prompts_and_contents_stay_out():
    body = (
        "<tracked-changes><changed-region><deletion><p>Struket</p></deletion></changed-region>"
        "</tracked-changes><table-of-content><index-body><p>Mål 2</p></index-body>"
        "</table-of-content><p>Kvar<annotation><creator>Bo</creator><p>Stämmer det?</p>"
        "</annotation> <placeholder>fyll i</placeholder></p>"
    )

    document = read(opened(body))

    assert line_texts(document) == ["Kvar"]
    assert len(document.doubts) == 2
    assert "”Stämmer det?”" in document.doubts[1]


def test_text_boxes_stand_after_their_paragraph():
    body = "<p>Före<frame><text-box><p>I rutan</p></text-box></frame></p><p>Efter</p>"

    assert line_texts(read(opened(body))) == ["Före", "I rutan", "Efter"]


def test_page_headers_are_told_as_doubts():
    styles = (
        "<document-styles><master-styles><master-page><header><p>Utkast</p></header>"
        "</master-page></master-styles></document-styles>"
    )

    (doubt,) = read(opened("<p>Text</p>", **{"styles.xml": styles})).doubts

    assert doubt.startswith("Sidhuvudet")
    assert "”Utkast”" in doubt


def test_tables_in_cells_and_header_rows():
    body = (
        "<table><table-header-rows><table-row><table-cell><p>Aktivitet</p></table-cell></table-row>"
        "</table-header-rows><table-row><table-cell><p>Skylta</p><table><table-row><table-cell>"
        "<p>Vindeln</p></table-cell></table-row></table></table-cell></table-row></table>"
    )

    head, row = only_table(read(opened(body))).rows

    assert (head[0].text, head[0].header) == ("Aktivitet", True)
    assert (row[0].text, row[0].header) == ("Skylta", False)
    assert [texts(nested) for nested in row[0].tables] == [[["Vindeln"]]]


def test_merged_areas_are_filled_in_both_directions():
    rows = (
        '<table-row><table-cell number-rows-spanned="2" number-columns-spanned="2"><p>A</p>'
        "</table-cell><covered-table-cell/><table-cell><p>B</p></table-cell></table-row>"
        '<table-row><covered-table-cell number-columns-repeated="2"/><table-cell><p>C</p>'
        "</table-cell></table-row>"
        "<table-row><table-cell><p>D</p></table-cell><table-cell><p>E</p></table-cell></table-row>"
    )

    table = only_table(read(sheet(rows)))

    assert texts(table) == [["A", "A", "B"], ["A", "A", "C"], ["D", "E", ""]]
    assert sum(cell.origin and bool(cell.lines) for row in table.rows for cell in row) == 5


@pytest.mark.parametrize(
    ("value", "shown", "written"),
    [
        ("2026-12-31", "26-12-31", "2026-12-31"),
        ("2026-05-01", "maj 26", "maj 2026"),
        ("2026-05-09T09:30:00", "9 maj", "2026-05-09 09:30"),
        ("2026-05-09T00:00:00", "9 maj", "2026-05-09"),
        ("snart", "snart", "snart"),
        ("2026-12-31", "", "2026-12-31"),
    ],
)
def test_dates_are_written_out(value, shown, written):
    cell = f'<table-cell value-type="date" date-value="{value}"><p>{shown}</p></table-cell>'

    assert texts(only_table(read(sheet(f"<table-row>{cell}</table-row>")))) == [[written]]


def test_numbers_are_as_shown_and_as_stored_when_nothing_is_shown():
    rows = (
        '<table-row><table-cell value-type="percentage" value="0.7"><p>70 %</p></table-cell>'
        '<table-cell value-type="float" value="5"/></table-row>'
    )

    assert texts(only_table(read(sheet(rows)))) == [["70 %", "5"]]


def test_repeated_cells_and_rows_are_repeated_and_empty_ends_cost_nothing():
    rows = (
        '<table-row number-rows-repeated="2"><table-cell number-columns-repeated="2"><p>x</p>'
        '</table-cell><table-cell number-columns-repeated="16382"/></table-row>'
        '<table-row number-rows-repeated="1048574"><table-cell/></table-row>'
    )

    assert texts(only_table(read(sheet(rows)))) == [["x", "x"], ["x", "x"]]


def test_hidden_sheets_and_rows_are_read_with_a_doubt():
    rows = '<table-row visibility="collapse"><table-cell><p>x</p></table-cell></table-row>'

    document = read(sheet(rows, style="Dolt"))

    assert texts(only_table(document)) == [["x"]]
    assert len(document.doubts) == 2
