"""The pages that say no: who can help, and nothing written is lost."""

import pytest
from sqlalchemy.exc import OperationalError

from regionhub.domain.permissions import GroupRole, Role
from regionhub.extensions import db
from regionhub.models import SignIn
from regionhub.services import people
from tests.support import factories

LONG = "Vi har mätt bredbandet i alla byar och skrivit ned vad som saknas."


def test_who_may_not_is_told_who_can_help(region, browse):
    it = factories.group("it")
    leader = factories.person("Lisa Ledare", email="lisa@example.org")
    factories.seat(leader, it, GroupRole.CONVENER)
    factories.account("Karin Kansli", role=Role.OFFICE).person.email = "karin@example.org"
    closed = factories.account("Sten Slutat", role=Role.OFFICE)
    closed.active = False
    factories.plan(it)
    page = browse(factories.account()).get("/it/2026/andra", 403)
    assert page.words("//main//li") == [
        "Lisa Ledare, lisa@example.org",
        "Karin Kansli, karin@example.org",
    ]
    page = browse(factories.account()).get("/administration/", 403)
    assert page.words("//main//li") == ["Karin Kansli, karin@example.org"]


def test_the_refusal_comes_though_nobody_can_be_looked_up(region, browse, monkeypatch):
    def away(*_args, **_kwargs):
        raise OperationalError("select", {}, Exception("away"))

    monkeypatch.setattr(people, "who_can_help", away)
    page = browse(factories.account()).get("/administration/", 403)
    assert "Fråga gruppens sammankallande eller kansliet" in page.text


def test_what_was_written_in_an_expired_form_is_given_back(region, browse):
    browser = browse(factories.account())
    sent = {"comment": LONG, "old": "ett hemligt lösenord", "title": "<b>kort</b>"}
    answer = browser.ask("POST", "/min-sida", data=sent)
    assert answer.status_code == 400
    assert LONG in answer.text
    assert "hemligt" not in answer.text
    assert "<b>" not in answer.text


@pytest.mark.parametrize("path", ["/min-sida", "/administration/personer/ny"])
def test_what_was_written_while_the_session_ended_is_given_back(path, region, browse):
    browser = browse(factories.account())
    db.session.query(SignIn).delete()
    page = browser.post(path, {"comment": LONG}, 401)
    assert page.all("//textarea")[0].text.strip() == LONG
    assert page.all("//main//a[@href='/logga-in']")
    assert browser.post(path, {"comment": "kort"}).location.startswith("/logga-in?next=")


def test_a_visitor_who_posts_is_sent_to_sign_in(region, browse):
    assert browse().post("/min-sida", {"comment": LONG}).location == "/logga-in?next=/min-sida"
