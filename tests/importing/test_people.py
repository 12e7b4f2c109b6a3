"""Contacts and members are read from whatever way their lines are written."""

from datetime import date

import pytest

from regionhub.importing.draft import Contact, Member, PlanDraft
from tests.importing.makers import CONTACT_PROMPT, read, table

TITLE = "Verksamhetsplan 2026 för kostgruppen"


def contacts(*texts: str) -> tuple[Contact, ...]:
    return read(TITLE, *texts).contacts


def members(*texts: str) -> tuple[Member, ...]:
    return read(TITLE, "Arbetsgruppens medlemmar:", *texts).members


def test_a_contact_on_one_line() -> None:
    (one,) = contacts(
        "Kontaktperson för arbetsgruppen: Alva Ek, Granviks kommun, vik. Kostchef, "
        "0900-12 34 56, 070-123 45 67, alva.ek@example.org"
    )
    assert one == Contact(
        "Alva Ek",
        "granvik",
        "vik. Kostchef",
        "0900-12 34 56, 070-123 45 67",
        "alva.ek@example.org",
    )


def test_a_contact_told_with_a_time_or_in_a_sentence() -> None:
    draft = read(
        TITLE,
        "Kontaktperson t.o.m. 31 maj: Alva Ek, Granvik",
        "Kontaktperson fr.o.m. 1 juni: Bo Gran, Hedås",
        "Sammankallande är Cia Dal, Norrsele kommun, 0900-12 34 56",
    )
    found = [(one.name, one.municipality, one.period and one.period.text) for one in draft.contacts]
    assert found == [
        ("Alva Ek", "granvik", "t.o.m. 31 maj"),
        ("Bo Gran", "hedas", "fr.o.m. 1 juni"),
        ("Cia Dal", "norrsele", None),
    ]
    assert draft.contacts[2].phone == "0900-12 34 56"
    assert draft.other == ()


def test_who_stands_in_for_a_member_is_a_member_of_the_same_municipality() -> None:
    found = members("Alva Ek, Granvik, kostchef, ersättare: Bo Gran", "Hedås: Cia Dal")
    assert found == (
        Member("Alva Ek", "granvik", "kostchef"),
        Member("Bo Gran", "granvik", "ersättare"),
        Member("Cia Dal", "hedas"),
    )


def test_a_municipality_in_its_own_line_heads_those_beneath_it() -> None:
    found = members("Granvik", "Alva Ek", "Bo Gran, kock", "Hedås", "Cia Dal")
    assert found == (
        Member("Alva Ek", "granvik"),
        Member("Bo Gran", "granvik", "kock"),
        Member("Cia Dal", "hedas"),
    )


@pytest.mark.parametrize(
    "rows",
    [
        (("Kommun", "Ordinarie", "Ersättare"), ("Granvik", "Alva Ek", "Bo Gran")),
        (
            ("Förnamn", "Efternamn", "Kommun", "Roll"),
            ("Alva", "Ek", "Granvik", ""),
            ("Bo", "Gran", "Granvik", "ersättare"),
        ),
    ],
)
def test_tables_of_members_with_deputies(rows: tuple[tuple[str, ...], ...]) -> None:
    draft = read(TITLE, "Medlemmar", table(*rows))
    assert draft.members == (
        Member("Alva Ek", "granvik"),
        Member("Bo Gran", "granvik", "ersättare"),
    )
    assert draft.other == ()


def test_a_contact_on_many_lines_beneath_a_prompt() -> None:
    (one,) = contacts(
        f"Kontaktperson: {CONTACT_PROMPT}",
        "Alva Ek",
        "Granviks kommun",
        "Kostchef",
        "tel 0900-12 34 56,",
        "alva.ek@example.org",
    )
    assert (one.name, one.municipality, one.title) == ("Alva Ek", "granvik", "Kostchef")
    assert (one.phone, one.email) == ("0900-12 34 56", "alva.ek@example.org")


def test_two_contacts_with_or_between() -> None:
    first, second = contacts(
        "Kontaktperson: Alva Ek, projektsamordnare, Dalregionen. alva.ek@example.org "
        "070-123 45 67 eller Bo Gran, kock, Hedås kommun, bo.gran@example.org"
    )
    assert (first.name, first.title, first.email) == (
        "Alva Ek",
        "projektsamordnare, Dalregionen",
        "alva.ek@example.org",
    )
    assert (second.name, second.municipality, second.title) == ("Bo Gran", "hedas", "kock")


@pytest.mark.parametrize(
    "texts",
    [
        ("Kontaktperson:", "Jan-Juni Alva Ek, Granvik", "Juli-Dec. Bo Gran, Hedås"),
        ("Kontaktperson: Alva Ek (jan–juni), Granvik och Bo Gran (juli–dec), Hedås",),
        ("Kontaktperson:", "Alva Ek, Granvik, jan–juni", "Bo Gran, Hedås, juli–dec"),
    ],
)
def test_contacts_that_change_within_the_year(texts: tuple[str, ...]) -> None:
    first, second = contacts(*texts)
    assert (first.name, first.municipality) == ("Alva Ek", "granvik")
    assert (second.name, second.municipality) == ("Bo Gran", "hedas")
    assert first.period is not None
    assert second.period is not None
    assert (first.period.start, first.period.end) == (date(2026, 1, 1), date(2026, 6, 30))
    assert (second.period.start, second.period.end) == (date(2026, 7, 1), date(2026, 12, 31))


def test_thereafter_begins_when_the_one_before_ends() -> None:
    first, second = contacts("Sammankallande: Alva Ek t.o.m. april, därefter Bo Gran, Hedås")
    assert first.period is not None
    assert second.period is not None
    assert first.period.end == date(2026, 4, 30)
    assert (second.period.text, second.period.start) == ("därefter", date(2026, 5, 1))


def test_a_first_name_is_not_taken_for_a_month() -> None:
    (one,) = contacts("Kontaktperson: Jan Erik Gran, Hedås")
    assert (one.name, one.period) == ("Jan Erik Gran", None)


@pytest.mark.parametrize(
    ("text", "name", "municipality"),
    [
        ("Alva Ek, Granvik", "Alva Ek", "granvik"),
        ("Alva Ek, Granviks kommun", "Alva Ek", "granvik"),
        ("Alva Ek - Granvik", "Alva Ek", "granvik"),
        ("Alva Ek -Granvik", "Alva Ek", "granvik"),
        ("Alva Ek (Granvik)", "Alva Ek", "granvik"),
        ("Alva Ek Granvik", "Alva Ek", "granvik"),
        ("Alva Ek Granvik kostchef", "Alva Ek", "granvik"),
        ("Granvik: Alva Ek", "Alva Ek", "granvik"),
        ("Cia Dal/Berg, Norrsele", "Cia Dal/Berg", "norrsele"),
        ("Bo gran, Hedås Kommun", "Bo gran", "hedas"),
        ("Svea, Hedås", "Svea", "hedas"),
        ("Dan Ås, Fjärrby kommun", "Dan Ås", "Fjärrby kommun"),
    ],
)
def test_a_member_and_the_municipality(text: str, name: str, municipality: str) -> None:
    (one,) = members(text)
    assert (one.name, one.municipality) == (name, municipality)


def test_members_on_one_line_and_a_sentence_about_more() -> None:
    found = members(
        "Alva Ek, Granvik, Bo Gran, Hedås. Dessutom deltar projektledarna i "
        "Matprojektet, Cia Dal och Dan Ås."
    )
    assert [(one.name, one.municipality) for one in found] == [
        ("Alva Ek", "granvik"),
        ("Bo Gran", "hedas"),
        ("Cia Dal", None),
        ("Dan Ås", None),
    ]
    assert found[1].note is None
    assert found[2].note == "Dessutom deltar projektledarna i Matprojektet"


def test_several_members_of_one_municipality() -> None:
    found = members("Granvik: Alva Ek, Bo Gran", "Hedås: Cia Dal")
    assert [one.municipality for one in found] == ["granvik", "granvik", "hedas"]


def test_what_stands_in_brackets_is_a_note_or_a_title() -> None:
    first, second = members("Alva Ek, Granvik (deltar inte i möten)", "Bo Gran, Hedås (ordförande)")
    assert (first.title, first.note) == (None, "deltar inte i möten")
    assert (second.title, second.note) == ("ordförande", None)


def test_a_vacant_seat_is_nobody_and_is_kept() -> None:
    draft = read(TITLE, "Medlemmar:", "Alva Ek, Granvik", "Hedås: vakant")
    assert [(one.name, one.municipality) for one in draft.members] == [("Alva Ek", "granvik")]
    assert [(part.heading, part.text) for part in draft.other] == [("Medlemmar:", "Hedås: vakant")]


def test_members_out_of_a_table() -> None:
    draft = read(
        TITLE,
        table(
            ("Kommun", "Namn", "Titel", "E-post"),
            ("Granvik", "Alva Ek", "Kostchef", "alva.ek@example.org"),
            ("Hedås", "Bo Gran", "Sammankallande", ""),
        ),
    )
    assert draft.members == (
        Member("Alva Ek", "granvik", "Kostchef", None, "alva.ek@example.org"),
        Member("Bo Gran", "hedas", "Sammankallande"),
    )
    assert [one.name for one in draft.contacts] == ["Bo Gran"]


def test_a_table_of_activities_below_the_members_is_none_of_theirs() -> None:
    draft = read(
        TITLE,
        "Medlemmar: Alva Ek, Granvik; Bo Gran (Hedås fr.o.m. 2026-07-01)",
        table(("Aktivitet", "Klart", "Ansvarig"), ("Matsedel", "maj", "Cia Dal")),
    )
    assert [(one.name, one.municipality) for one in draft.members] == [
        ("Alva Ek", "granvik"),
        ("Bo Gran", "hedas"),
    ]
    assert [one.text for one in draft.activities] == ["Matsedel"]


def test_members_out_of_running_text_are_doubted() -> None:
    draft = read(
        TITLE,
        "Verksamhetsområde",
        "Gruppen är ny. Den består för närvarande av: Alva Ek - Granvik, Bo Gran kostchef - Hedås.",
    )
    assert [(one.name, one.municipality, one.title) for one in draft.members] == [
        ("Alva Ek", "granvik", None),
        ("Bo Gran", "hedas", "kostchef"),
    ]
    assert "Bo Gran kostchef" in draft.area
    assert "Medlemmarna har lästs ur löpande text. Stämmer de?" in draft.doubts


def test_no_contact_is_a_doubt() -> None:
    draft: PlanDraft = read(TITLE, "Medlemmar:", "Alva Ek, Granvik")
    assert draft.contacts == ()
    assert "Dokumentet nämner ingen kontaktperson." in draft.doubts


def test_members_in_one_line_with_each_place_first() -> None:
    found = members("Granvik: Alva Ek, Hedås: Bo Gran, Norrsele: vakant")
    assert [(one.name, one.municipality) for one in found] == [
        ("Alva Ek", "granvik"),
        ("Bo Gran", "hedas"),
    ]


# The same person in several places

ACTIVITIES = table(("Aktivitet", "Klart"), ("Matsedel", "maj"))
PLACES = table(
    ("Namn", "Kommun", "E-post"),
    ("Alva Ek", "Granvik", "alva.ek@example.org"),
    ("Bo Gran", "Hedås", ""),
)


def test_a_contact_among_the_members_has_the_municipality_that_is_told_once() -> None:
    draft = read(TITLE, "Kontaktpersoner:", "Alva Ek, 0900-12 34 56", "Medlemmar:", PLACES)
    assert draft.contacts == (Contact("Alva Ek", "granvik", phone="0900-12 34 56"),)
    assert draft.members == (
        Member("Alva Ek", "granvik", email="alva.ek@example.org"),
        Member("Bo Gran", "hedas"),
    )


def test_who_is_listed_twice_is_one_with_all_that_is_said() -> None:
    found = members(
        "Alva Ek, Granvik, kostchef",
        "Bo Gran, Hedås",
        "Alva Ek, 0900-12 34 56",
        "Alva Ek, kostchef",
    )
    assert found == (
        Member("Alva Ek", "granvik", "kostchef", "0900-12 34 56"),
        Member("Bo Gran", "hedas"),
    )


def test_two_of_the_same_name_are_two() -> None:
    found = members("Alva Ek, Granvik", "Alva Ek, Hedås", "Alva Ek, 0900-12 34 56")
    assert [(one.municipality, one.phone) for one in found] == [
        ("granvik", None),
        ("hedas", None),
        (None, "0900-12 34 56"),
    ]


def test_who_comes_back_later_in_the_year_stands_twice() -> None:
    found = contacts("Kontaktperson:", "Alva Ek, jan–mars", "Bo Gran, april", "Alva Ek, maj–dec")
    assert [one.name for one in found] == ["Alva Ek", "Bo Gran", "Alva Ek"]


def test_a_table_beneath_a_named_contact_lists_the_members() -> None:
    draft = read(TITLE, "Kontaktperson: Alva Ek, Granvik", PLACES, "Aktiviteter", ACTIVITIES)
    assert [one.name for one in draft.contacts] == ["Alva Ek"]
    assert [one.name for one in draft.members] == ["Alva Ek", "Bo Gran"]
    assert draft.doubts == ()
    other = read(TITLE, "Kontaktperson: Cia Dal, Norrsele", PLACES, "Aktiviteter", ACTIVITIES)
    assert [one.name for one in other.contacts] == ["Cia Dal"]
    assert other.doubts == ("Tabellen under kontaktpersonen har lästs som medlemmar. Stämmer det?",)


def test_a_table_beneath_a_heading_lists_contacts() -> None:
    draft = read(TITLE, "Kontaktpersoner:", PLACES, "Aktiviteter", ACTIVITIES)
    assert [one.name for one in draft.contacts] == ["Alva Ek", "Bo Gran"]


# Prose among people


@pytest.mark.parametrize("heading", ["Kontaktperson:", "Medlemmar:"])
def test_a_sentence_beneath_people_is_a_remark(heading: str) -> None:
    said = "Vi har under hösten talat om ekonomin och funnit att den räcker."
    draft = read(TITLE, heading, "Alva Ek, Granvik", said)
    (one,) = (*draft.contacts, *draft.members)
    assert (one.name, one.title, one.period) == ("Alva Ek", None, None)
    assert [(part.heading, part.text) for part in draft.other] == [(heading, said)]
