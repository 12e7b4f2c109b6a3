from regionhub.services import accounts, sign_ins
from tests.support import factories
from tests.support.clock import NOW


def make_account(region):
    return accounts.create(
        region, email="Eva@example.org", name="Eva Ek", password="en lång ramsa", now=NOW
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


def test_a_wrong_password_says_so_and_is_counted(region, browse):
    make_account(region)
    page = browse()
    for _ in range(sign_ins.FAILURES_ALLOWED):
        answer = page.post("/logga-in", {"email": "eva@example.org", "password": "fel"}, 422)
        assert answer.errors() == ["Fel e-postadress eller lösenord. Kontrollera och försök igen."]
    right = {"email": "eva@example.org", "password": "en lång ramsa"}
    assert "Vänta 15 minuter" in page.post("/logga-in", right, 429).text


def test_after_signing_in_nobody_is_led_out_of_the_site(region, browse):
    make_account(region)
    for outside in ("https://example.com/", "//example.com", "/\\example.com"):
        answer = browse().post(
            "/logga-in",
            {"email": "eva@example.org", "password": "en lång ramsa", "next": outside},
        )
        assert answer.location == "/min-sida"


def test_a_visitor_is_sent_to_sign_in_and_back(region, browse):
    factories.plan(factories.group("it"))
    assert browse().get("/it/2026/", 302).location == "/logga-in?next=/it/2026/"
