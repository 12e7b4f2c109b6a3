"""A signed report is kept as JSON: it must come back whole, for good."""

import json
from dataclasses import replace

import pytest

from regionhub.outputs.report_json import from_json, to_json
from tests.outputs.sample_report import SAMPLE


def test_a_report_comes_back_as_it_was() -> None:
    assert from_json(to_json(SAMPLE)) == SAMPLE


def test_equal_reports_give_equal_text() -> None:
    assert to_json(SAMPLE) == to_json(replace(SAMPLE))


def test_every_block_tells_what_it_is() -> None:
    kinds = {
        block["kind"] for part in json.loads(to_json(SAMPLE))["parts"] for block in part["blocks"]
    }
    assert kinds == {"heading", "paragraph", "bullets", "facts", "grid", "callout", "empty"}


def test_an_unknown_format_is_refused_and_not_guessed() -> None:
    with pytest.raises(ValueError, match="unknown report format"):
        from_json(to_json(SAMPLE).replace('"format":1', '"format":99'))
