"""What a test needs from the machine: required in CI, skipped with its reason at home."""

import os

import pytest


def missing(what: str) -> None:
    """Skip the test for want of something; in CI, fail instead."""
    if os.environ.get("REGIONHUB_TEST_REQUIRE_ALL") == "1":
        pytest.fail(f"required but missing: {what}", pytrace=False)
    pytest.skip(what)
