"""`make screenshots`: the pictures in the README, taken of a demo on a fixed day."""

import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.support import chromium, demo_site
from tests.support.groups_file import send_in

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
WIDE, NARROW = 1280, 320
COLOURS = 64  # the pages have few: a picture is a third as large, and no eye sees it


@dataclass(frozen=True, slots=True)
class Shot:
    """A page as someone sees it. `who` is the account's name before the @; empty for a visitor.

    With `sent_in` it is the first question to who sends in a Word file as that year's plan.
    """

    name: str
    who: str
    path: str
    width: int = WIDE
    height: int = 900
    sent_in: int | None = None


SHOTS = (
    Shot("start", "", "/"),
    Shot("min-sida", "ledare.it", "/min-sida"),
    Shot("min-sida-mobil", "ledare.it", "/min-sida", NARROW),
    Shot("plan", "ledare.it", "/it/2026/"),
    Shot("plan-mobil", "ledare.it", "/it/2026/", NARROW),
    Shot("oversikt", "kommunchef.umea", "/oversikt/2026/"),
    Shot("oversikt-mobil", "kommunchef.umea", "/oversikt/2026/", NARROW),
    Shot("kalender", "medlem.it.vindeln", "/kalender/"),
    Shot("inlasning", "ledare.personal", "/personal/", sent_in=2027),
    Shot("inlasning-mobil", "ledare.personal", "/personal/", NARROW, sent_in=2027),
    Shot("verksamhetsberattelse", "ledare.it", "/it/2025/verksamhetsberattelse"),
)


def main() -> None:
    """Take every picture, or those named on the command line, into the folder of pictures."""
    wanted = [shot for shot in SHOTS if not sys.argv[1:] or shot.name in sys.argv[1:]]
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        app = demo_site.make(f"sqlite:///{folder}/regionhub.sqlite3", Path(folder))
        with demo_site.served(app) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(**chromium.launch_args())
            for shot in wanted:
                take(browser, address, shot)
            browser.close()


def take(browser: Browser, address: str, shot: Shot) -> None:
    """One picture."""
    page = browser.new_page(
        base_url=address,
        viewport={"width": shot.width, "height": shot.height},
        locale="sv-SE",
        device_scale_factor=1 if shot.width == WIDE else 2,
    )
    if shot.who:
        demo_site.sign_in(page, shot.who)
    page.goto(shot.path)
    if shot.sent_in:
        send_in(page, shot.sent_in)
        page.get_by_role("link", name="Till nästa fråga").click()
    file = PICTURES / f"{shot.name}.png"
    page.screenshot(path=file)
    page.close()
    Image.open(file).convert("RGB").quantize(COLOURS).save(file, optimize=True)


if __name__ == "__main__":
    main()
