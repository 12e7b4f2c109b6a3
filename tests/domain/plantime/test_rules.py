"""Every rule of the grammar reads the examples that stand beside it."""

import pytest

from regionhub.domain.plantime.reader import STAGES, read
from tests.domain.plantime.expected import in_short

EXAMPLES = [
    (rule.build.__name__, text, expected)
    for stage in STAGES
    for rule in stage.rules
    for text, expected in rule.examples.items()
]


@pytest.mark.parametrize(("rule", "text", "expected"), EXAMPLES)
def test_the_rules_read_their_examples(rule: str, text: str, expected: str) -> None:
    assert in_short(read(text, year=2010)) == expected, rule


def test_every_rule_has_an_example() -> None:
    assert [rule.shape for stage in STAGES for rule in stage.rules if not rule.examples] == []
