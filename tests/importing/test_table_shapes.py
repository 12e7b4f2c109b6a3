"""Tables with sums, parts, dittos, numbers and other habits of those who make them."""

from regionhub.importing.draft import ActivityDraft
from tests.importing.makers import activities, read, rows_of, shapes, table

HEADINGS = ("Aktivitet", "Genomfört", "Ansvarig")


def sections(found: tuple[ActivityDraft, ...]) -> list[tuple[str | None, str]]:
    return [(one.section, one.text) for one in found]


def test_a_sum_and_numbers_in_parts_are_no_activities() -> None:
    draft = read(
        "Aktiviteter",
        table(
            ("Nr", "Aktivitet", "Klart", "Timmar"),
            ("1.1", "Matsedel", "maj", "10"),
            ("1.2", "Recept", "juni", "5"),
            ("", "", "Summa", "15"),
        ),
    )
    assert [(one.text, one.comment) for one in draft.activities] == [
        ("Matsedel", "Timmar: 10"),
        ("Recept", "Timmar: 5"),
    ]
    assert [part.text for part in draft.other] == ["Summa | 15"]


def test_an_empty_month_takes_the_one_above_and_asks() -> None:
    first, second, third = activities(
        ("Månad", "Aktivitet"), ("Januari", "Planering"), ("", "Budget"), ("Mars", "Mässa")
    )
    assert [one.deadline and one.deadline.text for one in (first, second, third)] == [
        "Januari",
        "Januari",
        "Mars",
    ]
    assert [len(one.doubts) for one in (first, second, third)] == [0, 1, 0]


def test_a_box_before_an_activity_is_no_part_of_it_but_a_tick_is_kept() -> None:
    empty, ticked = activities(("Aktivitet", "Klart"), ("☐ Matsedel", "maj"), ("☒ Mässa", "juni"))
    assert (empty.text, empty.comment) == ("Matsedel", None)
    assert (ticked.text, ticked.comment) == ("Mässa", "☒")


def test_merged_times_and_owners_are_those_of_every_row_they_cover() -> None:
    found = activities(
        HEADINGS,
        ("Matsedel", "maj", "Alva Ek"),
        ("Recept", "^", "^"),
        ("Studieresa", "juni", "^"),
    )
    assert sections(found) == [(None, "Matsedel"), (None, "Recept"), (None, "Studieresa")]
    assert shapes(found) == [
        ("Matsedel", "maj", "Alva Ek"),
        ("Recept", "maj", "Alva Ek"),
        ("Studieresa", "juni", "Alva Ek"),
    ]


def test_the_signs_for_the_same_as_above_stand_for_its_words() -> None:
    found = activities(
        HEADINGS, ("Matsedel", "maj", "Alva Ek"), ("Recept", '"', "-”-"), ("Kurs", "juni", "dito")
    )
    assert shapes(found) == [
        ("Matsedel", "maj", "Alva Ek"),
        ("Recept", "maj", "Alva Ek"),
        ("Kurs", "juni", "Alva Ek"),
    ]


def test_a_second_row_of_headings_with_a_column_for_each_municipality() -> None:
    draft = read(
        "Aktiviteter",
        table(
            ("Aktivitet", "Tid", "<", "Kommun", "<"),
            ("^", "Start", "Slut", "Älvby", "Granvik"),
            ("Matsedel", "mars", "maj", "x", ""),
        ),
    )
    (one,) = draft.activities
    assert shapes([one]) == [("Matsedel", "mars – maj", "")]
    assert [row.municipality for row in one.rows] == ["alvby"]
    assert draft.other == ()


def test_a_row_with_the_number_above_those_beneath_is_their_heading() -> None:
    found = activities(
        ("Nr", *HEADINGS),
        ("1", "Mat", "", ""),
        ("1.1", "Matsedel", "maj", "Alva Ek"),
        ("1.2", "Recept", "juni", "Bo Gran"),
        ("2", "Studieresa", "maj", "Alla"),
    )
    assert sections(found) == [("Mat", "Matsedel"), ("Mat", "Recept"), (None, "Studieresa")]


def test_a_form_field_that_nobody_has_filled_in_is_no_activity() -> None:
    found = activities(
        HEADINGS,
        ("Klicka här för att ange text.", "Klicka för att ange ett datum.", "Välj ett objekt."),
        ("Matsedel", "maj", "Alva Ek"),
    )
    assert shapes(found) == [("Matsedel", "maj", "Alva Ek")]


def test_empty_cells_go_on_with_their_own_columns_area_only() -> None:
    found = activities(
        ("Övergripande mål", "Delmål", "Aktivitet"),
        ("Godare mat", "Fler rätter", "Matsedel"),
        ("", "", "Recept"),
        ("", "Mer grönt", "Odling"),
        ("Mindre svinn", "", "Vägning"),
    )
    assert [section for section, _ in sections(found)] == [
        "Godare mat – Fler rätter",
        "Godare mat – Fler rätter",
        "Godare mat – Mer grönt",
        "Mindre svinn",
    ]


def test_a_column_of_parts_gives_rows_with_times_and_owners_of_their_own() -> None:
    split, whole, shared = activities(
        ("Aktivitet", "Delaktivitet", "Klart", "Ansvarig"),
        ("Nytt kök", "Ritning", "mars", "Alva Ek"),
        ("", "Bygge", "maj", "Bo Gran"),
        ("Recept", "Test", "juni", "Cia Dal"),
        ("Kurs", "Inbjudan", "aug", "Alla"),
        ("^", "Genomförande", "sept", "^"),
    )
    assert rows_of(split) == [
        ("Ritning", None, "mars", "Alva Ek"),
        ("Bygge", None, "maj", "Bo Gran"),
    ]
    assert (shapes([whole]), rows_of(whole)) == (
        [("Recept", "juni", "Cia Dal")],
        [("Test", None, None, "")],
    )
    assert shared.owner_text == "Alla"
    assert rows_of(shared) == [
        ("Inbjudan", None, "aug", ""),
        ("Genomförande", None, "sept", ""),
    ]


def test_an_activity_cell_that_says_itself_when_and_who() -> None:
    found = activities(
        ("Aktivitet", "Kommentar"),
        ("Matsedel\nAnsvarig: Alva Ek\nKlart: maj", "Väntar"),
        ("Kurs\nAnsvarig: Bo Gran\nMässa\nAnsvarig: Cia Dal", ""),
    )
    assert shapes(found) == [
        ("Matsedel", "maj", "Alva Ek"),
        ("Kurs", None, "Bo Gran"),
        ("Mässa", None, "Cia Dal"),
    ]
    assert found[0].comment == "Väntar"


def test_rows_with_nothing_but_a_name_are_headings_where_all_others_say_more() -> None:
    rows = (("Mat", "", ""), ("Matsedel", "maj", "Alva Ek"), ("Kök", "", ""), ("Ugnar", "juni", ""))
    assert sections(activities(HEADINGS, *rows)) == [("Mat", "Matsedel"), ("Kök", "Ugnar")]
    assert len(activities(HEADINGS, *rows[1:])) == 3


def test_activities_above_rows_for_municipalities_are_no_headings() -> None:
    found = activities(
        HEADINGS,
        ("Ny växel", "", ""),
        ("Älvby", "maj", "Alva Ek"),
        ("Ny brandvägg", "", ""),
        ("Hedås", "juni", "Bo Gran"),
    )
    assert [(one.text, len(one.rows)) for one in found] == [("Ny växel", 1), ("Ny brandvägg", 1)]


def test_an_activity_said_again_for_each_municipality_is_one() -> None:
    split, whole = activities(
        ("Kommun", "Aktivitet", "Klart", "Ansvarig"),
        ("Älvby", "Ny växel", "maj", "Alva Ek"),
        ("Hedås", "Ny växel", "juni", "Bo Gran"),
        ("Älvby", "Kurs", "juli", "Alva Ek"),
        ("Älvby", "Kurs", "okt", "Alva Ek"),
    )[:2]
    assert rows_of(split) == [
        ("Älvby", "alvby", "maj", "Alva Ek"),
        ("Hedås", "hedas", "juni", "Bo Gran"),
    ]
    assert shapes([whole]) == [("Kurs", "juli", "Alva Ek")]


def test_how_often_is_a_time() -> None:
    for heading in ("Hur ofta?", "Frekvens"):
        assert shapes(activities(("Aktivitet", heading), ("Möten", "4 ggr/år"))) == [
            ("Möten", "4 ggr/år", "")
        ]


def test_of_two_columns_that_may_hold_owners_the_one_with_names_does() -> None:
    found = activities(("Enkät", "maj", "Alva Ek"), ("Mässa", "juni", "Bo Gran"))
    assert shapes(found) == [("Enkät", "maj", "Alva Ek"), ("Mässa", "juni", "Bo Gran")]


def test_a_start_without_an_end_is_no_time_when_it_is_due() -> None:
    (one,) = activities(("Aktivitet", "Startdatum", "Slutdatum"), ("Matsedel", "2026-03-01", ""))
    assert (one.deadline, one.comment) == (None, "Startdatum: 2026-03-01")


def test_a_column_of_years_says_when() -> None:
    assert shapes(activities(("Aktivitet", "År"), ("Matsedel", "2026"))) == [
        ("Matsedel", "2026", "")
    ]


def test_a_goal_to_the_left_of_its_words_heads_the_rows_beneath() -> None:
    found = activities(
        HEADINGS,
        ("Mål", "Godare mat", "<"),
        ("Matsedel", "maj", "Alva Ek"),
        ("Mål", "Mindre svinn", "<"),
        ("Vägning", "juni", "Bo Gran"),
    )
    assert sections(found) == [("Godare mat", "Matsedel"), ("Mindre svinn", "Vägning")]


def test_a_merged_time_is_not_told_twice_by_a_row_that_only_comments() -> None:
    (one,) = activities(
        ("Aktivitet", "Klart", "Kommentar"), ("Matsedel", "maj", "Väntar"), ("^", "^", "Klar")
    )
    assert (one.comment, one.doubts) == ("Väntar\nKlar", ())
