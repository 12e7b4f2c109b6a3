"""Tables that say one thing of an activity in each row."""

from tests.importing.makers import activities, read, shapes, table

TITLE = "Verksamhetsplan 2026 för kostgruppen"


def test_a_form_for_each_activity() -> None:
    def form(*answers: str) -> tuple[tuple[str, str], ...]:
        labels = ("Aktivitet", "Ansvarig:", "Tidplan", "Beskrivning")
        return tuple(zip(labels, answers, strict=True))

    draft = read(
        TITLE,
        "Aktiviteter",
        table(*form("Mässa", "Alva Ek", "mars", "Vi har en monter.")),
        table(*form("Kurs", "Bo Gran", "hösten", "Två dagar.")),
    )
    assert shapes(draft.activities) == [
        ("Mässa", "mars", "Alva Ek"),
        ("Kurs", "hösten", "Bo Gran"),
    ]
    assert draft.activities[1].comment == "Beskrivning: Två dagar."
    assert draft.other == ()


def test_forms_in_one_table_inherit_nothing_from_each_other() -> None:
    first, second = activities(
        ("Nr", "1", "Aktivitet", "Mässa"),
        ("Ansvarig", "Alva Ek", "Klart", "mars"),
        ("Mål", "Synas", "Kostnad", "10 tkr"),
        ("Nr", "2", "Aktivitet", "Kurs"),
        ("Ansvarig", "", "Klart", "maj"),
        ("Mål", "", "Kostnad", ""),
    )
    assert (first.section, first.comment, first.owner_text) == (
        "Synas",
        "Kostnad: 10 tkr",
        "Alva Ek",
    )
    assert (second.section, second.comment, second.owner_text) == (None, None, "")


def test_a_table_of_activities_is_no_form() -> None:
    found = activities(("Aktivitet", "Ansvarig"), ("Åtgärder mot svinn", "Samordnare"))
    assert shapes(found) == [("Åtgärder mot svinn", None, "Samordnare")]
