import pytest
from hypothesis import given
from hypothesis import strategies as st

from regionhub.domain.progress import CellState, Tally, rolled_up, sentence, tally
from regionhub.domain.status import CELL_STATUSES, Flag, Status

DONE, STARTED, WAITING = Status.DONE, Status.IN_PROGRESS, Status.NOT_STARTED
RESTS, OUT = Status.PAUSED, Status.NOT_PARTICIPATING


@pytest.mark.parametrize(
    ("cells", "whole"),
    [
        ([DONE, DONE, OUT], DONE),
        ([DONE, WAITING], STARTED),
        ([WAITING, WAITING, OUT], WAITING),
        ([STARTED, DONE], STARTED),
        ([RESTS, DONE], RESTS),
        ([RESTS, WAITING], STARTED),
        ([OUT, OUT], None),
        ([], None),
    ],
)
def test_the_whole_follows_from_its_cells(cells, whole):
    assert rolled_up(cells) is whole


@given(st.lists(st.sampled_from(CELL_STATUSES)))
def test_order_and_those_outside_do_not_matter(cells):
    assert rolled_up(cells) is rolled_up([*reversed(cells), OUT])


def test_the_strip_is_a_sentence():
    cells = [
        CellState("Bjurholm", "Bj", OUT),
        *(CellState(n, n[:2], DONE) for n in ("Nordmaling", "Robertsfors", "Umeå", "Vännäs")),
        CellState("Vindeln", "Vi", Flag.OVERDUE),
    ]
    assert sentence(cells) == "4 av 6 klara; Vindeln försenad; Bjurholm deltar inte"


def test_a_tally_counts_late_beside_the_stored_status():
    counted = tally([(STARTED, [Flag.OVERDUE]), (DONE, []), (Status.DROPPED, [])])
    assert counted == Tally(total=3, done=1, in_progress=1, dropped=1, overdue=1)
    assert counted.percent_done == 50


def test_tallies_add_up():
    assert Tally(total=2, done=1) + Tally(total=1, silent=1) == Tally(total=3, done=1, silent=1)


def test_an_empty_tally_divides_by_nothing():
    assert Tally().percent_done == 0
