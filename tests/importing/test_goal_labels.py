"""Cells that say themselves what is a goal and what an activity, by labels before the words."""

import io

import docx
import pytest

from regionhub.importing.draft import PlanDraft
from tests.importing.makers import Table, read, read_data, shapes, table

TITLE = "Verksamhetsplan 2026 för kostgruppen"
HEADINGS = ("Aktivitet", "Klart", "Ansvarig")
MENU = ("Ny matsedel", "maj", "Alva Ek")
SCALES = ("Vägning", "juni", "Bo Gran")


def placed(draft: PlanDraft) -> list[tuple[str | None, str]]:
    return [(one.section, one.text) for one in draft.activities]


def goals(draft: PlanDraft) -> list[tuple[str | None, str]]:
    return [(one.heading, one.text) for one in draft.goals]


@pytest.mark.parametrize(
    "heads", [HEADINGS, ("Mål/aktiviteter", *HEADINGS[1:]), None], ids=["headed", "both", "none"]
)
@pytest.mark.parametrize("between", ["\n", " / ", " "])
def test_a_goal_above_its_activity_in_a_cell(heads: tuple[str, ...] | None, between: str) -> None:
    rows = (
        (f"Mål: Godare mat{between}Aktivitet: Ny matsedel", *MENU[1:]),
        (f"Mål: Mindre svinn{between}Aktivitet: Vägning", *SCALES[1:]),
    )
    draft = read(TITLE, "Aktiviteter", table(*([heads] if heads else []), *rows))
    assert goals(draft) == [(None, "Godare mat"), (None, "Mindre svinn")]
    assert placed(draft) == [("Godare mat", "Ny matsedel"), ("Mindre svinn", "Vägning")]
    assert shapes(draft.activities) == [MENU, SCALES]
    assert (draft.other, [one.doubts for one in draft.activities]) == ((), [(), ()])


def test_several_goals_and_activities_in_one_cell_are_paired_with_what_stands_beside() -> None:
    words = "Mål: Godare mat\nAktivitet: Ny matsedel\nMål: Mindre svinn\nAktivitet: Vägning"
    draft = read(TITLE, "Aktiviteter", table(HEADINGS, (words, "maj\njuni", "Alva Ek\nBo Gran")))
    assert placed(draft) == [("Godare mat", "Ny matsedel"), ("Mindre svinn", "Vägning")]
    assert shapes(draft.activities) == [MENU, SCALES]


def test_several_activities_after_one_label_and_a_goal_that_goes_on() -> None:
    words = "Mål 1: Godare mat\nAlla barn äter upp.\nAktiviteter:\nNy matsedel\nVägning"
    draft = read(TITLE, "Aktiviteter", table(HEADINGS, (words, "maj\njuni", "Alva Ek\nBo Gran")))
    goal = "Mål 1: Godare mat Alla barn äter upp."
    assert goals(draft) == [(None, goal)]
    assert placed(draft) == [(goal, "Ny matsedel"), (goal, "Vägning")]


def test_a_line_without_a_label_goes_on_with_the_activity_above() -> None:
    words = "Mål: Godare mat\nAktivitet: Ny matsedel\nDen gäller alla skolor."
    draft = read(TITLE, "Aktiviteter", table(HEADINGS, (words, "maj", "Alva Ek")))
    assert placed(draft) == [("Godare mat", "Ny matsedel Den gäller alla skolor.")]


def test_a_cell_that_says_also_when_and_who() -> None:
    words = "Mål: {}\nAktivitet: {}\nKlart: {}\nAnsvarig: {}"
    rows = (
        (words.format("Godare mat", *MENU), "Väntar"),
        (words.format("Mindre svinn", *SCALES), ""),
    )
    draft = read(TITLE, "Aktiviteter", table(("Aktivitet", "Kommentar"), *rows))
    assert placed(draft) == [("Godare mat", "Ny matsedel"), ("Mindre svinn", "Vägning")]
    assert shapes(draft.activities) == [MENU, SCALES]
    assert draft.activities[0].comment == "Väntar"
    assert goals(draft) == [(None, "Godare mat"), (None, "Mindre svinn")]


def one_cell_each() -> Table:
    words = "Mål: {}\nAktivitet: {}\nKlart: {}\nAnsvarig: {}"
    return table((words.format("Godare mat", *MENU),), (words.format("Mindre svinn", *SCALES),))


@pytest.mark.parametrize("heading", ["Aktivitetsplan 2026", ""])
def test_a_table_of_one_column_with_all_in_its_cells(heading: str) -> None:
    draft = read(TITLE, *filter(None, (heading, one_cell_each())))
    assert goals(draft) == [(None, "Godare mat"), (None, "Mindre svinn")]
    assert placed(draft) == [("Godare mat", "Ny matsedel"), ("Mindre svinn", "Vägning")]
    assert shapes(draft.activities) == [MENU, SCALES]
    assert draft.other == ()


def test_labels_on_lines_of_one_paragraph_in_a_word_table() -> None:
    made = docx.Document()
    made.add_heading(TITLE, level=1)
    grid = made.add_table(rows=2, cols=3)
    cells = [*grid.rows[0].cells, *grid.rows[1].cells]
    words = ("Mål: Godare mat\nAktivitet: Ny matsedel", *MENU[1:])
    for cell, text in zip(cells, (*HEADINGS, *words), strict=True):
        cell.text = text
    stream = io.BytesIO()
    made.save(stream)
    draft = read_data(stream.getvalue())
    assert (goals(draft), placed(draft)) == (
        [(None, "Godare mat")],
        [("Godare mat", "Ny matsedel")],
    )


def test_an_activity_that_speaks_of_goals_is_no_label() -> None:
    draft = read(TITLE, "Aktiviteter", table(HEADINGS, ("Mål: nya för köken", "maj", "Alva Ek")))
    assert placed(draft) == [(None, "Mål: nya för köken")]
