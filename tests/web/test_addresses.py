"""Addresses that are put together late are the same as those put together at once."""

from flask import url_for
from werkzeug.routing import Map, Rule

from regionhub.web.addresses import PatientRule


def test_every_address_is_built_as_werkzeug_builds_it(app):
    at_once = Map(
        [
            Rule(rule.rule, endpoint=rule.endpoint, methods=rule.methods)
            for rule in app.url_map.iter_rules()
        ],
        converters=app.url_map.converters,
    ).bind("localhost")
    late = app.url_map.bind("localhost")
    built = 0
    for rule in app.url_map.iter_rules():
        values = dict.fromkeys(rule.arguments, 7) | {"fråga": "å & ä"}
        if "kind" in values:
            values["kind"] = "docx"
        method = min(rule.methods)
        assert late.build(rule.endpoint, values, method) == at_once.build(
            rule.endpoint, values, method
        )
        built += isinstance(rule, PatientRule)
    assert built > 100


def test_a_page_finds_its_neighbours(app):
    with app.test_request_context("/it/2026/"):
        assert url_for(".plan", year=2025) == "/it/2025/"
        assert url_for("webb.plan", year=2025, status="done") == "/webb/2025/?status=done"
