"""Lists inside cells: what each line is, and which lines belong together."""

from collections.abc import Collection

from hypothesis import given
from hypothesis import strategies as st

from regionhub.importing.cell_lists import Entry, Is, pair, read_entries, whole_lines
from tests.importing.makers import VOCABULARY, lines


def entries(
    *texts: str, whole_plan: bool = False, counts: Collection[int] = ()
) -> list[tuple[Is, str]]:
    found = read_entries(lines(*texts), whole_plan=whole_plan, counts=counts, vocabulary=VOCABULARY)
    return [(entry.kind, entry.text) for entry in found]


def listed(count: int) -> list[Entry]:
    return [Entry(Is.ACTIVITY, f"nr {number}", number) for number in range(count)]


def test_bullets_beneath_a_line_are_rows_among_other_activities() -> None:
    assert entries("Öppna program", "- Recept", "- Beställning") == [
        (Is.ACTIVITY, "Öppna program"),
        (Is.ROW, "Recept"),
        (Is.ROW, "Beställning"),
    ]


def test_bullets_beneath_a_line_are_activities_when_the_cell_is_the_whole_plan() -> None:
    assert entries("Under året:", "- Laga", "- Köp", whole_plan=True) == [
        (Is.SECTION, "Under året:"),
        (Is.ACTIVITY, "Laga"),
        (Is.ACTIVITY, "Köp"),
    ]
    assert entries("Ugnar", "- Älvby", "- Hedås", whole_plan=True)[0] == (Is.ACTIVITY, "Ugnar")


def test_as_many_times_as_heads_make_the_heads_activities() -> None:
    texts = ("Kurs", "- grund", "- fördjupning", "- prov", "Resa", "- bokning")
    found = entries(*texts, whole_plan=True, counts={2})
    assert [text for kind, text in found if kind is Is.ACTIVITY] == ["Kurs", "Resa"]


def test_bullets_alone_are_activities() -> None:
    assert [kind for kind, _ in entries("- Laga", "- Köp")] == [Is.ACTIVITY, Is.ACTIVITY]


def test_activities_that_happen_to_name_places_are_no_rows() -> None:
    found = entries("Matmässa", "Seminarium i Hedås", "Resa till Granvik", whole_plan=True)
    assert [kind for kind, _ in found] == [Is.ACTIVITY] * 3


def test_small_letters_and_open_ends_go_on_with_the_line_before() -> None:
    texts = [line.text for _, line in whole_lines(lines("Ta fram", "en plan (ej", "alla)"), wrap=0)]
    assert texts == ["Ta fram en plan (ej alla)"]
    kept = [line.text for _, line in whole_lines(lines("Maj", "oklart"), wrap=None)]
    assert kept == ["Maj", "oklart"]


def test_small_letters_begin_activities_where_times_are_as_many() -> None:
    assert [text for _, text in entries("planera", "mäta", counts={2})] == ["planera", "mäta"]


def test_blocks_between_empty_lines_belong_to_blocks() -> None:
    cell = read_entries(
        lines("Recept", "", "Ugnar"), whole_plan=True, counts=(), vocabulary=VOCABULARY
    )
    assert pair(cell, lines("Alva Ek", "Bo Gran", "", "Cia Dal")) == [
        "Alva Ek\nBo Gran",
        "Cia Dal",
    ]


def test_rows_take_the_times_when_only_they_are_as_many() -> None:
    cell = [Entry(Is.ACTIVITY, "Ugnar", 0), Entry(Is.ROW, "Älvby", 1), Entry(Is.ROW, "Hedås", 2)]
    assert pair(cell, lines("maj", "juni")) == ["", "maj", "juni"]
    assert pair(cell, lines("2026", "maj", "juni")) == ["2026", "maj", "juni"]
    assert pair(cell, lines("maj")) is None


def test_an_open_end_that_makes_the_count_right_only_by_chance_is_no_match() -> None:
    assert pair(listed(3), lines("Byrån/", "Alva Ek", "Bo Gran")) is None


@given(st.integers(1, 12), st.integers(0, 12))
def test_lists_are_paired_only_when_they_can_be(activities: int, values: int) -> None:
    texts = [f"värde {number}" for number in range(values)]
    paired = pair(listed(activities), lines(*texts))
    if values == 0:
        assert paired == [""] * activities
    elif activities == 1:
        assert paired == ["\n".join(texts)]
    else:
        assert paired == (texts if activities == values else None)
