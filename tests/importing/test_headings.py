"""The parts of a plan and the template's own words are told from what people wrote."""

import pytest

from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.headings import Part, part_of, split_label
from regionhub.importing.prompts import is_prompt
from tests.importing import makers


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Verksamhetsområde", Part.AREA),
        ("Avsikt/Syfte", Part.PURPOSE),
        ("Syfte och mål", Part.PURPOSE),
        ("Mål 2026", Part.GOALS),
        ("2. Mål för året", Part.GOALS),
        ("Mål och aktiviteter", Part.GOALS),
        ("Prioriterade mål 2026:", Part.GOALS),
        ("Aktivitetsplan 2026", Part.ACTIVITIES),
        ("Handlingsplan", Part.ACTIVITIES),
        ("Planerade aktiviteter", Part.ACTIVITIES),
        ("Åtgärder och insatser", Part.ACTIVITIES),
        ("Arbetsgruppens övriga medlemmar:", Part.MEMBERS),
        ("Arbetsgruppen består av följande personer:", Part.MEMBERS),
        ("I gruppen ingår:", Part.MEMBERS),
        ("Kontaktperson för arbetsgruppen:", Part.CONTACTS),
        ("Sammankallande", Part.CONTACTS),
        ("Övrigt", Part.OTHER),
        ("Uppföljning och utvärdering", Part.OTHER),
    ],
)
def test_headings_in_many_wordings(text: str, part: Part) -> None:
    assert part_of(text) is part


@pytest.mark.parametrize(
    "text",
    [
        "Målet är att alla äter gott",
        "Måltidsutveckling",
        "Uppföljning av biljetten",
        "Aktivt verka för bättre mat.",
        "2026",
        "",
    ],
)
def test_what_people_write_is_no_heading(text: str) -> None:
    assert part_of(text) is None


def test_a_heading_with_its_text_on_the_same_line() -> None:
    assert split_label("Syfte: Att alla ska äta gott.") == (Part.PURPOSE, "Att alla ska äta gott.")
    assert split_label("Mål 1: Godare mat") == (Part.GOALS, "Godare mat")
    assert split_label("Delmål 2 – Mindre svinn") == (Part.GOALS, "Mindre svinn")
    assert split_label("Mål 2026: alla äter") == (Part.GOALS, "alla äter")
    assert split_label("Område 1: Mat") is None
    assert split_label("Obs: ring Alva") is None


@pytest.mark.parametrize(
    "text",
    [
        makers.AREA_PROMPT,
        makers.PURPOSE_PROMPT,
        makers.GOAL_PROMPT,
        "Vart vill ni ha uppnått under året?",
        makers.PLAN_PROMPT,
        makers.SMART_PROMPT,
        makers.CONTACT_PROMPT,
        "Klicka här för att ange text.",
        "[Skriv målen här]",
    ],
)
def test_the_templates_words_are_prompts(text: str) -> None:
    assert is_prompt(text)


@pytest.mark.parametrize(
    "text",
    [
        "Hur många ugnar behövs?",
        "Utredning, kan antalet ugnar minskas till en?",
        "Namn på kommunen",
        "Målen ska vara mätbara och realistiska",
        "Skriv en kokbok",
        "Vad tycker ni? Vi frågar eleverna varje vecka.",
    ],
)
def test_what_people_ask_themselves_is_kept(text: str) -> None:
    assert not is_prompt(text)


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("Åtgärd", Role.ACTIVITY),
        ("Vad ska göras?", Role.ACTIVITY),
        ("Ansvarig för aktiviteten", Role.OWNER),
        ("När ska det vara klart?", Role.DEADLINE),
        ("Klart (datum)", Role.DEADLINE),
        ("Tidplan/klart", Role.DEADLINE),
        ("Berörd kommun", Role.MUNICIPALITY),
        ("Målområde", Role.AREA),
        ("Delmål", Role.GOAL),
        ("Status 30 april", Role.COMMENT),
        ("E-post", Role.CONTACT),
        ("Okt 2026", Role.WHEN),
        ("2026 års aktiviteter", Role.ACTIVITY),
        ("Fritext", None),
    ],
)
def test_column_headings_in_many_wordings(heading: str, role: Role | None) -> None:
    assert role_of(heading) is role
