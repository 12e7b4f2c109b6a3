"""Where a plan begins in a file, and which year and group its title says."""

from datetime import date

import pytest

from tests.importing.makers import read, read_all, table

# Title, year, group


@pytest.mark.parametrize(
    ("title", "group"),
    [
        ("Verksamhetsplan 2026 för kostarbetsgruppen inom Dalregionen", "kost"),
        ("Verksamhetsplan 2026 för IT-arbetsgruppen", "it"),
        ("Verksamhetsplan 2026 för Näringslivschefarbetsgruppen", "naringsliv"),
        ("Turistgruppens handlingsplan 2026", "turism"),
        ("Verksamhetsplan 2026 för Dalens bibliotek", "bibliotek"),
    ],
)
def test_the_group_is_found_in_the_title(title: str, group: str) -> None:
    draft = read(title, year=None)
    assert (draft.group, draft.plan_year) == (group, 2026)


def test_a_group_that_is_only_likely_is_asked_about() -> None:
    faulty = read("Verksamhetsplan 2026 för biblotekgruppen")
    unknown = read("Verksamhetsplan 2026 för brandgruppen")
    two = read("Verksamhetsplan 2026 för kost- och turistgruppen")
    assert (faulty.group, unknown.group, two.group) == (None, None, None)
    assert any("bibliotek" in doubt for doubt in faulty.doubts)
    assert any("Ange grupp" in doubt for doubt in unknown.doubts)
    assert any("flera grupper" in doubt for doubt in two.doubts)


def test_what_the_importer_says_is_used_and_contradictions_are_doubts() -> None:
    draft = read("Handlingsplan för kostgruppen", year=2027, group="it")
    assert (draft.plan_year, draft.group) == (2027, "it")
    assert any("kost" in doubt for doubt in draft.doubts)
    other = read("Handlingsplan 2025 för kostgruppen", year=2027)
    assert other.plan_year == 2025
    assert any("2027" in doubt for doubt in other.doubts)


def test_a_year_out_of_the_headings_is_a_guess_and_no_year_is_a_doubt() -> None:
    guessed = read("Kostgruppens plan", "Mål 2026", "Godare mat.", year=None)
    assert guessed.plan_year == 2026
    assert any("2026" in doubt for doubt in guessed.doubts)
    nothing = read("Handlingsplan", table(("Aktivitet", "Klart"), ("Mat", "maj")), year=None)
    assert nothing.plan_year is None
    assert nothing.activities[0].deadline is not None
    assert nothing.activities[0].deadline.end is None
    assert any("verksamhetsår" in doubt for doubt in nothing.doubts)


def test_without_a_plan_year_only_times_that_say_their_own_are_read() -> None:
    draft = read(
        "Handlingsplan",
        table(("Aktivitet", "Klart"), ("Mat", "2025-12-31"), ("Kurs", "maj"), ("Svinn", "löpande")),
        year=None,
    )
    full, month, always = (one.deadline for one in draft.activities)
    assert full is not None
    assert (full.end, full.doubts) == (date(2025, 12, 31), ())
    assert month is not None
    assert month.end is None
    assert always is not None
    assert always.kind == "continuous"


def test_a_title_on_two_lines() -> None:
    draft = read("Verksamhetsplan 2026", "Kostgruppen", "Mål", "Godare mat.")
    assert (draft.title, draft.group) == ("Verksamhetsplan 2026 Kostgruppen", "kost")


# Several plans in one file


def test_each_title_of_the_same_kind_begins_a_plan() -> None:
    rows = ("Aktivitet", "Klart"), ("Mat", "maj")
    first, second = read_all(
        "# Verksamhetsplan 2026 för kostgruppen",
        "# Aktivitetsplan 2026",
        table(*rows),
        "# Verksamhetsplan 2026 för IT-gruppen",
        table(*rows),
    )
    assert (first.group, second.group) == ("kost", "it")
    assert len(first.activities) == len(second.activities) == 1


def test_headings_of_groups_begin_plans_where_no_title_does() -> None:
    rows = ("Aktivitet", "Klart"), ("Mat", "maj")
    first, second = read_all(
        "# Gemensamt dokument 2026",
        "## Kostgruppen",
        "### Aktiviteter",
        table(*rows),
        "## Turistgruppen",
        "### Aktiviteter",
        table(*rows),
    )
    assert (first.group, second.group) == ("kost", "turism")
    (one,) = read_all("# Handlingsplan 2026", "## Turism", table(*rows), "## Kost", table(*rows))
    assert [activity.section for activity in one.activities] == ["Turism", "Kost"]


def test_sheets_about_a_group_each_are_plans_and_other_sheets_are_parts() -> None:
    rows = ("Aktivitet", "Klart"), ("Mat", "maj")
    by_group = read_all(table(*rows, name="Kost"), table(*rows, name="IT"))
    assert [(draft.title, draft.group) for draft in by_group] == [("Kost", "kost"), ("IT", "it")]
    (whole,) = read_all(
        table(("Handlingsplan 2026 kost", ""), *rows, name="Blad1"),
        table(("Mål", "Indikator"), ("Mindre svinn", "Gram"), name="Mål"),
    )
    assert (len(whole.goals), len(whole.activities)) == (1, 1)
