"""Every rule of the grammar reads the examples that stand beside it."""

import pytest

from regionhub.domain.plantime.grammar import Stage
from regionhub.domain.plantime.parsing import STAGES
from regionhub.domain.plantime.reader import read
from tests.domain.plantime.expected import in_short


@pytest.mark.parametrize("stage", STAGES)
def test_the_rules_read_their_examples(stage: Stage) -> None:
    read_otherwise = {
        (rule.build.__name__, text): in_short(reading)
        for rule in stage.rules
        for text, expected in rule.examples.items()
        if in_short(reading := read(text, year=2010)) != expected
    }
    assert read_otherwise == {}


def test_every_rule_has_an_example() -> None:
    assert [rule.shape for stage in STAGES for rule in stage.rules if not rule.examples] == []
