"""Whole documents: nothing dropped, nothing invented, whatever they look like."""

from regionhub.importing.document import Cell, Table
from tests.importing.makers import (
    cell,
    read,
    read_data,
    rows_of,
    shapes,
    table,
    word_plan,
)

KEYS = {
    "title", "plan_year", "group", "contacts", "members", "area", "purpose", "goals",
    "activities", "other", "doubts",
}  # fmt: skip


# The groups' own template


def test_a_plan_in_the_groups_template_is_read_whole() -> None:
    draft = read_data(word_plan())
    assert (draft.plan_year, draft.group) == (2026, "kost")
    assert [one.name for one in draft.contacts] == ["Alva Ek"]
    assert [(one.name, one.note) for one in draft.members] == [
        ("Bo Gran", None),
        ("Cia Dal", "deltar på distans"),
    ]
    assert draft.area == "Måltider i förskola, skola och äldreomsorg."
    assert [part.overarching_goals for part in draft.purpose] == [(1,), (2,)]
    assert [(goal.heading, goal.text) for goal in draft.goals] == [
        ("Närodlat", "Andelen närodlat ökar från 20 % till 30 %.")
    ]
    split, whole = draft.activities
    assert rows_of(split) == [
        ("Älvby", "alvby", "31 mars", "Alva Ek"),
        ("Hedås", "hedas", "30 april", "Bo Gran"),
    ]
    assert shapes([whole]) == [("Gemensam matsedell", "Vecka 44", "Hela gruppen")]
    assert [(part.heading, part.text) for part in draft.other] == [
        ("Övrigt", "Gruppen saknar ersättare.")
    ]
    assert draft.doubts == ()


def test_the_draft_as_plain_values_has_the_shape_of_the_contract() -> None:
    plain = read_data(word_plan()).as_dict()
    assert set(plain) == KEYS
    assert set(plain["contacts"][0]) == {
        "name", "municipality", "title", "phone", "email", "period",
    }  # fmt: skip
    activity = plain["activities"][0]
    assert set(activity) == {
        "section", "text", "deadline", "owner_text", "owners", "comment", "rows", "doubts",
    }  # fmt: skip
    assert set(activity["rows"][0]) == {"text", "municipality", "deadline", "owner_text", "owners"}
    assert set(activity["rows"][0]["deadline"]) == {
        "text", "start", "end", "precision", "kind", "recurrence", "doubts",
    }  # fmt: skip
    assert plain["purpose"][0]["overarching_goals"] == [1]
    assert plain["activities"][1]["owners"] == [{"type": "whole_group", "name": "Hela gruppen"}]


# Documents of other shapes


def test_an_excel_list_with_its_headings_further_down() -> None:
    draft = read(
        table(
            ("Handlingsplan kost 2026", "", "", ""),
            ("Uppdaterad 2026-02-01", "", "", ""),
            ("", "", "", ""),
            ("Målområde", "Åtgärd", "Ansvarig", "När"),
            ("Mat", "Ny matsedel", "Kostchef", "2026-05-31"),
            ("^", "Recept", "Alva Ek", "ht 2026"),
            name="Blad1",
        )
    )
    assert draft.title == "Handlingsplan kost 2026"
    assert [one.section for one in draft.activities] == ["Mat", "Mat"]
    assert shapes(draft.activities)[1] == ("Recept", "ht 2026", "Alva Ek")
    assert draft.other[0].text == "Uppdaterad 2026-02-01"


def test_a_table_with_headings_to_the_left() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen",
        table(
            ("Verksamhetsområde", "Mat i skolan"),
            ("Kontaktperson", "Alva Ek, Granvik"),
            ("Mål 2026", "Godare mat."),
            ("Uppföljning", "Görs i juni."),
        ),
        table(("Åtgärd", "Ansvarig", "Klart"), ("Matsedel", "Alva Ek", "maj")),
    )
    assert draft.area == "Mat i skolan"
    assert draft.contacts[0].municipality == "granvik"
    assert [goal.text for goal in draft.goals] == ["Godare mat."]
    assert [(part.heading, part.text) for part in draft.other] == [("Uppföljning", "Görs i juni.")]
    assert draft.activities[0].section is None


def test_headings_over_tables_are_their_sections() -> None:
    headings = ("Vad ska göras?", "Vem ansvarar?", "När ska det vara klart?")
    draft = read(
        "# Handlingsplan kost 2026",
        "## Område 1: Mat",
        table(headings, ("Matsedel", "Kostchef", "31/3")),
        "## Område 2: Kök",
        table(headings, ("Ugnar", "Tekniker", "när pengar finns")),
    )
    assert [one.section for one in draft.activities] == ["Område 1: Mat", "Område 2: Kök"]
    assert "pengar" in draft.activities[1].doubts[0]


def test_goals_with_their_own_tables() -> None:
    headings = ("Aktivitet", "Ansvarig", "Klart")
    draft = read(
        "# Handlingsplan kost 2026",
        "# Mål och aktiviteter",
        "## Godare mat",
        "Alla ska trivas i matsalen.",
        table(headings, ("Matsedel", "Alva Ek", "maj")),
    )
    assert [(goal.heading, goal.text) for goal in draft.goals] == [
        ("Godare mat", "Alla ska trivas i matsalen.")
    ]
    assert draft.activities[0].section == "Godare mat"


def test_a_numbered_goal_keeps_what_stands_beneath_and_heads_its_table() -> None:
    headings = ("Åtgärd", "Ansvarig", "Tidplan")
    draft = read(
        "# Handlingsplan kost 2026",
        "## Mål 1: Godare mat",
        "Indikator: andel nöjda elever",
        table(headings, ("Matsedel", "Kostchef", "maj")),
        "## Mål 2 Mindre svinn",
        table(headings, ("Vägning", "Kockarna", "juni")),
    )
    assert [(goal.heading, goal.text) for goal in draft.goals] == [
        ("Mål 1:", "Godare mat\nIndikator: andel nöjda elever"),
        ("Mål 2", "Mindre svinn"),
    ]
    assert [one.section for one in draft.activities] == ["Mål 1: Godare mat", "Mål 2 Mindre svinn"]


def test_a_plan_without_any_table() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen",
        "Mål",
        "Godare mat.",
        "Aktiviteter",
        "- Ta fram matsedel. Ansvarig: Alva Ek. Klart: maj 2026",
        "- Kurs (ansvarig: Bo Gran, klart: hösten)",
        "- Vägning av svinn",
        "Ansvarig: Hela gruppen",
        "Tid: v. 40-42",
        "- Mars: Matmässa",
        "Övrigt",
        "Gruppen träffas fyra gånger.",
    )
    assert shapes(draft.activities) == [
        ("Ta fram matsedel.", "maj 2026", "Alva Ek"),
        ("Kurs", "hösten", "Bo Gran"),
        ("Vägning av svinn", "v. 40-42", "Hela gruppen"),
        ("Matmässa", "Mars", ""),
    ]
    assert draft.other[0].heading == "Övrigt"


def test_lines_that_end_with_time_and_owner_are_read_and_doubted() -> None:
    draft = read(
        "HANDLINGSPLAN 2026 – KOSTGRUPPEN",
        "KONTAKTPERSON: ALVA EK, GRANVIKS KOMMUN",
        "AKTIVITETER",
        "Matmässa, 11 maj, Alva Ek",
        "Kokbok – mars",
        "Vägning, recept och beredning av lunch",
    )
    assert (draft.group, draft.contacts[0].name) == ("kost", "ALVA EK")
    assert shapes(draft.activities) == [
        ("Matmässa", "11 maj", "Alva Ek"),
        ("Kokbok", "mars", ""),
        ("Vägning, recept och beredning av lunch", None, ""),
    ]
    assert [len(one.doubts) for one in draft.activities] == [1, 1, 0]


def test_a_calendar_of_lines_beneath_months_and_seasons() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen",
        "Gruppen träffas varje månad.",
        "Januari",
        "Planering inför året",
        "Frukost med odlare",
        "Våren",
        "Kurs i Hedås",
    )
    assert shapes(draft.activities) == [
        ("Planering inför året", "Januari", ""),
        ("Frukost med odlare", "Januari", ""),
        ("Kurs i Hedås", "Våren", ""),
    ]
    assert draft.other[0].text == "Gruppen träffas varje månad."


def test_a_logotype_above_and_a_decision_below_the_title() -> None:
    draft = read(
        "Dalregionen",
        "# Handlingsplan 2026",
        "Kostgruppen",
        "Fastställd 2026-02-01",
        table(("Aktivitet", "Ansvarig", "Klart"), ("Utvärdering", "Alva Ek", "maj")),
    )
    assert (draft.title, draft.group) == ("Handlingsplan 2026 Kostgruppen", "kost")
    assert [part.text for part in draft.other] == ["Dalregionen\nFastställd 2026-02-01"]
    assert [one.text for one in draft.activities] == ["Utvärdering"]


def test_a_label_for_each_thing_said_of_an_activity() -> None:
    draft = read(
        "Handlingsplan 2026 för kostgruppen",
        "Aktivitet: Mässa",
        "Ansvarig: Alva Ek",
        "Tid: mars",
        "Kommentar: med länet",
        "Aktivitet: Kokbok",
        "Ansvarig: Bo Gran och Cia Dal",
        "Tid: senast 1 maj",
    )
    assert shapes(draft.activities) == [
        ("Mässa", "mars", "Alva Ek"),
        ("Kokbok", "senast 1 maj", "Bo Gran och Cia Dal"),
    ]
    assert draft.activities[0].comment == "med länet"


def test_a_table_for_each_activity_with_labels_to_the_left() -> None:
    draft = read(
        "Handlingsplan 2026 för kostgruppen",
        table(("Aktivitet", "Mässa"), ("Ansvarig", "Alva Ek"), ("Klart", "mars")),
        table(("Aktivitet:", "Kokbok"), ("Ansvarig:", "Bo Gran"), ("Klart:", "v. 20")),
    )
    assert shapes(draft.activities) == [
        ("Mässa", "mars", "Alva Ek"),
        ("Kokbok", "v. 20", "Bo Gran"),
    ]


def test_a_table_inside_a_cell_is_a_table() -> None:
    inner = table(("Aktivitet", "Genomfört"), ("Mässa", "maj"))
    outer = Table(((cell("Aktivitetsplan 2026"),), (Cell(tables=(inner,)),)))
    draft = read("Verksamhetsplan 2026 för kostgruppen", outer)
    assert shapes(draft.activities) == [("Mässa", "maj", "")]
    assert draft.other == ()


def test_other_tables_and_unknown_parts_are_kept() -> None:
    draft = read(
        "# Verksamhetsplan 2026 för kostgruppen",
        "# Aktiviteter",
        table(("Aktivitet", "Klart", "Ansvarig"), ("Mat", "maj", "Alva Ek")),
        "# Riskanalys",
        table(("Risk", "Sannolikhet", "Konsekvens"), ("Ingen tid", "3", "4")),
        "# Så här tänker vi",
        "Allt hänger ihop.",
    )
    assert [one.text for one in draft.activities] == ["Mat"]
    assert [(part.heading, part.text) for part in draft.other] == [
        ("Riskanalys", "Risk | Sannolikhet | Konsekvens\nIngen tid | 3 | 4"),
        ("Så här tänker vi", "Allt hänger ihop."),
    ]


def test_an_empty_document_says_what_is_missing() -> None:
    draft = read(year=None)
    assert draft.activities == ()
    assert "Inga aktiviteter hittades i dokumentet." in draft.doubts
