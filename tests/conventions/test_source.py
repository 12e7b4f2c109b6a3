"""What every file of the project keeps to."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent.parent
LONGEST = 400
_PATHS = re.compile(r"(^|[^A-Za-z0-9_.<])/(work|farm|root/|tmp/[A-Za-z])")
_REGISTRIES = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|deb\.debian\.org")
_REAL_ADDRESS = re.compile(r"@(umea|vannas|vindeln|nordmaling|robertsfors|bjurholm)\.se")
_BINARY = (".png", ".ttf", ".woff2", ".pdf", ".docx", ".xlsx", ".ico")


def _tracked(*endings: str) -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    paths = [CHECKOUT / line for line in listed.stdout.splitlines()]
    return [p for p in paths if p.exists() and (not endings or p.suffix in endings)]


PYTHON = _tracked(".py")


def test_no_file_grows_into_a_drawer():
    long = {
        str(path.relative_to(CHECKOUT)): lines
        for path in PYTHON
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
        and "migrations" not in path.parts
    }
    assert long == {}


def test_nothing_is_imported_inside_a_function():
    found = [
        f"{path.relative_to(CHECKOUT)}:{inner.lineno}"
        for path in PYTHON
        if path.is_relative_to(CHECKOUT / "regionhub")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert found == []


def test_package_files_are_empty():
    full = [
        str(path.relative_to(CHECKOUT))
        for path in PYTHON
        if path.name == "__init__.py" and path.parent.name != "models" and path.read_text().strip()
    ]
    assert full == []


def test_only_the_edge_looks_at_the_clock():
    looks = re.compile(r"(datetime\.now|date\.today|time\.time|utcnow)\(")
    allowed = {CHECKOUT / "regionhub" / "web" / "clock.py"}
    found = [
        str(path.relative_to(CHECKOUT))
        for path in PYTHON
        if path.is_relative_to(CHECKOUT / "regionhub")
        and path not in allowed
        and looks.search(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize(
    ("what", "pattern"),
    [("machine path", _PATHS), ("registry host", _REGISTRIES), ("real address", _REAL_ADDRESS)],
)
def test_no_tracked_file_holds(what, pattern):
    here = Path(__file__)
    found = [
        f"{path.relative_to(CHECKOUT)}: {what}"
        for path in _tracked()
        if path.suffix not in _BINARY and path != here and "vendor" not in path.parts
        if any(pattern.search(line) for line in _lines(path))
    ]
    assert found == []


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def test_every_test_function_is_collected():
    orphans = [
        f"{path.relative_to(CHECKOUT)}:{node.name}"
        for path in PYTHON
        if path.is_relative_to(CHECKOUT / "tests") and not path.name.startswith("test_")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    ]
    assert orphans == []
