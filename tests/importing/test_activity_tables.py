"""Tables of activities in the shapes that people make them."""

from datetime import date

import pytest

from regionhub.importing.draft import ActivityDraft
from tests.importing.makers import activities, read, shapes, table

HEADINGS = ("Aktivitet", "Genomfört", "Ansvarig")


def sections(found: tuple[ActivityDraft, ...]) -> list[tuple[str | None, str]]:
    return [(one.section, one.text) for one in found]


# Columns


@pytest.mark.parametrize(
    "headings",
    [
        ("Aktivitet", "Genomfört", "Ansvarig"),
        ("Åtgärd", "Klart", "Ansvar"),
        ("Insatser", "Tidsplan", "Vem"),
        ("Vad ska göras?", "När ska det vara klart?", "Vem ansvarar?"),
        ("Arbetsuppgift", "Datum", "Ansvarig person"),
        ("Aktivitet", "Tid", "Kontaktperson"),
        ("Delprojekt", "Slutdatum", "Ansvariga"),
        ("Åtgärd", "Tidpl.", "Ansv."),
        ("Activity", "Due date", "Owner"),
        ("Action", "Deadline", "Responsible"),
        ("What?", "When?", "Who?"),
    ],
)
def test_columns_are_known_by_any_wording(headings: tuple[str, ...]) -> None:
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        row = ("Ny matsedel", "31 mars", "Alva Ek")
        found = activities([headings[at] for at in order], [row[at] for at in order])
        assert shapes(found) == [row]


@pytest.mark.parametrize(
    "headings",
    [
        ("Aktivtet", "Tidplann", "Ansvarg"),
        ("Aktivitet", "Tidsplan/deadline", "Ansvarg"),
        ("Mål/aktiviteter", "Tidpln", "Ansvarig"),
        ("Akitivitet", "Tidspaln", "Ansvaring person"),
        ("Åtgrd", "Klart", "Ansvraig"),
        ("Insattser", "Deadlne", "Vem"),
    ],
)
def test_a_heading_with_one_letter_wrong_is_known(headings: tuple[str, ...]) -> None:
    row = ("Ny matsedel", "31 mars", "Alva Ek")
    draft = read("Handlingsplan 2026 för kostgruppen", table(headings, row))
    assert shapes(draft.activities) == [row]
    assert draft.other == ()


def test_short_headings_must_be_right() -> None:
    (one,) = activities(("Aktivitet", "Klart", "Vemm"), ("Ny matsedel", "31 mars", "Alva Ek"))
    assert (one.owner_text, one.comment) == ("", "Vemm: Alva Ek")


def test_words_that_are_near_a_heading_head_nothing() -> None:
    rows = (
        ("Insatser för unga", "Början av maj", "Strateg"),
        ("Recept till alla kök", "Senaste veckan i juni", "Bo Persson"),
        ("Tidplan och telefoni", "Slutet av juni", "Genomförarna"),
    )
    assert shapes(activities(*rows)) == list(rows)


def test_goals_and_activities_in_one_column_are_activities() -> None:
    (one,) = activities(
        ("Mål och aktiviteter", "Bra att veta", "Ansvarig"), ("Ny matsedel", "Väntar", "Alva Ek")
    )
    assert (one.text, one.comment) == ("Ny matsedel", "Bra att veta: Väntar")


def test_columns_are_known_by_content_where_none_is_headed() -> None:
    rows = (
        ("Alva Ek", "Gemensam matsedel för alla skolor", "31 mars"),
        ("Hela gruppen", "Studieresa till grannregionen", "Slutet av maj"),
    )
    assert shapes(activities(*rows)) == [(what, when, who) for who, what, when in rows]


def test_a_table_cut_in_two_keeps_its_columns() -> None:
    draft = read(
        "Aktiviteter",
        table(HEADINGS, ("Matsedel", "31 mars", "Alva Ek")),
        table(("Studieresa", "när det passar", "?")),
    )
    assert shapes(draft.activities)[1] == ("Studieresa", "när det passar", "?")


def test_a_heading_row_below_a_title_and_once_more_on_the_next_page() -> None:
    found = activities(
        ("Kostgruppens lista", "", ""),
        ("Uppdaterad i mars", "", ""),
        HEADINGS,
        ("Matsedel", "31 mars", "Alva Ek"),
        HEADINGS,
        ("Studieresa", "maj", "Bo Gran"),
    )
    assert [one.text for one in found] == ["Matsedel", "Studieresa"]


def test_columns_beyond_the_usual_become_the_comment() -> None:
    (one,) = activities(
        ("Åtgärd", "Ansvarig", "Klart", "Status", "Kommentar", "Hur följs det upp?"),
        ("Matsedel", "Alva Ek", "31 mars", "Pågår", "Väntar på avtal", "Enkät"),
    )
    assert one.comment == "Status: Pågår\nVäntar på avtal\nHur följs det upp? Enkät"


def test_of_two_time_columns_the_plan_goes_before_the_outcome() -> None:
    (one,) = activities(
        ("Aktivitet", "Genomfört", "Tidplan", "Ansvarig"), ("Matsedel", "Nej", "maj", "Alva Ek")
    )
    assert shapes([one]) == [("Matsedel", "maj", "Alva Ek")]
    assert one.comment == "Genomfört: Nej"


def test_start_and_end_make_an_interval() -> None:
    (one,) = activities(("Aktivitet", "Start", "Slut"), ("Matsedel", "2026-03-01", "2026-04-15"))
    assert one.deadline is not None
    assert (one.deadline.start, one.deadline.end) == (date(2026, 3, 1), date(2026, 4, 15))


def test_columns_of_months_are_read_by_their_marks() -> None:
    found = activities(
        ("Aktivitet", "Ansvarig", "Jan", "Feb", "Mars", "April", "Okt"),
        ("Enkät", "Alva Ek", "", "x", "X", "x", ""),
        ("Möte", "Alla", "", "", "", "", "tisdag"),
        ("Recept", "Bo Gran", "", "", "", "", ""),
    )
    assert shapes(found) == [
        ("Enkät", "Feb–April", "Alva Ek"),
        ("Möte", "Okt", "Alla"),
        ("Recept", None, "Bo Gran"),
    ]
    assert found[0].deadline is not None
    assert (found[0].deadline.start, found[0].deadline.end) == (date(2026, 2, 1), date(2026, 4, 30))
    assert [one.comment for one in found] == [None, "Okt: tisdag", None]


def test_headings_in_two_rows() -> None:
    (one,) = activities(
        ("Aktivitet", "Tidplan", "<", "Ansvarig"),
        ("^", "Start", "Slut", "^"),
        ("Matsedel", "2026-03-01", "2026-04-15", "Alva Ek"),
    )
    assert shapes([one]) == [("Matsedel", "2026-03-01 – 2026-04-15", "Alva Ek")]


def test_a_row_whose_words_could_head_columns_is_still_a_row() -> None:
    found = activities(
        HEADINGS,
        ("Matsedel", "maj", "Alva Ek"),
        ("Möten", "Varannan månad", "Sammankallande"),
        ("Aktivitetsdag", "Klart", "Sammankallande"),
        ("Aktivitet 5", "Vecka 12", "Sammankallande"),
    )
    assert [one.text for one in found] == ["Matsedel", "Möten", "Aktivitetsdag", "Aktivitet 5"]


# Areas and sections


def test_an_area_goes_on_in_empty_and_merged_cells() -> None:
    found = activities(
        ("Område", "Aktivitet", "Klart"),
        ("Mat", "Matsedel", "maj"),
        ("", "Recept", "juni"),
        ("Kök", "Ugnar", "maj"),
        ("^", "Diskrum", "juni"),
    )
    assert sections(found) == [
        ("Mat", "Matsedel"),
        ("Mat", "Recept"),
        ("Kök", "Ugnar"),
        ("Kök", "Diskrum"),
    ]


def test_goals_of_a_column_are_the_plans_goals() -> None:
    draft = read(
        "Handlingsplan 2026",
        table(
            ("Mål", "Aktivitet", "Klart"),
            ("Godare mat", "Matsedel", "maj"),
            ("", "Recept", "juni"),
            ("Mindre svinn", "Vägning", "maj"),
        ),
    )
    assert [goal.text for goal in draft.goals] == ["Godare mat", "Mindre svinn"]
    assert [one.section for one in draft.activities] == ["Godare mat", "Godare mat", "Mindre svinn"]


def test_rows_that_span_the_table_are_sections() -> None:
    found = activities(
        HEADINGS,
        ("Måltider", "<", "<"),
        ("Matsedel", "maj", "Alva Ek"),
        ("Lokaler:", "", ""),
        ("Ugnar", "juni", "Bo Gran"),
    )
    assert sections(found) == [("Måltider", "Matsedel"), ("Lokaler:", "Ugnar")]


def test_sections_inside_the_one_cell_that_holds_the_plan() -> None:
    found = activities(
        HEADINGS,
        (
            "Måltider:\nMatsedel\nRecept\nLokaler:\nUgnar",
            "maj\njuni\naugusti",
            "Alva Ek\nBo Gran\nHela gruppen",
        ),
    )
    assert sections(found) == [
        ("Måltider:", "Matsedel"),
        ("Måltider:", "Recept"),
        ("Lokaler:", "Ugnar"),
    ]
    assert shapes(found)[2] == ("Ugnar", "augusti", "Hela gruppen")


def test_months_as_headings_date_what_stands_beneath() -> None:
    found = activities(
        ("Tid", "Aktivitet", "Ansvarig"),
        ("JUNI", "", ""),
        ("15", "Matdag", "Alva Ek"),
        ("", "Sommarplan", ""),
        ("AUGUSTI", "", ""),
        ("3", "Upptakt", "Alla"),
    )
    assert [one.deadline and one.deadline.end for one in found] == [
        date(2026, 6, 15),
        date(2026, 6, 30),
        date(2026, 8, 3),
    ]
    assert [one.section for one in found] == ["JUNI", "JUNI", "AUGUSTI"]


def test_a_time_to_the_left_holds_for_all_that_stands_beside_it() -> None:
    found = activities(
        ("Månad", "Aktivitet", "Ansvarig"),
        ("Januari", "Planering\nMöte", "Alva Ek\nAlla"),
        ("Mars–april", "Enkät", ""),
    )
    assert shapes(found) == [
        ("Planering", "Januari", "Alva Ek"),
        ("Möte", "Januari", "Alla"),
        ("Enkät", "Mars–april", ""),
    ]


def test_activities_named_as_parts_of_a_plan_are_activities() -> None:
    found = activities(
        ("Aktivitet", "Ansvarig"),
        ("Kommunikation", "<"),
        ("Utvärdering", "Alva Ek"),
        ("Uppföljning", "Bo Gran"),
        ("Resurser", ""),
    )
    assert sections(found) == [
        ("Kommunikation", "Utvärdering"),
        ("Kommunikation", "Uppföljning"),
        ("Kommunikation", "Resurser"),
    ]


# Lists side by side


def test_lists_of_equal_length_are_paired() -> None:
    found = activities(
        HEADINGS, ("Matsedel\nRecept\nUgnar", "maj\njuni\nDec 2026", "Alva Ek\nTekniker\nAlla")
    )
    assert shapes(found) == [
        ("Matsedel", "maj", "Alva Ek"),
        ("Recept", "juni", "Tekniker"),
        ("Ugnar", "Dec 2026", "Alla"),
    ]
    assert not any(one.doubts for one in found)


def test_lists_kept_level_by_empty_lines_are_paired() -> None:
    found = activities(
        HEADINGS, ("Matsedel\n\nRecept\n\nUgnar", "\n\nmaj\n\njuni", "Alva Ek\n\n\n\nBo Gran")
    )
    assert shapes(found) == [
        ("Matsedel", None, "Alva Ek"),
        ("Recept", "maj", ""),
        ("Ugnar", "juni", "Bo Gran"),
    ]


def test_more_times_than_activities_are_not_matched_but_kept_as_doubts() -> None:
    found = activities(HEADINGS, ("Matsedel\nRecept", "mars\nmaj\njuni", "Alva Ek\nBo Gran"))
    assert [one.deadline for one in found] == [None, None]
    assert [one.owner_text for one in found] == ["Alva Ek", "Bo Gran"]
    for one in found:
        (doubt,) = one.doubts
        assert all(f"”{time}”" in doubt for time in ("mars", "maj", "juni"))


def test_fewer_owners_than_activities_are_not_matched() -> None:
    found = activities(HEADINGS, ("Matsedel\nRecept\nUgnar", "maj\nmaj\nmaj", "Alva Ek\nBo Gran"))
    assert all(one.owners == () and one.owner_text == "" for one in found)
    assert all("”Alva Ek”, ”Bo Gran”" in one.doubts[0] for one in found)


def test_the_same_time_over_and_over_is_still_no_match_when_one_is_missing() -> None:
    found = activities(HEADINGS, ("Matsedel\nRecept\nUgnar", "maj\nmaj", "Alla\nAlla\nAlla"))
    assert [one.deadline for one in found] == [None, None, None]


def test_an_activity_whose_rows_lack_a_match_keeps_what_is_sure_of_the_whole() -> None:
    (one,) = activities(
        HEADINGS,
        ("Öppna recept\n- Älvby\n- Granvik\n- Hedås", "2026-12-31\n2026-12-31", "Alva Ek\nBo Gran"),
        ("", "", ""),
    )
    assert one.deadline is not None
    assert one.deadline.end == date(2026, 12, 31)
    assert one.owner_text == "Alva Ek\nBo Gran"
    assert all(row.deadline is None and row.owners == () for row in one.rows)
    assert len(one.doubts) == 2


def test_a_line_that_ends_openly_goes_on_in_the_next() -> None:
    found = activities(
        HEADINGS,
        ("Matsedel\nRecept", "mars –\nmaj\njuni", "Turistbyrån/\nAlva Ek\nBo Gran"),
    )
    assert shapes(found) == [
        ("Matsedel", "mars – maj", "Turistbyrån/ Alva Ek"),
        ("Recept", "juni", "Bo Gran"),
    ]


def test_several_owners_of_one_activity() -> None:
    first, second = activities(
        HEADINGS, ("Matsedel", "maj", "Alva Ek\nBo Gran\nCia Dal"), ("Recept", "juni", "Alla")
    )
    assert [owner.name for owner in first.owners] == ["Alva Ek", "Bo Gran", "Cia Dal"]
    assert (first.doubts, second.doubts) == ((), ())


def test_two_sentences_with_one_time_are_one_activity_and_doubted() -> None:
    found = activities(
        HEADINGS,
        ("Fortsatt mätning av svinnet.\nBevaka priserna.", "maj", "Alva Ek"),
        ("Recept", "juni", "Bo Gran"),
    )
    assert found[0].text == "Fortsatt mätning av svinnet. Bevaka priserna."
    assert found[0].doubts == (
        "Cellen har flera stycken och har lästs som en aktivitet. Är det flera?",
    )


def test_a_row_without_an_activity_belongs_above_and_is_doubted() -> None:
    (one,) = activities(HEADINGS, ("Matsedel", "maj", "Alva Ek"), ("", "", "Bo Gran"))
    assert one.owner_text == "Alva Ek\nBo Gran"
    assert "”Bo Gran”" in one.doubts[0]


def test_a_time_merged_over_rows_holds_for_each() -> None:
    found = activities(HEADINGS, ("Matsedel", "maj", "Alva Ek"), ("Recept", "^", "Bo Gran"))
    assert [one.deadline and one.deadline.text for one in found] == ["maj", "maj"]


# Times


def test_an_empty_time_is_none_and_an_unreadable_one_is_asked_about() -> None:
    empty, unclear = activities(
        HEADINGS, ("Matsedel", "", "Alva Ek"), ("Recept", "oklar tidsplan", "Bo Gran")
    )
    assert empty.deadline is None
    assert unclear.deadline is not None
    assert (unclear.deadline.text, unclear.deadline.end) == ("oklar tidsplan", None)
    assert "oklar tidsplan" in unclear.doubts[0]


def test_a_time_before_the_plan_year_is_kept_and_flagged() -> None:
    (one,) = activities(HEADINGS, ("Uppföljning", "December 2025", "Alva Ek"))
    assert one.deadline is not None
    assert one.deadline.end == date(2025, 12, 31)
    assert "2026" in one.doubts[0]


def test_typing_faults_survive() -> None:
    (one,) = activities(HEADINGS, ("Planerring av matsedlen", "2026-05-01", "Alva ek"))
    assert one.text == "Planerring av matsedlen"
    assert one.owner_text == "Alva ek"
