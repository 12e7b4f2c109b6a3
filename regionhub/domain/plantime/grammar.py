"""The engine of the grammar: rules over signs, each with its examples beside it.

A rule is a regular expression over the signs of tokens and a function that builds one token from
those it matched. A stage is a list of rules; the earlier rule wins. Stages follow each other, so
that numbers and months become spans, spans become ranges and lists, and these get their relation.
Repetition in a rule is always bounded: reading is linear in the length of the text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from regionhub.domain.plantime.doubts import EITHER
from regionhub.domain.plantime.spans import Span
from regionhub.domain.plantime.tokens import Token

Tokens = Sequence[Token]
Build = Callable[[Tokens], Token | None]


class Rule(NamedTuple):
    """A shape in signs, what to build from it, and examples: text -> expected reading.

    An expected reading is "start..end precision kind", one date standing for both and an open
    side left empty; the plan year of the examples is 2010.
    """

    shape: str
    build: Build
    examples: Mapping[str, str]


class Stage:
    """Rules that are tried together, left to right, over one row of tokens."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []
        self._scanner: re.Pattern[str] | None = None

    def rule(self, shape: str, examples: Mapping[str, str]) -> Callable[[Build], Build]:
        """Add the decorated function as the next rule; it may answer None to decline."""

        def add(build: Build) -> Build:
            self.rules.append(Rule(shape, build, examples))
            return build

        return add

    def apply(self, tokens: list[Token]) -> list[Token]:
        """The tokens with every match replaced by what its rule built."""
        shape = "".join([token.sign for token in tokens])
        scanner = self._scanner or self._compiled()
        match = scanner.search(shape)
        if match is None:
            return tokens
        out: list[Token] = []
        place = 0
        while match:
            start, end = match.span()
            index = (match.lastindex or 1) - 1
            built = self.rules[index].build(tokens[start:end])
            if built is None:
                built, end = self._by_later_rule(index + 1, shape, tokens, start)
            out += tokens[place:start]
            out.append(built)
            place = end
            match = scanner.search(shape, place)
        out += tokens[place:]
        return out

    def _by_later_rule(
        self, index: int, shape: str, tokens: Tokens, start: int
    ) -> tuple[Token, int]:
        """What the rules after one that declined make of the same place; else its token alone."""
        for rule in self.rules[index:]:
            match = re.compile(rule.shape).match(shape, start)
            built = rule.build(tokens[start : match.end()]) if match else None
            if match and built:
                return built, match.end()
        return tokens[start], start + 1

    def _compiled(self) -> re.Pattern[str]:
        self._scanner = re.compile("|".join(f"({rule.shape})" for rule in self.rules))
        return self._scanner


def first(tokens: Tokens, signs: str) -> Any:
    """The value of the first token with one of the signs, or None."""
    return next((token.value for token in tokens if token.sign in signs), None)


def every(tokens: Tokens, signs: str) -> list[Any]:
    """The values of all tokens with one of the signs."""
    return [token.value for token in tokens if token.sign in signs]


def text_of(tokens: Tokens) -> str:
    """The words of the tokens."""
    return " ".join(token.text for token in tokens)


def span_token(span: Span, tokens: Tokens) -> Token:
    """A span as the token that stands for the tokens it was read from.

    Which of several times it is that "eller" leaves open is asked.
    """
    if any(token.value == "or" for token in tokens):
        span = span._replace(doubts=(*span.doubts, EITHER))
    return Token("s", span, text_of(tokens))


def century(number: int) -> int:
    """A year of two digits as a full one; a full one as it is."""
    if number > 99:  # noqa: PLR2004
        return number
    return number + (2000 if number < 70 else 1900)  # noqa: PLR2004
