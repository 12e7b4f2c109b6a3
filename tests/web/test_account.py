"""One's own account."""

import pytest

from regionhub.domain.permissions import SYSTEM, GroupRole, Role
from regionhub.extensions import db
from regionhub.models import Change, SignIn
from regionhub.services import accounts, throttle
from regionhub.services.changes import Save
from regionhub.web.version import VERSION
from tests.support import factories
from tests.support.clock import NOW, TODAY

OLD, NEW = "en lång ramsa", "en annan lång ramsa"


@pytest.fixture
def eva(region):
    return accounts.create(
        region,
        email="eva@example.org",
        name="Eva Ek",
        password=OLD,
        role=Role.CHIEF,
        municipality=factories.municipality("umea"),
        save=Save(SYSTEM, NOW),
    )


def sign_in(page, password, status=302):
    return page.post("/logga-in", {"email": "eva@example.org", "password": password}, status)


def test_the_account_tells_in_words_what_one_is(eva, browse):
    group, umea = factories.group("it"), factories.municipality("umea")
    factories.seat(eva, group, GroupRole.CONVENER, umea)
    factories.seat(eva, factories.group("webb"), ends=TODAY.replace(year=2025))
    page = browse(eva).get("/konto")
    assert page.words("//section[@aria-labelledby='roller']//li") == [
        "Kommunchef i Umeå",
        f"Sammankallande i {group.name} för Umeå",
    ]
    assert browse(eva).get("/min-sida").all("//header//a[@href='/konto']")


def test_who_is_signed_in_can_tell_which_version_this_is(eva, browse):
    assert f"Version {VERSION}" in browse(eva).get("/konto").text
    assert VERSION not in browse().get("/").text


def test_who_has_no_part_is_told_who_gives_one(region, browse):
    assert "Kansliet lägger till dig" in browse(factories.account()).get("/konto").text


def test_a_changed_password_signs_out_everywhere_but_here(eva, browse):
    here, elsewhere = browse(), browse()
    sign_in(here, OLD)
    sign_in(elsewhere, OLD)
    assert "2 ställen" in here.get("/konto").text
    here.post("/konto/losenord", {"old": OLD, "new": NEW})
    assert "Du är utloggad överallt utom här" in here.get("/konto").text
    elsewhere.get("/konto", 302)
    sign_in(browse(), OLD, 422)
    sign_in(browse(), NEW)
    line = db.session.query(Change).order_by(Change.id.desc()).first()
    assert line.sentence == "Bytte sitt lösenord"
    assert line.values == {}


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"old": "fel", "new": NEW}, "Det gamla lösenordet stämmer inte. Skriv det igen."),
        ({"old": OLD, "new": "kort"}, "Välj ett lösenord med minst 12 tecken, gärna flera ord."),
        ({"old": OLD, "new": "x" * 201}, "Lösenordet får ha högst 200 tecken."),
        ({"old": OLD}, "Skriv ett nytt lösenord."),
        ({"new": NEW}, "Skriv ditt nuvarande lösenord."),
    ],
)
def test_a_password_that_will_not_do_changes_nothing(form, error, eva, browse):
    page = browse(eva)
    assert page.post("/konto/losenord", form, 422).errors() == [error]
    page.get("/konto")
    sign_in(browse(), OLD)


def test_an_open_session_is_no_place_to_guess_the_password(eva, browse):
    page = browse(eva)
    for _ in range(throttle.ALLOWED):
        page.post("/konto/losenord", {"old": "fel", "new": NEW}, 422)
    answer = page.post("/konto/losenord", {"old": OLD, "new": NEW}, 422)
    assert "Vänta 15 minuter" in answer.text


def test_out_everywhere_means_here_too(eva, browse):
    here, elsewhere = browse(eva), browse(eva)
    here.post("/konto/logga-ut-overallt")
    assert "Du är utloggad överallt" in here.get("/logga-in").text
    for page in (here, elsewhere):
        page.get("/konto", 302)
    assert db.session.query(SignIn).count() == 0
