"""Remarks compared line by line, and laid into each other."""

from hypothesis import given
from hypothesis import strategies as st

from regionhub.importing.remarks import Run, unsaid, with_other, with_run

PLAN = "Ekonomi\nAlla delar lika\n\nEgen anmärkning"
TEXTS = st.lists(st.sampled_from(["Ett", "Två", "  Tre", "", "Fyra rader"]), max_size=8).map(
    "\n".join
)


def test_what_both_say_is_no_difference_wherever_it_stands() -> None:
    assert unsaid(PLAN, "Egen  anmärkning\nEkonomi\n\nAlla delar lika") == []
    assert unsaid("", PLAN) == []


def test_a_run_knows_the_line_before_it_that_both_have() -> None:
    newer = "Ekonomi\nUmeå betalar\nvarje år\n\nNytt avsnitt"
    assert unsaid(newer, PLAN) == [
        Run("Umeå betalar\nvarje år", "Ekonomi"),
        Run("Nytt avsnitt"),
    ]


def test_a_run_comes_in_after_its_line_or_last() -> None:
    assert with_run(PLAN, Run("Sist")) == f"{PLAN}\n\nSist"
    assert with_run("", Run("Först")) == "Först"
    assert with_run(PLAN, Run("Umeå betalar", "Ekonomi")).startswith("Ekonomi\nUmeå betalar\nAlla")
    assert with_run(PLAN, Run("Sist", "Borta")).endswith("\n\nSist")


def test_a_run_is_changed_where_it_stands_or_taken_away_without_a_gap() -> None:
    run = Run("Alla delar lika", "Ekonomi")
    assert with_other(PLAN, run, "Umeå betalar") == "Ekonomi\nUmeå betalar\n\nEgen anmärkning"
    assert with_other(PLAN, Run(PLAN.partition("\n\n")[0]), "") == "Egen anmärkning"


@given(TEXTS, TEXTS)
def test_when_all_differences_are_taken_nothing_differs(plan: str, document: str) -> None:
    for run in unsaid(plan, document):
        plan = with_other(plan, run, "")
    for run in unsaid(document, plan):
        plan = with_run(plan, run)
    assert unsaid(plan, document) == []
    assert unsaid(document, plan) == []
