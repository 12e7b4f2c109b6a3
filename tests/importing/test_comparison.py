"""What a newer version of a document adds to a plan, changes in it, and lacks of it."""

from regionhub.importing.comparison import (
    ActivityFacts,
    Change,
    ChangeKind,
    RowFacts,
    compare,
    facts_of,
    facts_of_goal,
)
from regionhub.importing.draft import GoalDraft
from tests.importing.makers import activities


def test_the_same_plan_has_no_changes() -> None:
    plan = (ActivityFacts("Matsedel", when="maj"), ActivityFacts("Recept"))
    assert compare(plan, plan) == ()
    assert compare((), ()) == ()


def test_added_changed_and_removed() -> None:
    old = (
        ActivityFacts("Ta fram gemensam matsedel", when="maj", owner="Alva Ek"),
        ActivityFacts("Studieresa"),
        ActivityFacts("Recept"),
    )
    new = (
        ActivityFacts("Recept"),
        ActivityFacts("Ta fram en gemensam matsedel", when="juni", owner="Alva  Ek"),
        ActivityFacts("Väga svinnet"),
    )
    assert compare(old, new) == (
        Change(ChangeKind.CHANGED, 0, 1, ("text", "when")),
        Change(ChangeKind.ADDED, None, 2),
        Change(ChangeKind.REMOVED, 1, None),
    )


def test_the_same_words_in_two_sections_keep_their_sections() -> None:
    old = (ActivityFacts("Utbildning", section="Mat"), ActivityFacts("Utbildning", section="Kök"))
    assert compare(old, tuple(reversed(old))) == ()


def test_a_row_that_moves_is_a_change_of_rows() -> None:
    old = (ActivityFacts("Ugnar", rows=(RowFacts("Älvby", "alvby", "maj"),)),)
    new = (ActivityFacts("Ugnar", rows=(RowFacts("Älvby", "alvby", "juni"),)),)
    assert compare(old, new) == (Change(ChangeKind.CHANGED, 0, 0, ("rows",)),)


def test_a_draft_becomes_the_words_that_are_compared() -> None:
    found = activities(
        ("Område", "Aktivitet", "Klart", "Ansvarig", "Kommentar"),
        ("Mat", "Ugnar\n- Älvby\n- Hedås", "maj\njuni", "Alva Ek\nBo Gran", "Bråttom"),
        ("", "Recept", "", "", ""),
    )
    assert facts_of(found[0]) == ActivityFacts(
        "Ugnar",
        section="Mat",
        comment="Bråttom",
        rows=(
            RowFacts("Älvby", "alvby", "maj", "Alva Ek"),
            RowFacts("Hedås", "hedas", "juni", "Bo Gran"),
        ),
    )


def test_a_part_that_the_document_lacks_is_no_change() -> None:
    rows = (RowFacts("", "alvby", "maj"), RowFacts("", "hedas", "juni"))
    old = (ActivityFacts("Ugnar", rows=rows),)
    assert compare(old, (ActivityFacts("Ugnar", rows=rows[:1]),)) == ()
    assert compare(old, (ActivityFacts("Ugnar"),)) == ()


def test_a_goal_is_compared_by_its_words_and_heading() -> None:
    goal = GoalDraft("Allt lagas nära", "Närhet")
    assert facts_of_goal(goal) == ActivityFacts("Allt lagas nära", section="Närhet")
