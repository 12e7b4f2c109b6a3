"""Names are matched to people who are known."""

import pytest

from regionhub.importing.matching import match_person

KNOWN = ("Irene Ek", "Bo Gran", "Cia Dal", "Bo Alm", "Carin Dalberg")


@pytest.mark.parametrize("name", ["Bo Gran", "bo gran", "Bo  Gran", "BO GRAN"])
def test_the_same_name_is_that_person(name: str) -> None:
    assert match_person(name, KNOWN) == (1,)


def test_accents_are_no_difference() -> None:
    assert match_person("Iréne Ek", KNOWN) == (0,)


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
    assert match_person(name, KNOWN) == places


@pytest.mark.parametrize("name", ["Dan Ås", "Bo Ek", "Irene Gran", ""])
def test_another_name_is_nobody(name: str) -> None:
    assert match_person(name, KNOWN) == ()


def test_two_of_the_same_name_are_both_told() -> None:
    assert match_person("Bo Gran", ("Bo Gran", "Bo Gran")) == (0, 1)
