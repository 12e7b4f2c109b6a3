"""A signed report is kept as JSON: it must come back whole, for good."""

import json

import pytest

from regionhub.outputs.report_json import as_dict, from_dict
from tests.outputs.sample_report import SAMPLE


def test_a_report_comes_back_as_it_was() -> None:
    assert from_dict(as_dict(SAMPLE)) == SAMPLE
    assert from_dict(json.loads(json.dumps(as_dict(SAMPLE)))) == SAMPLE


def test_every_block_tells_what_it_is() -> None:
    kinds = {block["kind"] for part in as_dict(SAMPLE)["parts"] for block in part["blocks"]}
    assert kinds == {"heading", "paragraph", "bullets", "facts", "grid", "callout", "empty"}


def test_an_unknown_format_is_refused_and_not_guessed() -> None:
    with pytest.raises(ValueError, match="unknown report format"):
        from_dict(as_dict(SAMPLE) | {"format": 99})
