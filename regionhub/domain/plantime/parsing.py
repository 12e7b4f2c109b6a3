"""The stages of the grammar in their order."""

from regionhub.domain.plantime.grammar import Tokens
from regionhub.domain.plantime.rules.days import days
from regionhub.domain.plantime.rules.joins import doubtful, lists, parts, ranges
from regionhub.domain.plantime.rules.months import months
from regionhub.domain.plantime.rules.noise import noise
from regionhub.domain.plantime.rules.numbers import numbers
from regionhub.domain.plantime.rules.often import often
from regionhub.domain.plantime.rules.relations import relations
from regionhub.domain.plantime.rules.seasons import seasons
from regionhub.domain.plantime.tokens import Token

STAGES = (
    noise, often,
    days, numbers, seasons, months,
    parts, doubtful, ranges, lists,
    relations,
)  # fmt: skip


def parse(tokens: Tokens) -> list[Token]:
    """The tokens after every stage of the grammar."""
    row = [token for token in tokens if token.sign]
    for stage in STAGES:
        row = stage.apply(row)
    return row
