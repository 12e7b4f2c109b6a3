"""Goals and purpose: what is one, what heads it, and which overarching goals it serves."""

import pytest

from regionhub.importing.goals import read_goals
from regionhub.importing.purposes import read_purpose
from tests.importing.makers import VOCABULARY, lines, read, table

GOALS = VOCABULARY.overarching_goals


def goals(*texts: str) -> list[tuple[str | None, str]]:
    return [(goal.heading, goal.text) for goal in read_goals(lines(*texts))]


def purpose(*texts: str) -> list[tuple[tuple[int, ...] | None, str]]:
    return [(part.overarching_goals, part.text) for part in read_purpose(lines(*texts), GOALS)]


# Goals


def test_headings_with_text_beneath() -> None:
    assert goals(
        "Godare mat",
        "Under året ska minst hälften av rätterna lagas från grunden.",
        "Mindre svinn + bättre planering",
        "Svinnet vägs varje vecka. Målet är högst 40 gram per portion.",
    ) == [
        ("Godare mat", "Under året ska minst hälften av rätterna lagas från grunden."),
        (
            "Mindre svinn + bättre planering",
            "Svinnet vägs varje vecka. Målet är högst 40 gram per portion.",
        ),
    ]


def test_bullets_beneath_headings_are_goals_of_their_own() -> None:
    assert goals("Mat", "- Laga mer", "- Köp nära", "Kök", "- Nya ugnar") == [
        ("Mat", "Laga mer"),
        ("Mat", "Köp nära"),
        ("Kök", "Nya ugnar"),
    ]


def test_bullets_after_a_lead_are_goals_of_their_own() -> None:
    found = goals("Under 2026 eftersträvar gruppen att:", "- laga mer,", "- köpa nära")
    assert [text for _, text in found] == ["laga mer,", "köpa nära"]


def test_bullets_that_only_spell_out_a_goal_stay_with_it() -> None:
    main, own = goals(
        "Huvudmålet är att alla kök är kvalitetssäkrade. Det märks genom att;",
        "- alla kockar har utbildats",
        "- svinnet vägs",
        "Ovanstående punkter kommer från projektplanen.",
        "Gruppen ska stärka sin egen kunskap.",
    )
    assert main[1].endswith("svinnet vägs\nOvanstående punkter kommer från projektplanen.")
    assert own == (None, "Gruppen ska stärka sin egen kunskap.")


def test_paragraphs_are_a_goal_each() -> None:
    texts = ("Under 2026 ska gruppen komma igång.", "Under 2026 ska alla kök besökas.")
    assert goals(*texts) == [(None, text) for text in texts]
    assert goals("Utvecklingsmål:", *texts) == [("Utvecklingsmål:", text) for text in texts]


def test_short_lines_are_a_goal_each_and_a_list_ends_where_bullets_do() -> None:
    assert goals(
        "Samarbete om mat:", "- matfestival", "- kokbok", "Höstlov", "Utbyte mellan kök"
    ) == [
        ("Samarbete om mat:", "matfestival"),
        ("Samarbete om mat:", "kokbok"),
        (None, "Höstlov"),
        (None, "Utbyte mellan kök"),
    ]


def test_a_paragraph_keeps_the_list_it_announces() -> None:
    lead = "Vår verksamhet bygger på projekt. Exempel på sådana är följande:"
    first, last = goals("Målet är tillväxt.", lead, "Kock", "Ugn i Hedås")
    assert first == (None, "Målet är tillväxt.")
    assert last == (None, f"{lead}\nKock\nUgn i Hedås")


def test_lines_cut_by_the_page_are_put_together() -> None:
    assert goals("Språk", "Menyn ska finnas på engelska. Vi undersöker även", "andra språk.") == [
        ("Språk", "Menyn ska finnas på engelska. Vi undersöker även andra språk.")
    ]


def test_short_lines_with_small_letters_are_items_and_not_cut_lines() -> None:
    assert [text for _, text in goals("Under året ska vi:", "laga mer", "köpa nära")] == [
        "laga mer",
        "köpa nära",
    ]


def test_a_table_of_goals_keeps_its_indicators() -> None:
    draft = read(
        "Mål 2026",
        table(("Mål", "Indikator", "Målvärde"), ("Mindre svinn", "Gram per portion", "40")),
    )
    assert [goal.text for goal in draft.goals] == [
        "Mindre svinn\nIndikator: Gram per portion\nMålvärde: 40"
    ]


# Purpose


@pytest.mark.parametrize("number", ["", "4. "])
def test_overarching_goals_as_headings(number: str) -> None:
    draft = read(
        "Avsikt/Syfte",
        f"- {number}Utveckla dalen" if number else "Utveckla dalen:",
        "Vi köper nära.",
        "Förenkling av den kommunala vardagen",
        "Vi delar avtal.",
        "Öppet redovisad samverkan",
        "Vi skriver på webben.",
    )
    assert [part.overarching_goals for part in draft.purpose] == [(1,), (2,), (3,)]
    assert draft.purpose[1].text == "Förenkling av den kommunala vardagen\nVi delar avtal."


def test_short_headings_in_other_forms_and_another_order() -> None:
    found = purpose("Inledning om oss.", "Förenkling:", "Vi delar.", "Utveckling:", "Vi köper.")
    assert [part[0] for part in found] == [None, (2,), (1,)]


def test_numbers_of_other_lists_are_not_overarching_goals() -> None:
    ((goals_named, text),) = purpose("Vi har tre teman:", "- 1. Mat", "- 2. Kök", "Så arbetar vi.")
    assert goals_named is None
    assert "Kök" in text


def test_running_text_that_quotes_or_numbers_the_goals() -> None:
    assert purpose("Vi bidrar till att utveckla Storadalen.") == [
        ((1,), "Vi bidrar till att utveckla Storadalen.")
    ]
    assert purpose("Vi bidrar till att utveckla dalens bibliotek.")[0][0] is None
    assert purpose("Vi verkar för målsättning 3, men även för målsättning 1 och 2.")[0][0] == (
        1,
        2,
        3,
    )
    assert purpose("Allt utgår från de tre övergripande målsättningarna.")[0][0] == (1, 2, 3)
    assert purpose("Mål 2026 är satta.")[0][0] is None


def test_goals_that_are_only_listed_head_nothing() -> None:
    ((named, text),) = purpose(
        "- Utveckla dalen",
        "- Förenkla den kommunala vardagen",
        "- Samverkan ska vara öppet redovisad",
        "Gruppen verkar för målsättning 2.",
    )
    assert named is not None
    assert 2 in named
    assert text.startswith("Utveckla dalen\n")


def test_a_pure_list_gives_a_part_for_each_item() -> None:
    assert purpose("- Vi delar recept.", "- Så kan vi utveckla dalen.") == [
        (None, "Vi delar recept."),
        ((1,), "Så kan vi utveckla dalen."),
    ]


def test_an_item_of_a_pure_list_that_names_a_goal_heads_none_of_the_others() -> None:
    assert purpose(
        "- Ge alla god mat", "- Förenkla den kommunala vardagen med recept", "- Öka kunskapen"
    ) == [
        (None, "Ge alla god mat"),
        ((2,), "Förenkla den kommunala vardagen med recept"),
        (None, "Öka kunskapen"),
    ]


def test_overarching_goals_as_a_part_of_their_own() -> None:
    serving = read("Övergripande målsättningar", "Utveckla dalen", "Vi köper nära.")
    own = read("Övergripande mål", "Alla ska äta gott.")
    assert [part.overarching_goals for part in serving.purpose] == [(1,)]
    assert (own.purpose, [goal.text for goal in own.goals]) == ((), ["Alla ska äta gott."])


def test_a_part_that_begins_with_a_goals_number_and_its_name_over_its_words() -> None:
    named, said = "Övergripande mål 2: Effektivisering:", "Genom gemensamma inköp av scenkonst."
    other, beneath = "Övergripande mål 1: Utveckling:", "Genom att kulturen syns i planeringen."
    assert purpose(named, said, other, beneath) == [
        ((2,), f"{named}\n{said}"),
        ((1,), f"{other}\n{beneath}"),
    ]


def test_parts_that_begin_with_the_numbers_they_serve() -> None:
    one = "Övergripande mål 1 och 2: Samma bibliotekskort gäller hos alla."
    other = "Övergripande mål 3: Låntagarna får säga vad de saknar."
    assert purpose(one, other) == [((1, 2), one), ((3,), other)]


def test_numbered_goals_without_a_word_of_ones_own_are_no_parts() -> None:
    listed = ("Övergripande mål 1: Utveckla dalen", "Övergripande mål 2: Förenkla vardagen")
    assert len(purpose("Vi arbetar för båda.", *listed)) == 1
