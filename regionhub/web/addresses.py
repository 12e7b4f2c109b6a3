"""Addresses whose builders are made when they are first asked for.

Every group has every page of the engine, so there are many hundred addresses. Werkzeug writes and
compiles code to build each, which was a third of the time that the app took to start; most are
never asked for by one worker.
"""

from collections.abc import Callable
from functools import cache
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

_Builder = Callable[..., tuple[str, str]]


class PatientRule(Rule):
    """A rule like any other, but for when its builders are made."""

    def _compile_builder(self, append_unknown: bool = True) -> _Builder:
        compile_builder = super()._compile_builder

        @cache
        def builder() -> _Builder:
            return compile_builder(append_unknown)

        def build(rule: Rule, **values: Any) -> tuple[str, str]:
            return builder()(rule, **values)

        return build


def prepare(app: Flask) -> None:
    """Let all rules that are added from now on be patient."""
    app.url_rule_class = PatientRule
