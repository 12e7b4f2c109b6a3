import pytest

from regionhub.domain.permissions import SYSTEM
from regionhub.extensions import db
from regionhub.models import SignIn
from regionhub.services import accounts
from regionhub.services.changes import Save
from tests.support import factories
from tests.support.browser import Browser
from tests.support.clock import NOW

RIGHT = {"email": "eva@example.org", "password": "en lång ramsa"}


def make_account(region):
    return accounts.create(
        region,
        email="Eva@example.org",
        name="Eva Ek",
        password="en lång ramsa",
        save=Save(SYSTEM, NOW),
    )


def test_a_person_signs_in_and_out(region, browse):
    make_account(region)
    page = browse()
    page.get("/logga-in")
    answer = page.post("/logga-in", {"email": "eva@example.org", "password": "en lång ramsa"})
    assert answer.location == "/min-sida"
    page.post("/logga-ut")
    assert page.get("/min-sida", 302).location.startswith("/logga-in?next=/min-sida")


def test_a_replayed_cookie_is_dead_after_signing_out(region, browse):
    account = make_account(region)
    page = browse(account)
    cookie = page.client.get_cookie("regionhub").value
    page.post("/logga-ut")
    page.client.set_cookie("regionhub", cookie)
    page.get("/min-sida", 302)


def test_a_wrong_password_says_so_and_keeps_the_address(region, browse):
    make_account(region)
    answer = browse().post("/logga-in", {"email": "eva@example.org", "password": "fel"}, 422)
    assert answer.errors() == ["Fel e-postadress eller lösenord. Kontrollera och försök igen."]
    assert answer.all("//input[@name='email']/@value") == ["eva@example.org"]
    assert answer.all("//input[@type='password']/@value") == [""]
    assert "Har du glömt lösenordet" in answer.text


@pytest.mark.parametrize(
    "outside",
    [
        "https://example.com/",
        "//example.com",
        "///example.com",
        "/\\example.com",
        "/\t/example.com",
        "/\n/example.com",
        "\\/example.com",
        "javascript:alert(1)",
        "http://[::1",
        "//[",
        "min-sida",
    ],
)
def test_after_signing_in_nobody_is_led_out_of_the_site(outside, region, browse):
    make_account(region)
    answer = browse().post("/logga-in", {**RIGHT, "next": outside})
    assert answer.location == "/min-sida"
    page = browse().get("/logga-in", query_string={"next": outside})
    assert "example.com" not in page.response.get_data(as_text=True)


def test_one_comes_to_the_page_one_came_for(region, browse):
    make_account(region)
    wanted = "/it/2026/?kommun=ume%C3%A5&sortera=nar"
    assert browse().post("/logga-in", {**RIGHT, "next": wanted}).location == wanted


def test_a_visitor_is_sent_to_sign_in_and_back(region, browse):
    factories.plan(factories.group("it"))
    assert browse().get("/it/2026/", 302).location == "/logga-in?next=/it/2026/"
    asked = browse().get("/it/2026/?kommun=umea", 302).location
    assert asked == "/logga-in?next=/it/2026/?kommun%3Dumea"


def test_a_part_of_a_page_sends_the_whole_page_to_sign_in(region, browse):
    headers = {"HX-Request": "true", "HX-Current-URL": "https://example.com/it/2026/?x=1#y"}
    answer = browse().get("/min-sida", 401, headers=headers)
    assert answer.response.headers["HX-Redirect"] == "/logga-in?next=/it/2026/"


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(app, region, browse, new_app):
    make_account(region)
    assert sign_in_cookie(browse()) == {"HttpOnly", "SameSite=Lax", "Path=/"}
    secure = new_app(app.config["SQLALCHEMY_DATABASE_URI"], secure_cookies=True)
    assert "Secure" in sign_in_cookie(
        Browser(secure), base_url="https://localhost", headers={"Referer": "https://localhost/"}
    )


def test_the_cookie_says_nothing_about_who_one_is(region, browse):
    account = make_account(region)
    page = browse()
    page.post("/logga-in", RIGHT)
    with page.client.session_transaction() as session:
        held = dict(session)
    assert account.email not in str(held)
    assert set(held) <= {"_user_id", "_fresh", "_id", "_permanent", "csrf_token"}


def test_signing_in_always_opens_a_new_session(region, browse):
    make_account(region)
    page = browse()
    with page.client.session_transaction() as session:
        session["planted"] = "by somebody else"
    page.post("/logga-in", RIGHT)
    first = secret_of(page)
    page.post("/logga-in", RIGHT)
    assert secret_of(page) != first
    with page.client.session_transaction() as session:
        assert "planted" not in session
    assert db.session.query(SignIn).count() == 1, "the session one left is closed"


def test_a_page_leaves_the_cookie_as_it_is(region, browse):
    make_account(region)
    page = browse()
    page.post("/logga-in", RIGHT)
    page.get("/min-sida")
    assert "Set-Cookie" not in page.get("/min-sida").response.headers


def test_a_session_ends_after_its_hours(region, browse):
    make_account(region)
    page = browse()
    page.post("/logga-in", RIGHT)
    page.get("/min-sida")
    db.session.query(SignIn).one().expires_at = NOW
    page.get("/min-sida", 302)


def test_a_closed_account_is_out_at_once(region, browse):
    account = make_account(region)
    page = browse(account)
    page.get("/min-sida")
    account.active = False
    page.get("/min-sida", 302)


def test_raising_the_session_version_signs_out(region, browse):
    account = make_account(region)
    page = browse(account)
    account.session_version += 1
    page.get("/min-sida", 302)


@pytest.mark.parametrize("token", [None, "", "made up", "\x00", "x" * 9000])
def test_an_expired_form_says_so_and_loses_nothing(token, region, browse):
    account = make_account(region)
    data = {"secret": "något"} | ({"csrf_token": token} if token is not None else {})
    browser = browse(account)
    answer = browser.ask("POST", "/logga-ut", data=data)
    assert answer.status_code == 400
    words = answer.get_data(as_text=True)
    assert "<h1>" in words
    browser.get("/min-sida")


def test_demo_accounts_open_nothing_outside_the_demo(region, browse):
    make_account(region).demo = True
    browse().post("/logga-in", RIGHT, 422)


def sign_in_cookie(page, **kwargs):
    """The flags that the cookie is set with, but for its hours."""
    header = page.post("/logga-in", RIGHT, **kwargs).response.headers["Set-Cookie"]
    return {flag for flag in header.split("; ")[1:] if not flag.startswith("Expires=")}


def secret_of(page):
    with page.client.session_transaction() as session:
        return session["_user_id"]
