"""The command that reads plans: what it prints, what it saves, how it says no."""

import json
from contextvars import Context
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from environs import EnvValidationError
from flask import Flask
from flask.cli import ScriptInfo
from sqlalchemy import select

from regionhub.app import create_app
from regionhub.commands.import_plan import import_plan
from regionhub.extensions import db
from regionhub.models import Activity, Region, WorkPlan
from tests.support.clock import YEAR

PLAN = f"""# Verksamhetsplan {YEAR} för IT-gruppen

## Mål
- Fiber i alla byar

## Aktiviteter
| Aktivitet | När | Ansvarig |
|---|---|---|
| Gräva | Vecka 44 | Hela gruppen |
| Mäta | oklar tidsplan | Bo Gran |
"""


@pytest.fixture
def run(app: Flask, region: Region):
    """Run the command as from a shell: its transactions are its own."""
    db.session.commit()

    def invoke(*arguments: str | Path) -> Result:
        runner = app.test_cli_runner()
        words = [str(argument) for argument in arguments]
        result = Context().run(runner.invoke, import_plan, words)
        db.session.expire_all()
        return result

    return invoke


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    file = tmp_path / "plan.md"
    file.write_text(PLAN, encoding="utf-8")
    return file


def titles() -> list[str]:
    return list(db.session.scalars(select(Activity.title).order_by(Activity.id)))


def test_a_plan_is_read_told_and_saved(run, plan_file):
    result = run(plan_file)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert result.stdout.startswith(f"Verksamhetsplan {YEAR} för IT-gruppen: mål 1, aktiviteter 2")
    assert "När ska det vara klart?" in result.stdout
    assert titles() == ["Gräva", "Mäta"]


def test_a_second_time_changes_nothing(run, plan_file, region):
    run(plan_file)
    before = region.revision
    assert run(plan_file).exit_code == 0
    assert titles() == ["Gräva", "Mäta"]
    assert region.revision == before


def test_a_dry_run_writes_nothing(run, plan_file):
    assert run(plan_file, "--dry-run").exit_code == 0
    assert titles() == []


def test_json_is_one_object_a_plan(run, plan_file, tmp_path):
    other = tmp_path / "webb.md"
    other.write_text(PLAN.replace("IT-gruppen", "webbgruppen"), encoding="utf-8")
    result = run(plan_file, other, "--json")
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert (first["group"], second["group"]) == ("it", "webb")
    assert first["plan_year"] == YEAR
    assert first["goals"] == [{"heading": None, "text": "Fiber i alla byar"}]
    assert first["activities"][0]["deadline"]["end"] == f"{YEAR}-11-01"
    assert first["activities"][0]["owners"] == [{"type": "whole_group", "name": "Hela gruppen"}]
    assert len(db.session.scalars(select(WorkPlan)).all()) == 2


def test_a_refused_file_is_one_line_and_does_not_stop_the_others(run, plan_file, tmp_path):
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"")
    result = run(broken, plan_file)
    assert result.exit_code == 1
    assert result.stderr == "trasig.docx: Filen är tom. Välj en annan fil.\n"
    assert titles() == ["Gräva", "Mäta"]


def test_what_the_file_does_not_say_can_be_said(run, tmp_path):
    file = tmp_path / "plan.md"
    file.write_text(PLAN.replace(f" {YEAR} för IT-gruppen", ""), encoding="utf-8")
    refused = run(file)
    assert refused.exit_code == 1
    assert "Ange gruppen" in refused.stderr
    assert run(file, "--group", "it", "--year", str(YEAR)).exit_code == 0
    assert titles() == ["Gräva", "Mäta"]


@pytest.mark.parametrize(
    "arguments", [[], ["finns-inte.docx"], ["--group", "okänd", "x"], ["--year", "1", "x"]]
)
def test_wrong_use_is_said_with_two(run, arguments):
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("options", [["--dry-run"], []])
def test_a_plan_can_be_read_before_anything_is_set_up(plan_file, options):
    def without_settings() -> Flask:
        raise EnvValidationError("the secret key is missing", {})

    arguments = [str(plan_file), "--json", *options]
    result = CliRunner().invoke(import_plan, arguments, obj=ScriptInfo(create_app=without_settings))
    assert json.loads(result.stdout)["group"] == "it"
    assert (result.exit_code == 0) is bool(options)


def test_a_plan_can_be_read_before_a_region_is_laid(app, plan_file):
    result = app.test_cli_runner().invoke(import_plan, [str(plan_file)])
    assert result.stdout.startswith("Verksamhetsplan")
    assert result.exit_code == 1
    assert "Ingen region är upplagd ännu" in result.stderr


def test_a_dry_run_makes_no_database_where_there_is_none(plan_file, tmp_path, monkeypatch):
    monkeypatch.setenv("REGIONHUB_SECRET_KEY", "only for tests, only for tests")
    monkeypatch.setenv("REGIONHUB_INSTANCE", str(tmp_path / "instance"))
    info = ScriptInfo(create_app=create_app)
    result = CliRunner().invoke(import_plan, [str(plan_file), "--dry-run"], obj=info)
    assert result.exit_code == 0, result.output
    assert not list((tmp_path / "instance").iterdir())
