"""Tables of activities whose rows are parted by areas, with no headings over their columns."""

import io
from datetime import date

import docx
import pytest

from regionhub.importing.draft import PlanDraft
from tests.importing.makers import read, read_data, shapes, table

TITLE = "Verksamhetsplan 2026 för kostgruppen"
MENU = ("Ny matsedel för alla skolor", "31 mars", "Alva Ek")
BOOK = ("Gemensam kokbok", "maj", "Bo Gran")
TIME_FIRST = (("31 mars", MENU[0], "Alva Ek"), ("maj", BOOK[0], "Bo Gran"))


def sections(draft: PlanDraft) -> list[tuple[str | None, str]]:
    return [(one.section, one.text) for one in draft.activities]


def word_plan_with_areas() -> bytes:
    """A Word file whose only table has a row for each area, merged over its whole width."""
    made = docx.Document()
    made.add_heading(TITLE, level=1)
    grid = made.add_table(rows=0, cols=3)
    for texts in (("Måltider",), MENU, ("Uppföljning",), BOOK):
        cells = grid.add_row().cells
        place = [cells[0].merge(cells[-1])] if len(texts) == 1 else cells
        for cell, text in zip(place, texts, strict=True):
            cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def test_areas_in_a_word_table_are_sections() -> None:
    draft = read_data(word_plan_with_areas())
    assert sections(draft) == [("Måltider", MENU[0]), ("Uppföljning", BOOK[0])]
    assert shapes(draft.activities) == [MENU, BOOK]
    assert draft.other == ()


@pytest.mark.parametrize("beside", ["<", ""])
@pytest.mark.parametrize("heading", ["# Aktiviteter", ""])
@pytest.mark.parametrize("rows", [(MENU, BOOK), TIME_FIRST])
def test_areas_alone_in_their_rows_are_sections(
    beside: str, heading: str, rows: tuple[tuple[str, ...], tuple[str, ...]]
) -> None:
    grid = table(("Måltider", beside, beside), rows[0], ("Kök", beside, beside), rows[1])
    draft = read(TITLE, *filter(None, (heading, grid)))
    assert sections(draft) == [("Måltider", MENU[0]), ("Kök", BOOK[0])]
    assert shapes(draft.activities) == [MENU, BOOK]
    assert draft.other == ()


def test_an_area_over_one_table_each() -> None:
    draft = read(TITLE, table(("Måltider", "<", "<"), MENU), table(("Kök", "<", "<"), BOOK))
    assert sections(draft) == [("Måltider", MENU[0]), ("Kök", BOOK[0])]


def test_an_area_with_a_name_that_other_parts_have() -> None:
    draft = read(TITLE, "Aktiviteter", table(("Kommunikation", "<", "<"), MENU, BOOK))
    assert sections(draft) == [("Kommunikation", MENU[0]), ("Kommunikation", BOOK[0])]


def test_an_area_above_the_headings_when_others_stand_below() -> None:
    heads = ("Aktivitet", "Klart", "Ansvarig")
    draft = read(TITLE, table(("Måltider", "<", "<"), heads, MENU, ("Kök", "<", "<"), BOOK))
    assert sections(draft) == [("Måltider", MENU[0]), ("Kök", BOOK[0])]


def test_a_day_above_a_table_is_no_area() -> None:
    draft = read(TITLE, table(("Uppdaterad 2026-02-01", "", ""), MENU, BOOK))
    assert sections(draft) == [(None, MENU[0]), (None, BOOK[0])]
    assert [part.text for part in draft.other] == ["Uppdaterad 2026-02-01"]


def test_a_month_above_a_table_dates_its_rows() -> None:
    grid = table(("JUNI", ""), ("Matdag i alla skolor", "Alva Ek"), ("Sommarplan", "Bo Gran"))
    draft = read(TITLE, "Aktiviteter", grid)
    assert [one.deadline and one.deadline.end for one in draft.activities] == [
        date(2026, 6, 30),
        date(2026, 6, 30),
    ]


@pytest.mark.parametrize(
    ("goal", "named"), [("Mål 1: Godare mat", ""), ("Mål: Godare mat", "Mål: ")]
)
def test_goals_over_the_rows_are_goals_and_sections(goal: str, named: str) -> None:
    other = "Mål 2: Mindre svinn"
    draft = read(TITLE, "Aktiviteter", table((goal, "<", "<"), MENU, (other, "<", "<"), BOOK))
    goals = [goal.removeprefix(named), other]
    assert [one.text for one in draft.goals] == goals
    assert sections(draft) == [(goals[0], MENU[0]), (goals[1], BOOK[0])]


def test_an_area_over_two_columns() -> None:
    draft = read(TITLE, "Aktiviteter", table(("Måltider", "<"), MENU[:2], BOOK[:2]))
    assert sections(draft) == [("Måltider", MENU[0]), ("Måltider", BOOK[0])]
    assert shapes(draft.activities) == [(*MENU[:2], ""), (*BOOK[:2], "")]


def test_names_and_days_alone_are_no_activities() -> None:
    draft = read(TITLE, table(("Alva Ek", "2026-01-10"), ("Bo Gran", "2026-01-12")))
    assert draft.activities == ()
    assert "Alva Ek" in draft.other[-1].text
