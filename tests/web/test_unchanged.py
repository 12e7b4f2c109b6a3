"""Who already has an answer is told at the door that nothing is new, and only then."""

import pytest

from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.models import SignIn
from tests.support import factories
from tests.support.clock import NOW, YEAR

PAGE = f"/oversikt/{YEAR}/"


@pytest.fixture
def account(region):
    factories.activity(factories.plan(factories.group("it")), when="31 december")
    return factories.account(role=Role.OFFICE)


@pytest.fixture
def person(account, browse):
    return browse(account)


def tag_of(person, path=PAGE):
    return person.get(path).response.headers["ETag"]


def again(person, tag, path=PAGE, method="GET"):
    return person.ask(method, path, headers={"If-None-Match": tag})


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_answer_is_bare_and_guides_the_copy(person, method):
    answer = again(person, tag_of(person), method=method)
    assert answer.status_code == 304
    assert answer.data == b""
    kept = {name: answer.headers[name] for name in ("Cache-Control", "Vary")}
    assert kept == {"Cache-Control": "private, no-cache", "Vary": "Cookie"}
    assert len(answer.headers["X-Request-Id"]) == 32
    assert "Set-Cookie" not in answer.headers


def test_a_message_that_waits_is_shown(person):
    tag = tag_of(person)
    with person.client.session_transaction() as session:
        session["_flashes"] = [("success", "Läget är sparat.")]
    assert "Läget är sparat." in again(person, tag).text


def test_who_has_signed_out_is_not_told(person):
    tag = tag_of(person)
    db.session.query(SignIn).one().expires_at = NOW
    assert again(person, tag).status_code == 302


def test_who_has_had_the_account_closed_is_not_told(account, person):
    tag = tag_of(person)
    account.active = False
    assert again(person, tag).status_code == 302


@pytest.mark.parametrize("path", ["/oversikt/2011/", f"{PAGE}?x=1", f"{PAGE}forsenade-och-tysta"])
def test_the_tag_of_one_page_opens_no_other(person, path):
    assert again(person, tag_of(person), path).status_code == 200


def test_another_language_is_another_answer(person):
    tag = tag_of(person)
    headers = {"If-None-Match": tag, "Accept-Language": "en"}
    assert person.ask("GET", PAGE, headers=headers).status_code == 200


@pytest.mark.parametrize(("path", "status"), [("/finns-inte", 404), ("/livez", 200)])
def test_other_addresses_are_as_ever(person, path, status):
    assert again(person, tag_of(person), path).status_code == status


def test_what_is_posted_is_never_answered_at_the_door(person):
    assert again(person, tag_of(person), method="POST").status_code == 405


def test_a_feed_at_another_host_names_that_host(person, browse):
    page = person.post("/kalender/", {"scope": "region"}, 200)
    address = page.all("//input[@id='copy']/@value")[0].removeprefix("http://localhost")
    tag = browse().get(address).response.headers["ETag"]
    other = browse().ask("GET", address, base_url="http://other.example.org")
    assert b"http://other.example.org/" in other.data
    assert again(browse(), tag, address).status_code == 304
    headers = {"If-None-Match": tag}
    answer = browse().ask("GET", address, headers=headers, base_url="http://other.example.org")
    assert answer.status_code == 200


def test_a_cookie_that_was_tampered_with_is_not_read(person):
    tag = tag_of(person)
    cookie = person.client.get_cookie("regionhub")
    assert again(person, tag).status_code == 304
    person.client.set_cookie("regionhub", f"{cookie.value}x")
    assert again(person, tag).status_code == 302
