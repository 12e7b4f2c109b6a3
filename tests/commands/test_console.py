"""The console script as a whole: help, exit codes, and faults in one line on stderr."""

import json
import os
import socket
import subprocess
import sys

import pytest

from regionhub.cli import cli, main
from regionhub.web.version import VERSION

KEY = {"REGIONHUB_SECRET_KEY": "only for tests, only for tests"}


@pytest.fixture
def regionhub(tmp_path):
    """Run the script from an empty folder; settings are only those that are given."""

    def run(*words: str, typed: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
        bare = {name: value for name, value in os.environ.items() if "REGIONHUB" not in name}
        return subprocess.run(
            [sys.executable, "-m", "regionhub", *words],
            cwd=tmp_path,
            env={**bare, **settings},
            input=typed,
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.fixture
def here(monkeypatch, capsys):
    """Run the script in this process, which is quicker, for what asks for no settings."""

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        monkeypatch.setattr(sys, "argv", ["regionhub", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return subprocess.CompletedProcess(words, ended.value.code or 0, said.out, said.err)

    return run


def faults(done: subprocess.CompletedProcess[str]) -> str:
    """What stderr says, which must be one line; stdout says nothing."""
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.strip()


@pytest.mark.parametrize("name", cli.list_commands(None))
def test_each_command_tells_what_it_does(here, name):
    done = here(name, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert f"regionhub {name} [OPTIONS]" in done.stdout.splitlines()[0]


def test_the_version_is_told(here):
    assert here("--version").stdout.strip() == VERSION


def test_no_command_is_answered_with_the_list(here):
    done = here()
    assert done.returncode == 2
    assert "import-plan" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nothing", "Kommandot nothing finns inte."),
        ("db upgade", "Kommandot upgade finns inte. Menade du upgrade?"),
        ("plantime", "Ange en text och --year, eller --json-lines."),
        ("plantime maj", "Ange en text och --year, eller --json-lines."),
        ("plantime maj --yaer 2010", "Valet --yaer finns inte. Menade du --year?"),
        ("plantime maj --year", "Valet --year ska ha ett värde."),
        ("plantime --json-lines=ja", "Valet --json-lines ska stå utan värde."),
        (
            "plantime maj --year snart",
            "--year går inte att använda. Skriv ett heltal mellan 1900 och 2200.",
        ),
        ("plantime maj juni --year 2010", "Det står för mycket: juni."),
        ("create-account kim@example.org", "--name saknas."),
        (
            "create-account kim@example.org --name Kim --role chef",
            "--role går inte att använda. Välj bland kansli, kommunchef, revisor.",
        ),
        ("backup", "FILE saknas."),
        (
            "restore nowhere",
            "FILE går inte att använda. Filen finns inte, är en mapp eller går inte att läsa.",
        ),
    ],
)
def test_wrong_use_is_one_line_in_swedish_and_exit_2(here, words, said):
    done = here(*words.split())
    assert (done.returncode, faults(done)) == (2, said)


def test_the_chores_of_the_database_tell_what_they_do_before_anything_is_set(here):
    assert "För databasen till den nyaste versionen." in here("db", "--help").stdout
    assert "regionhub db downgrade [OPTIONS]" in here("db", "downgrade", "--help").stdout


def test_every_fault_in_the_settings_is_told_at_once_without_values(regionhub):
    done = regionhub(
        "db",
        "upgrade",
        REGIONHUB_DEMO="kanske",
        REGIONHUB_TRUSTED_PROXIES="hemligt",
        REGIONHUB_MAIL_PASSWORD_FILE="/nowhere",
    )
    assert done.returncode == 1
    said = faults(done)
    assert "REGIONHUB_SECRET_KEY saknas" in said
    assert "REGIONHUB_DEMO går inte att läsa" in said
    assert "REGIONHUB_TRUSTED_PROXIES går inte att läsa" in said
    assert "REGIONHUB_MAIL_PASSWORD_FILE går inte att läsa" in said
    assert "hemligt" not in said


def test_a_short_key_and_a_pretended_day_are_refused(regionhub):
    short = regionhub("db", "upgrade", REGIONHUB_SECRET_KEY="short")
    assert (short.returncode, "för kort" in faults(short)) == (1, True)
    pretended = regionhub("db", "upgrade", REGIONHUB_TODAY="2026-11-23", **KEY)
    assert (pretended.returncode, "REGIONHUB_TODAY" in faults(pretended)) == (1, True)


@pytest.mark.parametrize("address", ["postgresql://x@y/z", "mysql://x:hemligt@y/z", "nonsense"])
def test_a_database_of_another_kind_is_refused(regionhub, address):
    settings = {"REGIONHUB_DATABASE_URL": address, "REGIONHUB_TRUSTED_PROXIES": "-1", **KEY}
    done = regionhub("db", "upgrade", **settings)
    assert done.returncode == 1
    assert "REGIONHUB_DATABASE_URL ska börja med sqlite: eller postgresql+psycopg:." in faults(done)
    assert "REGIONHUB_TRUSTED_PROXIES kan inte vara mindre än 0." in faults(done)
    assert "hemligt" not in faults(done)


def test_a_secret_may_lie_in_a_file(regionhub, tmp_path):
    file = tmp_path / "key"
    file.write_text("only for tests, only for tests\n")
    done = regionhub("create-region", __file__, REGIONHUB_SECRET_KEY_FILE=str(file))
    assert "TOML" in faults(done)


@pytest.mark.parametrize(
    "address", ["sqlite:///empty.sqlite3", "postgresql+psycopg://x@127.0.0.1:1/x"]
)
def test_a_database_that_is_away_or_empty_is_one_line_and_exit_1(regionhub, address):
    done = regionhub("seed-demo", REGIONHUB_DATABASE_URL=address, REGIONHUB_DEMO="true", **KEY)
    assert done.returncode == 1
    assert faults(done).startswith("Databasen går inte att använda:")


def test_a_port_that_is_taken_is_one_line_and_exit_1(regionhub):
    with socket.create_server(("127.0.0.1", 0)) as other:
        done = regionhub("run", "--port", str(other.getsockname()[1]), **KEY)
    assert done.returncode == 1
    assert faults(done).startswith("Det gick inte: Address already in use")


def test_the_demo_is_laid_in_demo_mode_only(regionhub):
    done = regionhub("seed-demo", **KEY)
    assert done.returncode == 1
    assert "REGIONHUB_DEMO=true" in faults(done)


def test_a_plan_time_is_one_object(regionhub):
    done = regionhub("plantime", "Vecka 44, 2010", "--year", "2010")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == {
        "text": "Vecka 44, 2010",
        "start": "2010-11-01",
        "end": "2010-11-07",
        "precision": "day",
        "kind": "within",
        "recurrence": None,
        "doubts": [],
    }


def test_lines_are_answered_in_order_whatever_they_hold(regionhub):
    lines = (
        '{"text": "Vecka 44", "year": 2010}',
        "inte json",
        "",
        '{"text": 5, "year": "x"}',
        '["lista"]',
        '{"text": "9", "year": 2010, "heading": "JUNI"}',
    )
    done = regionhub("plantime", "--json-lines", typed="\n".join(lines) + "\n")
    assert (done.returncode, done.stderr) == (0, "")
    read = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(read) == len(lines)
    assert [line["end"] for line in (read[0], read[5])] == ["2010-11-07", "2010-06-09"]
    assert all(line["kind"] == "unknown" and line["doubts"] for line in read[1:5])
