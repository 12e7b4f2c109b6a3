"""Word files: what stands on the page with all changes accepted, and where it stands."""

import io

import docx
import pytest

from regionhub.importing.document import Line
from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples.packages import cell, docx_of, paragraph, table

TEXT_AFTER = paragraph("Efter")
NOT_BOLD = '<w:b w:val="0"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_line_breaks_in_a_paragraph_make_lines():
    body = (
        "<w:p><w:r><w:t>KLO 2</w:t><w:br/><w:t>KLO 3</w:t><w:cr/><w:t>Seminarium</w:t></w:r></w:p>"
    )

    assert line_texts(read(docx_of(body))) == ["KLO 2", "KLO 3", "Seminarium"]


def test_white_space_is_folded():
    body = (
        '<w:p><w:r><w:t>Verk\u00adsamhets\u00a0plan</w:t><w:tab/><w:t xml:space="preserve">  2026 '
        "</w:t><w:noBreakHyphen/><w:t>27</w:t></w:r></w:p>"
    )

    assert line_texts(read(docx_of(body))) == ["Verksamhets plan 2026 -27"]


def test_empty_paragraphs_are_counted_before_the_next_line():
    body = paragraph("Ett") + paragraph("") + paragraph(" ") + paragraph("Två")

    assert [(line.text, line.blank_before) for line in read(docx_of(body)).lines()] == [
        ("Ett", 0),
        ("Två", 2),
    ]


def test_tracked_changes_are_accepted():
    body = (
        f"<w:p>{run('Klart i ')}<w:del><w:r><w:delText>maj</w:delText></w:r></w:del>"
        f"<w:ins>{run('juni')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{run('Flyttad härifrån')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{run('Flyttad hit')}</w:moveTo></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Skylta ')}</w:p>"
        f"<w:p>{run('om')}</w:p>"
        + table(cell("Kvar"), f"<w:trPr><w:del/></w:trPr>{cell('Struken')}")
    )

    document = read(docx_of(body))

    assert line_texts(document) == ["Klart i juni", "Flyttad hit", "Skylta om"]
    assert texts(only_table(document)) == [["Kvar"]]
    assert any("spårade ändringar" in doubt for doubt in document.doubts)


def test_a_struck_paragraph_end_before_a_table_loses_no_words():
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Mål')}</w:p>"

    assert line_texts(read(docx_of(body))) == ["Mål"]


def test_content_controls_links_and_fields_are_read_and_prompts_are_not():
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Ur en kontroll')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{run('Vald: ja')}</w:sdtContent></w:sdt></w:p>"
        f"<w:p><w:hyperlink>{run('alva.ek@example.org')}</w:hyperlink></w:p>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>"
        f"<w:fldSimple>{run('3')}</w:fldSimple></w:p>"
        "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
        f"<w:sdtContent>{run('Klicka här')}</w:sdtContent></w:sdt></w:p>"
    )

    assert line_texts(read(docx_of(body))) == [
        "Ur en kontroll",
        "Vald: ja",
        "alva.ek@example.org",
        "3",
    ]


def test_rows_and_cells_in_content_controls_keep_their_places():
    row = f"<w:tr>{cell('A')}<w:sdt><w:sdtContent>{cell('B')}</w:sdtContent></w:sdt></w:tr>"
    body = f"<w:tbl><w:sdt><w:sdtContent>{row}</w:sdtContent></w:sdt></w:tbl>"

    assert texts(only_table(read(docx_of(body)))) == [["A", "B"]]


def test_merged_cells_fill_their_area():
    body = table(
        cell("Område", '<w:vMerge w:val="restart"/>') + cell("Bred", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("B") + cell("C"),
    )

    grid = only_table(read(docx_of(body)))

    assert texts(grid) == [["Område", "Bred", "Bred"], ["Område", "B", "C"]]
    assert [[c.origin for c in row] for row in grid.rows] == [
        [True, True, False],
        [False, True, True],
    ]


def test_old_sideways_merges_and_skipped_places_are_kept():
    body = table(
        cell("A", '<w:hMerge w:val="restart"/>') + cell("", "<w:hMerge/>"),
        '<w:trPr><w:gridBefore w:val="1"/></w:trPr>' + cell("B"),
    )

    assert texts(only_table(read(docx_of(body)))) == [["A", "A"], ["", "B"]]


def test_a_table_in_a_cell_stands_with_the_cell():
    inner = table(cell("Vindeln") + cell("maj"))
    body = table(cell(paragraph("Per kommun") + inner + paragraph("")))

    outer = only_table(read(docx_of(body))).rows[0][0]

    assert outer.text == "Per kommun"
    assert [texts(nested) for nested in outer.tables] == [[["Vindeln", "maj"]]]


def test_repeated_heading_rows_are_header_cells():
    body = table(f"<w:trPr><w:tblHeader/></w:trPr>{cell('Aktivitet')}", cell("Skylta"))

    assert [row[0].header for row in only_table(read(docx_of(body))).rows] == [True, False]


@pytest.mark.parametrize(
    ("name", "level"),
    [("heading 1", 1), ("Rubrik 2", 2), ("Title", 1), ("Heading 9", 6), ("Normal", None)],
)
def test_headings_come_from_the_names_of_styles(name, level):
    styles = f'<w:style w:styleId="S1"><w:name w:val="{name}"/></w:style>'
    body = paragraph("Mål", '<w:pStyle w:val="S1"/>')

    assert [line.heading for line in read(docx_of(body, styles=styles)).lines()] == [level]


def test_a_style_inherits_and_may_not_go_round_in_circles():
    styles = (
        '<w:style w:styleId="Own"><w:name w:val="Egen"/><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 3"/><w:basedOn w:val="Own"/></w:style>'
    )
    body = paragraph("Mål", '<w:pStyle w:val="Own"/>') + paragraph(
        "Syfte", '<w:outlineLvl w:val="1"/>'
    )

    assert [line.heading for line in read(docx_of(body, styles=styles)).lines()] == [3, 2]


def test_a_line_is_bold_when_all_of_it_is():
    body = (
        f"<w:p>{run('Fet', '<w:b/>')}{run(' ')}</w:p>"
        f"<w:p>{run('Delvis', '<w:b/>')}{run(' fet')}</w:p>"
        f"<w:p>{run('Inte', NOT_BOLD)}</w:p>"
    )

    assert [line.bold for line in read(docx_of(body)).lines()] == [True, False, False]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
)


def item(text: str, list_id: int, level: int = 0) -> str:
    return paragraph(
        text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
    )


def test_numbered_lists_count_by_level_and_begin_where_told():
    body = (
        item("Ett", 1)
        + item("Ett a", 1, 1)
        + item("Ett b", 1, 1)
        + item("Två", 1)
        + item("Två a", 1, 1)
        + item("Fyra", 3)
        + item("Fem", 3)
        + item("Punkt", 2)
        + item("Ingen lista", 0)
    )

    lines = list(read(docx_of(body, numbering=NUMBERING)).lines())

    assert [line.number for line in lines] == [1, 1, 2, 2, 1, 4, 5, None, None]
    assert [line.bullet for line in lines] == [True] * 8 + [False]


def test_list_styles_of_word_itself_are_lists():
    document = docx.Document()
    document.add_paragraph("Skylta", style="List Bullet")
    document.add_paragraph("Röja", style="List Number")
    document.add_paragraph("Mäta", style="List Number")
    stream = io.BytesIO()
    document.save(stream)

    assert list(read(stream.getvalue()).lines()) == [
        Line("Skylta", bullet=True),
        Line("Röja", bullet=True, number=1),
        Line("Mäta", bullet=True, number=2),
    ]


def test_text_boxes_stand_once_after_their_paragraph():
    box = f"<w:txbxContent>{paragraph('I rutan')}</w:txbxContent>"
    body = (
        f"<w:p>{run('Före')}<w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        f"</mc:AlternateContent></w:r></w:p>{TEXT_AFTER}"
    )

    document = read(docx_of(body))

    assert line_texts(document) == ["Före", "I rutan", "Efter"]
    assert any("textrutor" in doubt for doubt in document.doubts)


@pytest.mark.parametrize(
    ("kind", "place"),
    [("header", "Sidhuvudet"), ("footer", "Sidfoten"), ("comments", "kommentar")],
)
def test_words_beside_the_text_are_told_as_doubts(kind, place):
    content = paragraph("Utkast 3")
    if kind == "comments":
        content = f"<w:comment>{content}</w:comment>"

    document = read(docx_of(TEXT_AFTER, **{kind: content}))

    assert line_texts(document) == ["Efter"]
    (doubt,) = document.doubts
    assert place in doubt
    assert "”Utkast 3”" in doubt


def test_page_numbers_are_no_words():
    assert read(docx_of(TEXT_AFTER, footer=paragraph("Sida 2 av 3"))).doubts == ()


def test_pictures_are_told_as_a_doubt():
    from_word = docx_of("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>" + TEXT_AFTER)

    (doubt,) = read(from_word).doubts

    assert "bilder" in doubt


def test_the_table_of_contents_does_not_repeat_the_headings():
    styles = '<w:style w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    body = (
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Table of Contents'/>"
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{paragraph('Mål 2')}</w:sdtContent></w:sdt>"
        + paragraph("Mål 3", '<w:pStyle w:val="T1"/>')
        + TEXT_AFTER
    )

    assert line_texts(read(docx_of(body, styles=styles))) == ["Efter"]


def test_ticks_of_symbol_fonts_are_kept():
    body = table(cell("Vindeln") + cell('<w:p><w:r><w:sym w:char="F0FC"/></w:r></w:p>'))

    assert texts(only_table(read(docx_of(body)))) == [["Vindeln", "✓"]]


def test_blocks_keep_their_order():
    body = paragraph("Plan ett") + table(cell("A")) + paragraph("Plan två") + table(cell("B"))

    blocks = read(docx_of(body)).blocks

    assert [b.text if isinstance(b, Line) else texts(b) for b in blocks] == [
        "Plan ett",
        [["A"]],
        "Plan två",
        [["B"]],
    ]
