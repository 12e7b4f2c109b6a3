"""Every route of the app with its address filled in, for tests that walk them all."""

import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.routing import Rule
from werkzeug.routing.converters import AnyConverter

from regionhub.blueprints import registry
from regionhub.domain.permissions import Action
from tests.support.browser import Browser
from tests.support.world import GROUPS, World

_KEYS = {group.key for group in registry.GROUPS}


@dataclass(frozen=True)
class Step:
    """One route to walk: how it is asked, and by what action. `group` is "" outside groups."""

    method: str
    path: str
    endpoint: str
    action: Action
    group: str

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class Answer:
    """How a step was answered; a view that raises counts as 500, with the fault in words."""

    status: int
    location: str = ""
    fault: str = ""

    def __str__(self) -> str:
        return f"{self.status} {self.fault}".strip()


def ask(browser: Browser, step: Step, data: Any = None, **kwargs: Any) -> Answer:
    """Take the step; a form is sent with its token."""
    if step.method == "POST":
        data = {**(data or {}), "csrf_token": browser.token()}
    try:
        response = browser.ask(step.method, step.path, data=data, **kwargs)
    except Exception as fault:  # the walk goes on, and tells of all faults at its end
        where = traceback.extract_tb(fault.__traceback__)[-1]
        return Answer(500, fault=f"{fault!r:.200} in {where.filename}:{where.lineno}")
    return Answer(response.status_code, response.headers.get("Location", ""))


def every_rule(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Each rule with its group's key: two groups' whole, and of the others what only they have."""
    known = {r.endpoint.split(".")[1] for r in app.url_map.iter_rules() if _group(r) in GROUPS}
    for rule in app.url_map.iter_rules():
        group = _group(rule)
        others = group not in ("", *GROUPS)
        if rule.endpoint != "static" and not (others and rule.endpoint.split(".")[1] in known):
            yield rule, group


def steps(app: Flask, world: World, *methods: str) -> list[Step]:
    """Every route that answers to one of the methods."""
    return [
        Step(method, _path(rule, world.ids.get(group, world.ids[""])), rule.endpoint, action, group)
        for rule, group in every_rule(app)
        for method in methods
        if method in (rule.methods or ())
        for action in [app.view_functions[rule.endpoint].access]  # type: ignore[attr-defined]
    ]


def arguments(rule: Rule, values: dict[str, Any]) -> dict[str, Any]:
    """A real value for each argument of the rule; fails, saying what to do, for a new name."""
    found = {}
    for name in rule.arguments:
        converter = rule._converters[name]
        if isinstance(converter, AnyConverter):
            found[name] = sorted(converter.items)[0]
        elif name in values:
            found[name] = values[name]
        else:
            pytest.fail(
                f"{rule.rule}: nobody knows what <{name}> is. Make such a row in "
                "tests/support/world.py and put its id in `ids`.",
                pytrace=False,
            )
    return found


def _path(rule: Rule, values: dict[str, Any]) -> str:
    built = rule.build(arguments(rule, values))
    assert built is not None, rule
    return built[1]


def _group(rule: Rule) -> str:
    first = rule.endpoint.split(".")[0]
    return first if first in _KEYS else ""
