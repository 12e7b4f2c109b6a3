"""Names and activities are matched to what is known, and only sure matches are called sure."""

import pytest

from regionhub.importing.matching import (
    ActivityFacts,
    Certainty,
    Change,
    ChangeKind,
    RowFacts,
    compare,
    facts_of,
    match_person,
)
from tests.importing.makers import activities

KNOWN = ("Irene Ek", "Bo Gran", "Cia Dal", "Bo Alm", "Carin Dalberg")


@pytest.mark.parametrize("name", ["Bo Gran", "bo gran", "Bo  Gran", "BO GRAN"])
def test_the_same_name_is_exact(name: str) -> None:
    assert match_person(name, KNOWN).certainty is Certainty.EXACT
    assert match_person(name, KNOWN).places == (1,)


def test_accents_are_no_difference() -> None:
    assert match_person("Iréne Ek", KNOWN).certainty is Certainty.EXACT


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("Bo", (1, 3)),
        ("Bo Grann", (1,)),
        ("Gran Bo", (1,)),
        ("Cia Dal/Berg", (2,)),
        ("BG", (1,)),
        ("Karin Dalberg", (4,)),
    ],
)
def test_a_name_that_may_be_somebody_is_likely(name: str, places: tuple[int, ...]) -> None:
    match = match_person(name, KNOWN)
    assert (match.certainty, match.places) == (Certainty.LIKELY, places)


@pytest.mark.parametrize("name", ["Dan Ås", "Bo Ek", "Irene Gran", ""])
def test_another_name_is_nobody(name: str) -> None:
    assert match_person(name, KNOWN).certainty is Certainty.NONE


def test_two_of_the_same_name_are_never_exact() -> None:
    match = match_person("Bo Gran", ("Bo Gran", "Bo Gran"))
    assert (match.certainty, match.places) == (Certainty.LIKELY, (0, 1))


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
