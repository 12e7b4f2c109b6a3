"""An activity with a row for each municipality, in the ways that people write them."""

from tests.importing.makers import activities, rows_of, shapes

HEADINGS = ("Aktivitet", "Genomfört", "Ansvarig")


def test_bullets_of_municipalities_are_rows_with_their_own_time_and_owner() -> None:
    (one,) = activities(
        HEADINGS,
        (
            "Nya ugnar:\n- UGN Älvby\n- UGN Granvik\n- UGN Hedås",
            "maj\nmaj\nmaj",
            "Alva Ek\nBo Gran\nCia Dal",
        ),
    )
    assert one.text == "Nya ugnar:"
    assert rows_of(one) == [
        ("UGN Älvby", "alvby", "maj", "Alva Ek"),
        ("UGN Granvik", "granvik", "maj", "Bo Gran"),
        ("UGN Hedås", "hedas", "maj", "Cia Dal"),
    ]
    assert one.deadline is not None
    assert one.deadline.text == "maj"
    assert one.owner_text == ""


def test_plain_lines_of_municipalities_are_rows_too() -> None:
    bare, named = activities(
        HEADINGS,
        ("Nya ugnar\nÄlvby\nGranviks kommun", "", "Alva Ek\nBo Gran"),
        ("Ny matsedel\nHedås, provas\nNorrsele kommun, utvärderas", "maj", "Cia Dal"),
    )
    assert [row[:2] for row in rows_of(bare)] == [
        ("Älvby", "alvby"),
        ("Granviks kommun", "granvik"),
    ]
    assert [row.owner_text for row in bare.rows] == ["Alva Ek", "Bo Gran"]
    assert [row[:2] for row in rows_of(named)] == [
        ("Hedås, provas", "hedas"),
        ("Norrsele kommun, utvärderas", "norrsele"),
    ]
    assert shapes([named]) == [("Ny matsedel", "maj", "Cia Dal")]


def test_rows_of_the_table_that_name_only_a_municipality() -> None:
    found = activities(
        HEADINGS,
        ("Nya ugnar", "2026", "Hela gruppen"),
        ("Älvby", "maj", "Alva Ek"),
        ("Granvik", "juni", "Bo Gran"),
        ("Matsedel", "maj", "Cia Dal"),
    )
    assert [one.text for one in found] == ["Nya ugnar", "Matsedel"]
    assert rows_of(found[0]) == [
        ("Älvby", "alvby", "maj", "Alva Ek"),
        ("Granvik", "granvik", "juni", "Bo Gran"),
    ]


def test_a_column_of_municipalities() -> None:
    split, whole = activities(
        ("Aktivitet", "Kommun", "Klart", "Ansvarig"),
        ("Nya ugnar", "Älvby", "maj", "Alva Ek"),
        ("^", "Granvik", "juni", "Bo Gran"),
        ("Matsedel", "Alla", "augusti", "Cia Dal"),
    )
    assert rows_of(split) == [
        ("Älvby", "alvby", "maj", "Alva Ek"),
        ("Granvik", "granvik", "juni", "Bo Gran"),
    ]
    assert (whole.rows, whole.comment) == ((), "Kommun: Alla")


def test_a_column_for_each_municipality() -> None:
    (one,) = activities(
        ("Aktivitet", "Klart", "Älvby", "Granvik"), ("Ny växel", "maj", "Pågår", "deltar inte")
    )
    assert rows_of(one) == [
        ("Pågår", "alvby", None, ""),
        ("deltar inte", "granvik", None, ""),
    ]


def test_a_column_for_each_municipality_says_when_who_or_only_yes() -> None:
    dated, owned, marked = activities(
        ("Aktivitet", "Älvby", "Granvik", "Hedås", "Norrsele"),
        ("Ny växel", "2026-03-01", "v. 12", "deltar inte", "–"),
        ("Utbildning", "Alva Ek", "Bo Gran och Cia Dal", "", "Klart"),
        ("Enkät", "x", "X", "", "✓"),
    )
    assert rows_of(dated) == [
        ("Älvby", "alvby", "2026-03-01", ""),
        ("Granvik", "granvik", "v. 12", ""),
        ("deltar inte", "hedas", None, ""),
    ]
    assert rows_of(owned) == [
        ("Älvby", "alvby", None, "Alva Ek"),
        ("Granvik", "granvik", None, "Bo Gran och Cia Dal"),
        ("Klart", "norrsele", None, ""),
    ]
    assert [(row.text, row.municipality) for row in marked.rows] == [
        ("Älvby", "alvby"),
        ("Granvik", "granvik"),
        ("Norrsele", "norrsele"),
    ]


def test_cells_that_answer_for_each_municipality() -> None:
    (one,) = activities(
        HEADINGS, ("Webbstrategi", "Älvby: maj\nHedås: juni", "Älvby: Alva Ek\nHedås: Bo Gran")
    )
    assert rows_of(one) == [
        ("Älvby", "alvby", "maj", "Alva Ek"),
        ("Hedås", "hedas", "juni", "Bo Gran"),
    ]
