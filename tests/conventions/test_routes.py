"""What every route keeps to."""

import re

import pytest

from regionhub.domain.permissions import Action
from regionhub.web.access import access, check_declared

_SAFE = {"GET", "HEAD", "OPTIONS"}


def test_every_route_declares_its_access(app):
    for endpoint, view in app.view_functions.items():
        if endpoint != "static":
            assert isinstance(view.access, Action), endpoint


def test_an_undeclared_route_stops_the_app(app):
    view_functions = {**app.view_functions, "bare": lambda: ""}

    class Bare:
        pass

    bare = Bare()
    bare.view_functions = view_functions
    with pytest.raises(RuntimeError, match="bare"):
        check_declared(bare)


def test_a_declared_route_passes(app):
    class Declared:
        view_functions = {"shown": access(Action.SEE_PUBLIC)(lambda: "")}

    check_declared(Declared())


def test_what_writes_is_never_got_and_what_is_posted_writes(app):
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        if getattr(view, "writes", False):
            assert not rule.methods & {"GET"}, f"{rule} writes on GET"
        elif rule.methods - _SAFE:
            pytest.fail(f"{rule} is posted to but declares no writes")


def test_addresses_are_kebab_case(app):
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "static":
            continue
        for part in re.sub(r"<[^>]+>", "", rule.rule).split("/"):
            assert re.fullmatch(r"[a-z0-9.-]*", part), rule.rule
