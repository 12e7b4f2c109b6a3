"""The region's own twelve plans of 2010. They name real people, so they are in no repository."""

import os
from pathlib import Path

from tests.support.required import missing

BESIDE = Path(__file__).resolve().parents[2].parent / "shared" / "plans-2010"


def real_plans() -> list[Path]:
    """Their files, from the folder in REGIONHUB_TEST_PLANS or from beside the checkout."""
    found = sorted(Path(os.environ.get("REGIONHUB_TEST_PLANS", BESIDE)).glob("*.docx"))
    if not found:
        missing("the twelve work plans of 2010 (set REGIONHUB_TEST_PLANS to their folder)")
    return found
