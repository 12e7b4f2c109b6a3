"""Shapes that plans of other co-operations have: sheets with a title, parts that are empty, faults
that a reader could invent from.
"""

import pytest

from tests.importing.makers import activities, read, shapes, table

HEADS = ("Aktivitet", "Klart", "Ansvarig")


def test_parts_that_say_none_have_no_activities() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen\n# Aktiviteter\n## Recept\n- Nya recept, 3 maj"
        "\n## Teknik\nInga.\n## Kurser\nEj aktuellt 2026."
    )
    assert [(one.text, one.section) for one in draft.activities] == [("Nya recept", "Recept")]
    assert "Ej aktuellt 2026." in draft.other[-1].text


def test_rows_that_say_none_are_no_activities() -> None:
    draft = read(
        "Aktiviteter",
        table(HEADS, ("Matdag", "maj", "Bo Gran"), ("-", "-", "-"), ("Ej aktuellt i år", "", "")),
    )
    assert shapes(draft.activities) == [("Matdag", "maj", "Bo Gran")]
    assert "Ej aktuellt i år" in " ".join(part.text for part in draft.other)


def test_a_sum_beneath_activities_is_none_of_them() -> None:
    found = activities(
        ("Insats", "Kostnad", "Ansvarig"), ("Matdag", "9 tkr", "Bo Gran"), ("Summa", "9 tkr", "")
    )
    assert [one.text for one in found] == ["Matdag"]


@pytest.mark.parametrize("name", ["Aktiviteter", "Tidplan", "Handlingsplan"])
def test_a_sheet_named_for_a_part_keeps_the_title_in_it(name: str) -> None:
    rows = (("Verksamhetsplan 2027 kostgruppen", "", ""), HEADS, ("Matdag", "maj", "Bo Gran"))
    draft = read(table(*rows, name=name), year=None)
    assert (draft.title, draft.plan_year, draft.group) == (rows[0][0], 2027, "kost")
    assert shapes(draft.activities) == [("Matdag", "maj", "Bo Gran")]


def test_a_year_wheel_may_be_the_title() -> None:
    draft = read("# Årshjul 2027 kostgruppen\n## Maj\n- Matdag", year=None)
    assert (draft.title, draft.plan_year) == ("Årshjul 2027 kostgruppen", 2027)
    assert shapes(draft.activities) == [("Matdag", "Maj", "")]


def test_the_year_may_stand_in_a_column_heading() -> None:
    draft = read("Matlista", table(("Aktivitet 2027", "Klart", "Vem"), ("Mat", "maj", "Bo Gran")))
    assert draft.activities[0].deadline is not None
    found = read(
        "Kostgruppens lista", table(("Aktiviteter 2027", "Klart"), ("Mat", "maj")), year=None
    )
    assert found.plan_year == 2027
    assert "Stämmer det?" in found.doubts[0]


def test_a_municipality_before_each_name_is_that_persons() -> None:
    draft = read("Medlemmar: Granvik – Alva Ek, Hedås – Bo Gran, Älvby – vakant")
    assert [(one.name, one.municipality) for one in draft.members] == [
        ("Alva Ek", "granvik"),
        ("Bo Gran", "hedas"),
    ]
    assert "vakant" in draft.other[0].text


def test_unknown_initials_are_asked_about() -> None:
    (found,) = activities(HEADS, ("Matdag", "maj", "AB"))
    assert found.doubts == ("”AB” är kanske någons initialer. Vem är det?",)
    assert activities(HEADS, ("Matdag", "maj", "SN"))[0].doubts == ()


def test_a_table_goes_on_beneath_a_heading_that_says_so() -> None:
    draft = read(
        "Aktiviteter",
        table(HEADS, ("Matdag", "maj", "Bo Gran")),
        "Forts. aktiviteter",
        table(("Recept", "juni", "Alva Ek")),
    )
    assert [(one.text, one.section) for one in draft.activities] == [
        ("Matdag", None),
        ("Recept", None),
    ]


def test_what_the_group_is_to_do_heads_its_activities() -> None:
    draft = read("Kostplan 2026\n# Vad vi ska göra\n- Maj: Matdag\n- Juni: Recept")
    assert shapes(draft.activities) == [("Matdag", "Maj", ""), ("Recept", "Juni", "")]


def test_a_tertial_has_a_column_and_a_start_makes_an_interval() -> None:
    assert shapes(activities(("Tertial", "Aktivitet"), ("T1", "Matdag"))) == [("Matdag", "T1", "")]
    spans = activities(("Aktivitet", "Startar", "Slut"), ("Matdag", "maj", "juni"))
    assert shapes(spans) == [("Matdag", "maj – juni", "")]


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("Elevhälsan", "external_unit"),
        ("Arbetsförmedlingen", "external_unit"),
        ("Hälsoinspiratörerna", "role"),
    ],
)
def test_a_single_word_may_be_an_office_or_a_post(who: str, kind: str) -> None:
    (found,) = activities(HEADS, ("Matdag", "maj", who))
    assert [owner.type for owner in found.owners] == [kind]
