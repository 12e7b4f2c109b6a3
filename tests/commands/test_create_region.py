"""The region told in a file: laid, changed by the file, and a slip refused with its place."""

from contextvars import Context
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from regionhub.blueprints import registry
from regionhub.commands.regions import create_region
from regionhub.extensions import db
from regionhub.models import Change, Region
from regionhub.services import regions

FILE = """
key = "exempelregionen"
name = "Exempelregionen"

[[municipalities]]
key = "norrby"
name = "Norrby"
letters = "No"
code = "9901"
member = [{ from = 2005-01-01 }]

[[municipalities]]
key = "soderby"
name = "Söderby"
letters = "Sö"
code = "9902"
member = [{ from = 2005-01-01, to = 2012-12-31 }, { from = 2020-01-01 }]

[[overarching_goals]]
number = 1
text = "Utveckla regionen"
from_year = 2005
"""
GOAL = FILE[FILE.index("[[overarching") :]


@pytest.fixture
def lay(app: Flask, tmp_path: Path):
    """Run the command on a file with this text, as from a shell."""

    def invoke(text: str) -> Result:
        file = tmp_path / "region.toml"
        file.write_text(text, encoding="utf-8")
        db.session.rollback()  # ends what this session has read, so that it sees what is written
        result = Context().run(app.test_cli_runner().invoke, create_region, [str(file)])
        return result

    return invoke


def names(year: int) -> list[str]:
    return [place.name for place in regions.municipalities(regions.the_region(), year)]


def test_the_file_lays_the_region_with_its_periods_goals_and_groups(lay):
    result = lay(FILE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "Exempelregionen finns nu, med 2 kommuner.\n"
    region = regions.the_region()
    assert region.check_in_days == 60
    assert names(2012) == names(2020) == ["Norrby", "Söderby"]
    assert names(2015) == ["Norrby"]
    assert [goal.text for goal in regions.overarching_goals(region, 2026)] == ["Utveckla regionen"]
    assert [group.key for group in regions.groups(region)] == [g.key for g in registry.GROUPS]
    assert db.session.scalars(select(Change.sentence)).all() == ["Lade upp Exempelregionen"]


def test_a_changed_file_changes_the_region_and_keeps_its_rows(lay):
    lay(FILE)
    before = [place.id for place in regions.municipalities(regions.the_region(), 2012)]
    grown = FILE.replace("from_year = 2005", "from_year = 2005\nto_year = 2026") + GOAL.replace(
        "from_year = 2005", "from_year = 2027"
    ).replace("Utveckla regionen", "Utveckla hela regionen")
    assert lay(grown.replace('name = "Norrby"', 'name = "Norra byn"')).exit_code == 0
    region = regions.the_region()
    assert names(2012) == ["Norra byn", "Söderby"]
    assert [place.id for place in regions.municipalities(region, 2012)] == before
    assert [goal.text for goal in regions.overarching_goals(region, 2026)] == ["Utveckla regionen"]
    assert [goal.text for goal in regions.overarching_goals(region, 2027)] == [
        "Utveckla hela regionen"
    ]
    assert db.session.scalars(select(Region)).all() == [region]


def test_what_has_been_is_not_taken_away(lay):
    lay(FILE)
    without = FILE[: FILE.index("[[municipalities]]", 60)] + GOAL
    result = lay(without)
    assert result.exit_code == 1
    assert "soderby finns i regionen men inte i filen" in result.stderr
    assert names(2012) == ["Norrby", "Söderby"]


def test_another_region_is_refused(lay):
    lay(FILE)
    result = lay(FILE.replace('key = "exempelregionen"', 'key = "annanregion"'))
    assert result.exit_code == 1
    assert "Här finns redan regionen exempelregionen" in result.stderr


@pytest.mark.parametrize(
    ("was", "becomes", "said"),
    [
        ('letters = "No"', 'leters = "No"', "municipalities 1: letters saknas."),
        ('letters = "No"', 'letters = "Nor"', "municipalities 1: letters ska ha 1 till 2 tecken."),
        ('code = "9901"', "code = 9901", "municipalities 1: code är av fel slag."),
        ('code = "9901"', 'code = "99"', "municipalities 1: code har ett värde"),
        ('key = "norrby"', 'key = "Norr by"', "municipalities 1: key har ett värde"),
        ('key = "soderby"', 'key = "norrby"', "Kommunen norrby står två gånger i filen."),
        ("to = 2012-12-31", "to = 2002-12-31", "slutar innan det börjar."),
        ("to = 2012-12-31", "until = 2012-12-31", "member 1: until är okänt."),
        ("member = [{ from = 2005-01-01 }]", "member = []", "member ska ha minst en post."),
        ("number = 1", "number = -1", "overarching_goals 1: number ska vara större än noll."),
        ('name = "Exempelregionen"', "name = ", "Filen går inte att läsa som TOML:"),
        ('name = "Exempelregionen"', "", "Filen: name saknas."),
    ],
)
def test_a_slip_is_told_with_its_place_and_changes_nothing(lay, was, becomes, said):
    result = lay(FILE.replace(was, becomes, 1))
    assert result.exit_code == 1
    assert said in result.stderr
    assert result.stderr.count("\n") == 1
    assert db.session.scalars(select(Region)).all() == []
