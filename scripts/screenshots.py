"""`make screenshots`: the pictures in the README, taken of a demo on a fixed day."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from regionhub.demo.people import PASSWORD
from tests.support.browser_program import FLAGS, chromium
from tests.support.ports import free_port

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
DAY = "2026-11-23"
WIDE, NARROW = 1280, 320


@dataclass(frozen=True, slots=True)
class Shot:
    """A page as someone sees it. `who` is the account's name before the @; empty for a visitor."""

    name: str
    who: str
    path: str
    width: int = WIDE
    whole: bool = False


SHOTS = (
    Shot("start", "", "/"),
    Shot("min-sida", "ledare.it", "/min-sida"),
    Shot("min-sida-mobil", "ledare.it", "/min-sida", NARROW),
    Shot("plan", "ledare.it", "/it/2026/"),
    Shot("plan-mobil", "ledare.it", "/it/2026/", NARROW),
    Shot("oversikt", "kommunchef.umea", "/oversikt/2026/"),
    Shot("oversikt-mobil", "kommunchef.umea", "/oversikt/2026/", NARROW),
    Shot("kalender", "medlem.it.vindeln", "/kalender/"),
    Shot("verksamhetsberattelse", "ledare.it", "/it/2025/verksamhetsberattelse"),
)


def main() -> None:
    """Take every picture, or those named on the command line, into the folder of pictures."""
    wanted = [shot for shot in SHOTS if not sys.argv[1:] or shot.name in sys.argv[1:]]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        for shot in wanted:
            take(browser, address, shot)
        browser.close()


def take(browser: Browser, address: str, shot: Shot) -> None:
    """One picture."""
    page = browser.new_page(viewport={"width": shot.width, "height": 900}, locale="sv-SE")
    if shot.who:
        page.goto(f"{address}/logga-in")
        page.get_by_label("E-postadress").fill(f"{shot.who}@example.org")
        page.get_by_label("Lösenord").fill(PASSWORD)
        page.get_by_role("button", name="Logga in").click()
    page.goto(f"{address}{shot.path}", wait_until="load")
    page.screenshot(path=PICTURES / f"{shot.name}.png", full_page=shot.whole)
    page.close()


@contextmanager
def demo() -> Iterator[str]:
    """A demo of its own, gone afterwards; yields its address."""
    folder = tempfile.mkdtemp()
    port = free_port()
    environment = {**os.environ, "REGIONHUB_INSTANCE": folder, "REGIONHUB_TODAY": DAY}
    process = subprocess.Popen(
        [sys.executable, "-m", "regionhub", "demo", "--port", str(port)], env=environment
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/readyz")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder)


def wait_for(address: str, seconds: float = 60) -> None:
    """Wait until the address answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except (urllib.error.URLError, ConnectionError):
            if time.monotonic() > end:
                raise
            time.sleep(0.2)


if __name__ == "__main__":
    main()
