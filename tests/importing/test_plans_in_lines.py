"""Plans whose activities stand beneath headings and labels rather than in one table."""

import pytest

from regionhub.importing.draft import PlanDraft
from tests.importing.makers import read, read_all, shapes, table

TITLE = "# Verksamhetsplan 2026 för kostgruppen"


def placed(draft: PlanDraft) -> list[tuple[str | None, str]]:
    """The section and words of each activity."""
    return [(one.section, one.text) for one in draft.activities]


# Chapters


def test_goals_and_activities_beneath_several_headings_keep_them_as_sections() -> None:
    draft = read(
        TITLE,
        "Kontaktperson: Alva Ek, Granvik",
        "## Godare mat",
        "### Mål",
        "Fler äter upp.",
        "### Aktiviteter",
        table(("Aktivitet", "Klart"), ("Matsedel", "maj")),
        "## Mindre svinn",
        "### Mål",
        "Mindre kastas.",
        "### Aktiviteter",
        "- Vägning av svinn",
    )
    assert placed(draft) == [("Godare mat", "Matsedel"), ("Mindre svinn", "Vägning av svinn")]
    assert [(goal.heading, goal.text) for goal in draft.goals] == [
        ("Godare mat", "Fler äter upp."),
        ("Mindre svinn", "Mindre kastas."),
    ]
    assert (draft.other, draft.contacts[0].title) == ((), None)


def test_activities_beneath_each_numbered_goal_have_it_as_section() -> None:
    goals = ("Mål 1: Godare mat", "Mål 2: Mindre svinn")
    draft = read(
        TITLE, goals[0], "Aktiviteter", "- Ny matsedel", goals[1], "Aktiviteter", "- Vägning"
    )
    assert placed(draft) == [(goals[0], "Ny matsedel"), (goals[1], "Vägning")]


def test_activities_after_all_the_goals_belong_to_none_of_them() -> None:
    draft = read(TITLE, "Mål 1: Godare mat", "Mål 2: Mindre svinn", "Aktiviteter", "- Vägning")
    assert placed(draft) == [(None, "Vägning")]


def test_goals_that_head_rows_of_the_activity_table_are_the_plans_goals() -> None:
    draft = read(
        TITLE,
        table(
            ("Aktivitet", "Klart"),
            ("Mål 1: Godare mat", "<"),
            ("Matsedel", "maj"),
            ("Mål 2: Mindre svinn", "<"),
            ("Vägning", "juni"),
        ),
    )
    goals = ["Mål 1: Godare mat", "Mål 2: Mindre svinn"]
    assert [goal.text for goal in draft.goals] == goals
    assert [section for section, _ in placed(draft)] == goals


# Labels


def test_activities_told_by_labels_where_nothing_heads_them() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen",
        "1. Mässa i Granvik",
        "Ansvarig: Alva Ek",
        "Klart: mars 2026",
        "Kommentar: delad monter",
        "2. Ny broschyr",
        "Ansvarig: Bo Gran",
    )
    assert [who for *_, who in shapes(draft.activities)] == ["Alva Ek", "Bo Gran"]
    assert (draft.activities[0].comment, draft.other) == ("delad monter", ())


def test_who_has_written_the_document_is_no_activity() -> None:
    draft = read("Verksamhetsplan 2026 för kostgruppen", "Ansvarig: Alva Ek", "Datum: 2026-01-10")
    assert draft.activities == ()
    assert [part.text for part in draft.other] == ["Ansvarig: Alva Ek\nDatum: 2026-01-10"]


def test_a_heading_with_words_and_labels_beneath_is_an_activity() -> None:
    draft = read(
        TITLE,
        "## Aktiviteter",
        "### Mässa i Granvik",
        "Vi deltar med en monter.",
        "Ansvarig: Alva Ek",
        "Tidplan: mars",
        "### Broschyr",
        "Ansvarig: Bo Gran",
        "### Kök",
        "- Ugnar, ansvarig: Bo Gran",
        "- Diskrum, ansvarig: Cia Dal",
    )
    assert shapes(draft.activities) == [
        ("Mässa i Granvik", "mars", "Alva Ek"),
        ("Broschyr", None, "Bo Gran"),
        ("Ugnar", None, "Bo Gran"),
        ("Diskrum", None, "Cia Dal"),
    ]
    assert [section for section, _ in placed(draft)] == [None, None, "Kök", "Kök"]
    assert draft.activities[0].comment == "Vi deltar med en monter."


def test_time_and_people_in_brackets_after_an_activity() -> None:
    draft = read(
        TITLE,
        "## Aktiviteter",
        "- Ny matsedel (Alva Ek, maj)",
        "- Kurs (v. 40)",
        "- Mässa (fyra kommuner)",
        "- Möten: 4 ggr/år",
        "- Enkät; Bo Gran; oktober",
    )
    assert shapes(draft.activities) == [
        ("Ny matsedel", "maj", "Alva Ek"),
        ("Kurs", "v. 40", ""),
        ("Mässa (fyra kommuner)", None, ""),
        ("Möten", "4 ggr/år", ""),
        ("Enkät", "oktober", "Bo Gran"),
    ]
    assert [len(one.doubts) for one in draft.activities] == [1, 1, 0, 1, 1]


def test_a_number_in_the_label_of_an_activity_is_no_lost_word() -> None:
    draft = read(
        TITLE, "Aktivitet 1: Ny matsedel", "Vem: Alva Ek", "Aktivitet 2: Kurs", "Vem: Bo Gran"
    )
    assert [one.text for one in draft.activities] == ["Ny matsedel", "Kurs"]
    assert draft.other == ()


# Tables of other things


def test_goals_with_someone_answering_for_them_are_goals_where_goals_stand() -> None:
    draft = read(
        TITLE,
        "## Mål",
        table(("Mål", "Mått", "Ansvarig"), ("Mindre svinn", "kilo i veckan", "Alva Ek")),
        "## Aktiviteter",
        table(("Aktivitet", "Klart"), ("Vägning", "maj")),
    )
    assert [goal.text for goal in draft.goals] == [
        "Mindre svinn\nMått: kilo i veckan\nAnsvarig: Alva Ek"
    ]
    assert [one.text for one in draft.activities] == ["Vägning"]


def test_what_is_done_about_risks_is_no_activity() -> None:
    draft = read(
        TITLE,
        "## Riskanalys",
        table(
            ("Risk", "Sannolikhet", "Åtgärd", "Ansvarig"), ("Strömavbrott", "2", "Öva", "Alva Ek")
        ),
    )
    assert draft.activities == ()
    assert [part.heading for part in draft.other] == ["Riskanalys"]


def test_lines_that_begin_with_a_time_are_no_headings() -> None:
    draft = read(
        TITLE,
        "## Aktiviteter",
        "Januari–mars: Planering (Alva Ek)",
        "April–maj: Mässa",
        "Juni: Kurs",
    )
    assert shapes(draft.activities) == [
        ("Planering", "Januari–mars", "Alva Ek"),
        ("Mässa", "April–maj", ""),
        ("Kurs", "Juni", ""),
    ]


def test_lists_with_labels_beneath_goals_are_activities() -> None:
    draft = read(
        TITLE,
        "## Mål 1: Godare mat",
        "- Ny matsedel – ansvarig: Alva Ek – klart: maj",
        "- Kurs – ansvarig: Bo Gran",
        "## Mål 2: Mindre svinn",
        "- Vägning, löpande",
    )
    assert placed(draft) == [
        ("Mål 1: Godare mat", "Ny matsedel"),
        ("Mål 1: Godare mat", "Kurs"),
        ("Mål 2: Mindre svinn", "Vägning"),
    ]
    assert [goal.text for goal in draft.goals] == ["Godare mat", "Mindre svinn"]


def test_a_list_of_activities_may_be_the_title() -> None:
    draft = read(
        "Aktivitetslista för kostgruppen 2026",
        table(("Vad", "Vem"), ("Mässa", "Alva Ek")),
        "Löpande uppgifter",
        table(("Vad", "Vem"), ("Möten", "Bo Gran")),
    )
    assert (draft.group, draft.title) == ("kost", "Aktivitetslista för kostgruppen 2026")
    assert placed(draft) == [(None, "Mässa"), ("Löpande uppgifter", "Möten")]


def test_sentences_that_explain_each_item_of_a_list_are_comments() -> None:
    draft = read(
        TITLE, "## Aktiviteter", "- Mässa", "Vi har en monter.", "- Kurs", "Den hålls i Granvik."
    )
    assert [(one.text, one.comment) for one in draft.activities] == [
        ("Mässa", "Vi har en monter."),
        ("Kurs", "Den hålls i Granvik."),
    ]


def test_plans_parted_by_their_groups_names_share_the_title_above() -> None:
    drafts = read_all(
        "# Verksamhetsplaner 2025",
        "## Kostgruppen",
        "### Aktiviteter",
        "- Mässa",
        "## IT-gruppen",
        "### Aktiviteter",
        "- Kurs",
        year=None,
    )
    assert [(draft.group, draft.plan_year) for draft in drafts] == [("kost", 2025), ("it", 2025)]


# What is no activity, and what is one


def test_that_there_is_nothing_to_do_is_no_activity() -> None:
    draft = read(
        TITLE,
        "## Aktiviteter",
        "- Matsedel för hösten",
        "**Teknik**",
        "Inga.",
        "**Fortbildning**",
        "Ej aktuellt 2026.",
    )
    assert placed(draft) == [(None, "Matsedel för hösten")]
    assert "Ej aktuellt 2026." in "\n".join(part.text for part in draft.other)


def test_what_the_group_will_do_is_a_heading_over_activities() -> None:
    draft = read(TITLE, "## Det här ska vi göra", "- Väga svinnet", "- Skriva en matsedel")
    assert [text for _, text in placed(draft)] == ["Väga svinnet", "Skriva en matsedel"]


def test_a_sum_beside_its_word_is_no_activity() -> None:
    grid = table(
        ("Aktivitet", "Klart", "Ansvarig", "Kostnad"),
        ("Matsedel", "maj", "Alva Ek", "10 tkr"),
        ("Summa", "", "", "10 tkr"),
    )
    assert [text for _, text in placed(read(TITLE, "## Aktiviteter", grid))] == ["Matsedel"]


# Prose among activities

PROSE = "Vi har under hösten talat om ekonomin och funnit att den räcker."
ASKED = f"”{PROSE}” står bland aktiviteterna och har lästs som en anmärkning. Är det en aktivitet?"


@pytest.mark.parametrize("first", [("- Matsedel, 31 mars",), ("Matsedel", "Ansvarig: Alva Ek")])
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_sentence_among_listed_activities_is_a_remark_to_be_asked_about(
    first: tuple[str, ...], place: int
) -> None:
    items = [first, tuple(line.replace("Matsedel", "Vägning") for line in first)]
    items.insert(place, (PROSE,))
    draft = read(TITLE, "## Aktiviteter", *(line for item in items for line in item))
    assert [text for _, text in placed(draft)] == ["Matsedel", "Vägning"]
    assert [part.text for part in draft.other] == [PROSE]
    assert ASKED in draft.doubts


def test_a_sentence_among_activities_with_labels_and_no_heading_is_a_remark() -> None:
    draft = read(
        TITLE.strip("# "),
        "Matsedel",
        "Ansvarig: Alva Ek",
        PROSE,
        "Vägning",
        "Ansvarig: Bo Gran",
    )
    assert [text for _, text in placed(draft)] == ["Matsedel", "Vägning"]
    assert [part.text for part in draft.other] == [PROSE]
    assert ASKED in draft.doubts


def test_a_sentence_that_stands_alone_may_be_an_activity_and_is_asked_about() -> None:
    draft = read(TITLE, "## Aktiviteter", PROSE, "### Kök", "- Ugnar")
    assert placed(draft) == [(None, PROSE), ("Kök", "Ugnar")]
    asked = "Stycket säger inte när eller vem. Är det en aktivitet?"
    assert [one.doubts for one in draft.activities] == [(asked,), ()]


@pytest.mark.parametrize("where", ["before", "between", "after"])
def test_a_sentence_beside_a_table_of_activities_is_a_remark(where: str) -> None:
    first, last = (
        table(("Aktivitet", "Klart"), row) for row in (("Matsedel", "maj"), ("Vägning", "juni"))
    )
    blocks = {"before": (PROSE, first, last), "between": (first, PROSE, last)}
    draft = read(TITLE, "## Aktiviteter", *blocks.get(where, (first, last, PROSE)))
    assert placed(draft) == [(None, "Matsedel"), (None, "Vägning")]
    assert [part.text for part in draft.other] == [PROSE]


def test_a_sentence_over_the_whole_width_of_a_table_is_a_remark_and_no_area() -> None:
    grid = table(("Aktivitet", "Klart"), ("Matsedel", "maj"), (PROSE, "<"), ("Vägning", "juni"))
    draft = read(TITLE, "## Aktiviteter", grid)
    assert placed(draft) == [(None, "Matsedel"), (None, "Vägning")]
    assert [part.text for part in draft.other] == [PROSE]


def test_a_sentence_whose_words_all_stand_elsewhere_is_kept_too() -> None:
    said = "Matsedel och vägning är det som vi gör, maj och juni."
    grid = table(("Aktivitet", "Klart"), ("Matsedel", "maj"), ("Vägning är det som vi gör", "juni"))
    draft = read(TITLE, "## Aktiviteter", grid, said)
    assert [part.text for part in draft.other] == [said]
