"""One plan in every format that people send gives the same words in the same places."""

import pytest

from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples import plans

ROWS = [list(words) for words in (plans.HEADINGS, *plans.ACTIVITIES)]


@pytest.mark.parametrize("make", [plans.as_docx, plans.as_odt])
def test_texts_keep_heading_contact_goals_and_activities(make):
    document = read(make())

    heading, contact = document.lines()
    assert (heading.text, heading.heading) == (plans.TITLE, 1)
    assert (contact.text, contact.heading) == (plans.CONTACT, None)
    table = only_table(document)
    assert texts(table)[3 - 1 :] == ROWS
    goals = table.rows[1][0]
    assert [(line.text, line.bullet) for line in goals.lines] == [(g, True) for g in plans.GOALS]
    assert document.doubts == ()


@pytest.mark.parametrize("make", [plans.as_docx, plans.as_odt])
def test_a_merged_cell_fills_its_places_and_counts_once(make):
    table = only_table(read(make()))

    assert texts(table)[0] == ["Mål 2026"] * 3
    assert [cell.origin for cell in table.rows[0]] == [True, False, False]


@pytest.mark.parametrize("make", [plans.as_xlsx, plans.as_ods])
def test_workbooks_give_named_tables_with_dates_written_out(make):
    table = only_table(read(make()))

    assert table.name == "Plan 2026"
    assert texts(table) == [
        list(plans.HEADINGS),
        ["Inventera vandringsleder", "2026-11-01", "Alva Ek"],
        ["Skylta om rastplatser", "2026-05-31", "Bo Gran"],
    ]


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_separator_and_encoding_of_csv_are_found_out(separator, encoding):
    document = read(plans.as_csv(encoding, separator), "plan.csv")

    assert texts(only_table(document)) == ROWS
    assert document.doubts == ()


@pytest.mark.parametrize(
    ("make", "name"), [(plans.as_markdown, "plan.md"), (plans.as_text, "plan.txt")]
)
def test_plain_texts_give_lines_and_a_table(make, name):
    document = read(make(), name)

    assert line_texts(document) == [plans.TITLE, plans.CONTACT, "Mål 2026", *plans.GOALS]
    assert [line.bullet for line in document.lines()] == [False, False, False, True, True]
    assert texts(only_table(document)) == ROWS


@pytest.mark.parametrize(
    ("make", "misleading_name"),
    [
        (plans.as_docx, "plan.xlsx"),
        (plans.as_xlsx, "plan.docx"),
        (plans.as_odt, "plan.csv"),
        (plans.as_ods, "../../etc/plan"),
    ],
)
def test_the_content_decides_not_the_name(make, misleading_name):
    assert read(make(), misleading_name) == read(make(), "plan")
