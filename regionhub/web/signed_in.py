"""Flask-Login on sessions that live in the database.

The signed cookie carries a random secret and nothing of worth; who it belongs to, and whether it
still holds, stands in the `sign_in` row, so that a replayed cookie is dead after signing out.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from flask import Flask, g, has_request_context
from flask.sessions import SecureCookieSessionInterface
from flask_login import UserMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.http import parse_cookie

from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import login_manager
from regionhub.services import sessions
from regionhub.services.sessions import Session
from regionhub.web import clock

# So many that everybody who is signed in at once has room.
COOKIES_KNOWN = 512


class Cookies(SecureCookieSessionInterface):
    """Flask's own cookies, read and signed by something that is made once, not once a request."""

    def __init__(self, app: Flask) -> None:
        self.name = self.get_cookie_name(app)
        self.signer = super().get_signing_serializer(app)
        self.read = lru_cache(maxsize=COOKIES_KNOWN)(self._read)

    def get_signing_serializer(self, _app: Flask) -> URLSafeTimedSerializer | None:
        """What reads and signs the cookie."""
        return self.signer

    def held_by(self, environ: Mapping[str, Any]) -> Mapping[str, Any]:
        """What a request's cookie holds, to be looked at only.

        Each worker checks a cookie's signature once. For how long its secret opens anything is
        up to the database.
        """
        return self.read(environ.get("HTTP_COOKIE", ""))

    def _read(self, header: str) -> Mapping[str, Any]:
        cookie = parse_cookie(header).get(self.name, "")
        try:
            held: Mapping[str, Any] = self.signer.loads(cookie) if self.signer else {}
        except BadSignature:
            return {}
        return held


class SignedIn(UserMixin):
    """A person with a living session."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    @property
    def session(self) -> Session:
        """The session as it stood when the request came; not before the one that opens it ends."""
        found = session_of(self.secret)
        assert found is not None, "only who has a session is loaded"
        return found

    def get_id(self) -> str:
        """What Flask-Login keeps in the cookie: the session's secret."""
        return self.secret


def prepare(app: Flask) -> Cookies:
    """Bind Flask-Login to the database's sessions."""
    app.session_interface = cookies = Cookies(app)
    login_manager.session_protection = "basic"
    # Its processor would ask the database for who it is on every page, error pages too.
    login_manager.init_app(app, add_context_processor=False)
    login_manager.user_loader(load)
    return cookies


def load(secret: str) -> SignedIn | None:
    """The person behind a cookie's secret, or None."""
    return SignedIn(secret) if session_of(secret) is not None else None


def standing_of(secret: str) -> tuple[int | None, int] | None:
    """Whose session it is and the region's revision. A request will need all of the session;
    at the door, before there is one, this is asked for alone.
    """
    if not has_request_context():
        return sessions.standing(secret, now=clock.now())
    found = session_of(secret)
    return (found.actor.account_id, found.revision) if found else None


def session_of(secret: str) -> Session | None:
    """The living session behind a secret; looked up once a request."""
    known: dict[str, Session | None] = g.setdefault("sessions", {})
    if secret not in known:
        declared: WorkGroup | None = g.get("declared")
        known[secret] = sessions.find(
            secret,
            now=clock.now(),
            today=clock.today(),
            group_key=declared.key if declared else None,
        )
    return known[secret]
