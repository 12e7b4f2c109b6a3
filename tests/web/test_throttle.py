"""Guessing at passwords: slow for who guesses, and no harm to who is guessed at."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from argon2 import PasswordHasher

from regionhub.domain.permissions import SYSTEM
from regionhub.extensions import db
from regionhub.models import SignInAttempt
from regionhub.services import accounts, throttle
from regionhub.services.changes import Save
from tests.support.browser import Browser
from tests.support.clock import NOW

RIGHT = {"email": "eva@example.org", "password": "en lång ramsa"}
WRONG = {"email": "eva@example.org", "password": "fel"}
HOME, ELSEWHERE = "198.51.100.7", "203.0.113.9"


@pytest.fixture
def eva(region):
    return accounts.create(
        region,
        email="eva@example.org",
        name="Eva Ek",
        password="en lång ramsa",
        save=Save(SYSTEM, NOW),
    )


@pytest.fixture
def verified(monkeypatch):
    """The hashes that passwords were held against, by the real hasher."""
    seen = []
    real = PasswordHasher.verify

    def watching(self, hashed, password):
        seen.append(hashed)
        return real(self, hashed, password)

    monkeypatch.setattr(PasswordHasher, "verify", watching)
    return seen


def attempt(page, form, status, place=HOME):
    return page.post("/logga-in", form, status, environ_overrides={"REMOTE_ADDR": place})


def test_an_unknown_address_costs_as_much_work_as_a_known_one(eva, browse, verified):
    unknown = attempt(browse(), {**WRONG, "email": "nobody@example.org"}, 422)
    known = attempt(browse(), WRONG, 422)
    costs = [hashed.rsplit("$", 2)[0] for hashed in verified]
    assert len(costs) == 2
    assert costs[0] == costs[1]
    assert unknown.errors() == known.errors()


def test_a_closed_account_costs_as_much_and_says_no_more(eva, browse, verified):
    eva.active = False
    assert attempt(browse(), RIGHT, 422).errors() == [
        "Fel e-postadress eller lösenord. Kontrollera och försök igen."
    ]
    assert verified == [eva.password_hash]


def test_who_is_throttled_gets_no_password_looked_at(eva, browse, verified):
    for _ in range(throttle.ALLOWED):
        attempt(browse(), WRONG, 422)
    assert "Vänta 15 minuter" in attempt(browse(), RIGHT, 429).text
    assert len(verified) == throttle.ALLOWED


def test_a_stranger_cannot_shut_somebody_out(eva, browse):
    for _ in range(throttle.ALLOWED):
        attempt(browse(), WRONG, 422, ELSEWHERE)
    for _ in range(throttle.ALLOWED_TO_ADDRESS):
        attempt(browse(), WRONG, 429, ELSEWHERE)
    attempt(browse(), RIGHT, 302, HOME)


def test_guessing_at_one_from_many_places_has_its_limit(eva, browse, monkeypatch):
    monkeypatch.setattr(throttle, "ALLOWED_TO_ADDRESS", 3)
    for number in range(3):
        attempt(browse(), WRONG, 422, f"203.0.113.{number}")
    attempt(browse(), RIGHT, 429, HOME)


def test_guessing_at_many_from_one_place_has_its_limit(eva, browse, monkeypatch):
    monkeypatch.setattr(throttle, "ALLOWED_FROM_PLACE", 3)
    for number in range(3):
        attempt(browse(), {**WRONG, "email": f"a{number}@example.org"}, 422, ELSEWHERE)
    attempt(browse(), RIGHT, 429, ELSEWHERE)
    attempt(browse(), RIGHT, 302, HOME)


def test_a_network_of_the_new_kind_is_one_place(eva, browse):
    for number in range(throttle.ALLOWED):
        attempt(browse(), WRONG, 422, f"2001:db8:1:2::{number}")
    attempt(browse(), RIGHT, 429, "2001:db8:1:2:ffff::1")
    attempt(browse(), RIGHT, 302, "2001:db8:1:3::1")


def test_the_right_password_forgets_the_wrong_ones(eva, browse):
    for _ in range(throttle.ALLOWED - 1):
        attempt(browse(), WRONG, 422)
    attempt(browse(), RIGHT, 302)
    own = throttle.ALLOWED - 1
    assert db.session.query(SignInAttempt).count() == 2 * own, "the wider counts remain"
    for _ in range(throttle.ALLOWED):
        attempt(browse(), WRONG, 422)


def test_after_a_quarter_of_an_hour_one_may_try_again(eva, browse):
    for _ in range(throttle.ALLOWED):
        attempt(browse(), WRONG, 422)
    with time_machine.travel(NOW + timedelta(minutes=throttle.MINUTES, seconds=30)):
        attempt(browse(), RIGHT, 302)


def test_two_processes_count_together(app, eva, browse, new_app):
    twin = new_app(app.config["SQLALCHEMY_DATABASE_URI"])
    for number in range(throttle.ALLOWED):
        attempt(Browser((app, twin)[number % 2]), WRONG, 422)
    attempt(Browser(twin), RIGHT, 429)
    attempt(Browser(app), RIGHT, 429)


def test_of_many_tries_at_the_same_moment_only_the_allowed_get_to_guess(
    app, eva, new_app, verified
):
    twin = new_app(app.config["SQLALCHEMY_DATABASE_URI"])
    pages = [Browser((app, twin)[number % 2]) for number in range(16)]
    db.session.commit()
    forms = [{**WRONG, "csrf_token": page.token()} for page in pages]

    def guess(page, form):
        return page.client.post("/logga-in", data=form).status_code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(guess, pages, forms))
    assert set(answers) <= {422, 429}
    assert len(verified) == answers.count(422) <= throttle.ALLOWED


def test_a_place_is_believed_only_from_a_trusted_proxy(app, eva, new_app):
    behind = new_app(app.config["SQLALCHEMY_DATABASE_URI"], trusted_proxies=1)

    def from_home(app, status):
        headers = {"X-Forwarded-For": HOME}
        Browser(app).post(
            "/logga-in",
            RIGHT,
            status,
            headers=headers,
            environ_overrides={"REMOTE_ADDR": ELSEWHERE},
        )

    for _ in range(throttle.ALLOWED):
        attempt(Browser(app), WRONG, 422, ELSEWHERE)
    from_home(app, 429)
    from_home(behind, 302)
