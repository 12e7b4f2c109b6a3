"""A wheel that runs from any directory: built, installed apart, and used as an installation is."""

import http.cookiejar
import os
import re
import subprocess
import sys
import sysconfig
import time
import urllib.error
import urllib.parse
import urllib.request
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from regionhub.demo.people import PASSWORD
from tests.support.ports import free_port

SETTINGS = {
    "REGIONHUB_SECRET_KEY": "only for tests, only for tests",
    "REGIONHUB_DEMO": "true",
    "REGIONHUB_TODAY": "2026-11-23",
}
Run = Callable[..., str]


@pytest.fixture(scope="module")
def script(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The console script of an installed wheel, with the tests' libraries but not the checkout."""
    dist = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", dist, cwd=checkout)
    home = tmp_path_factory.mktemp("installation")
    venv.create(home)
    python = home / "bin/python"
    (wheel,) = dist.glob("*.whl")
    pip = (sys.executable, "-m", "pip", "--python", python)
    _run(*pip, "install", "--quiet", "--no-deps", "--no-index", wheel, cwd=home)
    (packages,) = home.glob("lib/python*/site-packages")
    (packages / "libraries.pth").write_text(sysconfig.get_paths()["purelib"])
    return home / "bin/regionhub"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder, as where an installation is started."""
    return tmp_path_factory.mktemp("anywhere")


@pytest.fixture(scope="module")
def site(script: Path, folder: Path) -> Iterator[str]:
    """The demo region, served by the wheel."""
    for command in (("db", "upgrade"), ("seed-demo",)):
        _run(script, *command, cwd=folder)
    port = free_port()
    server = subprocess.Popen(
        [script, "run", "--port", str(port)], cwd=folder, env={**os.environ, **SETTINGS}
    )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/readyz")
        yield address
    finally:
        server.terminate()
        server.wait(20)


def test_the_commands_run_from_any_folder(script, folder):
    assert "import-plan" in _run(script, "--help", cwd=folder)
    assert '"2010-11-07"' in _run(script, "plantime", "Vecka 44", "--year", "2010", cwd=folder)


def test_the_wheel_is_what_runs(script, folder, checkout):
    where = "import regionhub.folders as f; print(f.TEMPLATES, f.MIGRATIONS)"
    found = _run(script.parent / "python", "-c", where, cwd=folder).split()
    assert [Path(path).name for path in found] == ["_templates", "_migrations"]
    assert not any(Path(path).is_relative_to(checkout) for path in found)


def test_pages_style_and_pdf_come_out_of_it(site):
    browser = urllib.request.build_opener(
        urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
    )
    start = _text(browser, f"{site}/")
    assert "Umeåregionen" in start
    for sheet in re.findall(r'<link rel="stylesheet" href="([^"]+)"', start):
        assert _text(browser, f"{site}{sheet}")
    page = _text(browser, f"{site}/logga-in")
    (token,) = re.findall(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    who = {"email": "ledare.it@example.org", "password": PASSWORD, "csrf_token": token}
    browser.open(f"{site}/logga-in", urllib.parse.urlencode(who).encode())
    with browser.open(f"{site}/it/2025/verksamhetsberattelse.pdf") as report:
        assert report.headers["Content-Type"] == "application/pdf"
        assert report.read(5) == b"%PDF-"


def _text(browser: urllib.request.OpenerDirector, address: str) -> str:
    with browser.open(address) as answer:
        return str(answer.read().decode())


def _run(*command: object, cwd: Path) -> str:
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **SETTINGS},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _wait_for(address: str, seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
