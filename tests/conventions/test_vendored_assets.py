"""The committed copies of other people's work are exactly what the lock says."""

import hashlib
import json
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOCK = json.loads((ROOT / "vendored.lock.json").read_text(encoding="utf-8"))
DECLARED = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
VENDOR_FOLDERS = ("regionhub/static/vendor", "regionhub/outputs/fonts", "tests/support/vendor")
OUR_OWN = {"regionhub/outputs/fonts/RegionhubSigns.ttf"}


def test_every_vendored_file_has_its_locked_checksum() -> None:
    changed = [
        entry["file"]
        for entry in LOCK
        if hashlib.sha256((ROOT / entry["file"]).read_bytes()).hexdigest() != entry["sha256"]
    ]
    assert changed == []


def test_the_lock_holds_the_versions_that_package_json_asks_for() -> None:
    asked_for = {**DECLARED["dependencies"], **DECLARED["devDependencies"]}
    assert {entry["package"]: entry["version"] for entry in LOCK} == asked_for


def test_nothing_lies_among_the_vendored_files_unlocked() -> None:
    locked = {entry["file"] for entry in LOCK} | OUR_OWN
    found = {
        path.relative_to(ROOT).as_posix()
        for folder in VENDOR_FOLDERS
        for path in (ROOT / folder).iterdir()
        if path.is_file()
    }
    assert found - locked == set()


def test_every_vendored_package_brings_its_licence() -> None:
    with_licence = {entry["package"] for entry in LOCK if entry["file"].endswith(".LICENSE")}
    assert with_licence == {entry["package"] for entry in LOCK}


def test_the_lock_names_no_address() -> None:
    assert "://" not in (ROOT / "vendored.lock.json").read_text(encoding="utf-8")
