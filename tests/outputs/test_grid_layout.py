"""The widths of a table's columns follow what stands in them."""

from hypothesis import given
from hypothesis import strategies as st

from regionhub.outputs.grid_layout import LINE, column_widths
from regionhub.outputs.report import Grid
from tests.outputs.sample_report import DONE


def test_a_short_table_gets_what_it_asks_for() -> None:
    assert column_widths(Grid("", ("Kommun", "Ja"), (("Umeå", "x"),))) == (8, 4)


def test_a_state_is_never_broken() -> None:
    long = "Ett långt resonemang om avvikelsen " * 5
    grid = Grid("", ("Aktivitet", "Läge", "Varför"), ((long, DONE, long),) * 2)
    assert column_widths(grid)[1] >= len(DONE.label) + 3


@given(st.lists(st.text(max_size=80), min_size=1, max_size=7).map(tuple))
def test_a_table_with_room_stays_within_the_line(texts: tuple[str, ...]) -> None:
    widths = column_widths(Grid("", texts, (texts,)))
    assert all(width > 0 for width in widths)
    assert sum(widths) <= max(LINE, 22 * len(texts))


def test_numbers_are_known_by_their_looks() -> None:
    grid = Grid(
        "",
        ("Post", "Budget", "Andel", "Läge", "Text", "Tom"),
        (("1", "1 200", "6,5 %", DONE, "5 av 6", ""), ("2", "−60", "", DONE, "12", "")),
    )
    assert grid.number_columns == (False, True, True, False, False, False)


def test_a_table_without_rows_has_no_number_columns() -> None:
    assert Grid("", ("A", "B"), ()).number_columns == (False, False)
