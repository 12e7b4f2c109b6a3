"""The Chromium that the machine has."""

import shutil
from typing import Any

from tests.support.required import missing

_NAMES = ("chromium", "chromium-browser", "google-chrome")
# It may run as root in CI, and on its own it calls nobody.
_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def launch_args() -> dict[str, Any]:
    """How Playwright starts it; skips the test (in CI: fails) where there is none."""
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    if path is None:
        missing("Chromium (apt install chromium)")
    return {"executable_path": path, "args": _FLAGS}
