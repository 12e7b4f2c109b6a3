"""Owners are split as a colleague would split them, and their words are kept."""

import pytest

from regionhub.importing.owners import split_owners
from tests.importing.makers import VOCABULARY


def owners(text: str, *, known: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    found = split_owners(text, VOCABULARY, group="kost", known_names=known)
    return [(owner.type, owner.name) for owner in found]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Alva Ek", ["Alva Ek"]),
        ("Alva Ek / Bo Gran", ["Alva Ek", "Bo Gran"]),
        ("Alva Ek/Bo Gran", ["Alva Ek", "Bo Gran"]),
        ("Alva Ek\nBo Gran", ["Alva Ek", "Bo Gran"]),
        ("Alva Ek, Bo Gran och Cia Dal-Berg", ["Alva Ek", "Bo Gran", "Cia Dal-Berg"]),
        ("Alva Ek & Bo Gran", ["Alva Ek", "Bo Gran"]),
        ("Alva Ek m.fl.", ["Alva Ek"]),
        ("Sammankallande: Alva Ek", ["Alva Ek"]),
        ("Alva Ek, sammankallande", ["Alva Ek"]),
        ("Alva Ek (Granvik)", ["Alva Ek"]),
        ("Kostchef Alva Ek", ["Alva Ek"]),
        ("Ordf. Alva Ek", ["Alva Ek"]),
        ("VD Alva Ek", ["Alva Ek"]),
        ("Anders Mas", ["Anders Mas"]),
        ("Alva Ek (CISO)", ["Alva Ek"]),
        ("Karl Olof af Strand", ["Karl Olof af Strand"]),
        ("P-O Gran", ["P-O Gran"]),
        ("Alva, Bo och Cia", ["Alva", "Bo", "Cia"]),
        ("Alva", ["Alva"]),
    ],
)
def test_people_are_found(text: str, names: list[str]) -> None:
    assert owners(text) == [("person", name) for name in names]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Tekniker", "role"),
        ("kostchefer", "role"),
        ("IT-chef", "role"),
        ("Kommunchef Hedås", "role"),
        ("Turistansvariga", "role"),
        ("Kommunens webbredaktörer", "role"),
        ("Respektive kostchef", "role"),
        ("CISO", "role"),
        ("VD", "role"),
        ("Kommunens DSO", "role"),
        ("CISO Granvik", "role"),
        ("Hela gruppen", "whole_group"),
        ("Arbetsgrupp", "whole_group"),
        ("Kostgruppen", "whole_group"),
        ("Alla samordn.", "whole_group"),
        ("Samtliga kommuner", "whole_group"),
        ("Respektive kommun", "whole_group"),
        ("Turistgruppen", "external_unit"),
        ("Kommunchefsgruppen", "external_unit"),
        ("Regionturistbyrån", "external_unit"),
        ("Granviks kommun", "external_unit"),
        ("Norrsele", "external_unit"),
        ("Kultur- och fritidskontoret", "external_unit"),
        ("Bygg och miljö", "external_unit"),
        ("HR", "external_unit"),
        ("konsulter", "external_role"),
        ("Extern föreläsare", "external_role"),
        ("Leverantören", "external_role"),
        ("Projektet Mat i dalen", "project"),
        ("Matlandetprojektet", "project"),
    ],
)
def test_others_are_told_apart(text: str, kind: str) -> None:
    assert owners(text) == [(kind, text)]


def test_different_kinds_may_share() -> None:
    assert owners("Kostgruppen/ samordnare/konsulter") == [
        ("whole_group", "Kostgruppen"),
        ("role", "samordnare"),
        ("external_role", "konsulter"),
    ]
    assert owners("Museets personal, KLM och guideansvariga") == [
        ("external_unit", "Museets personal"),
        ("external_unit", "KLM"),
        ("role", "guideansvariga"),
    ]


def test_posts_in_letters_may_share() -> None:
    assert owners("CISO/DSO och Alva Ek") == [
        ("role", "CISO"),
        ("role", "DSO"),
        ("person", "Alva Ek"),
    ]


def test_a_title_in_the_plural_is_somebody_else() -> None:
    assert owners("Alva Ek, kostcheferna") == [("person", "Alva Ek"), ("role", "kostcheferna")]


@pytest.mark.parametrize("text", ["", "?", "Utses senare", "ej klart", "Vakant", "-"])
def test_nobody_is_invented(text: str) -> None:
    assert owners(text) == []


def test_known_people_settle_what_the_words_leave_open() -> None:
    assert owners("bo gran") == []
    assert owners("bo gran", known=("Bo Gran",)) == [("person", "bo gran")]
    assert owners("Cia Dal/Berg", known=("Cia Dal/Berg",)) == [("person", "Cia Dal/Berg")]
    assert owners("BG", known=("Bo Gran", "Alva Ek")) == [("person", "BG")]
    assert owners("VD", known=("Vera Dal",)) == [("person", "VD")]
    assert owners("BG", known=("Bo Gran", "Britt Gard")) == [("external_unit", "BG")]


def test_an_owner_named_twice_is_one() -> None:
    assert owners("Alva Ek\nAlva Ek") == [("person", "Alva Ek")]
