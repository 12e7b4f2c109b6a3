"""Conditional answers: who already has an answer that has not changed is told so by one query.

The tag covers everything that such an answer shows: who sees it, the region's revision (raised by
every write), the day, the address, the language and this version of the program. A tag is made of
the secret of who asks, so whoever sends one has had the answer or has nothing to gain.

It is told at the door, before Flask begins with a request. A browser that asks again, and a
calendar program that has asked every few hours for years, is most of what is ever asked here.
"""

import hashlib
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial, wraps
from typing import Any

from flask import Flask, Response, make_response, request, session
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from regionhub.web import clock, logs, version
from regionhub.web.signed_in import Cookies, standing_of

NOT_MODIFIED = 304
# So many that every page and calendar that is asked for again and again has room.
ADDRESSES_KNOWN = 1024
OK = 200
# By the browser alone, and asked about every time.
_KEPT = "private, no-cache"
# What of the request an answer depends on, by WSGI's names.
_ASKED_FOR = (
    "wsgi.url_scheme",
    "HTTP_HOST",
    "SCRIPT_NAME",
    "PATH_INFO",
    "QUERY_STRING",
    "HTTP_ACCEPT_LANGUAGE",
)

# Tells who sees an answer and at which revision, of what the cookie holds (read when that is asked
# for) and the values in the address; None for an answer that must be made anew. One query.
Told = tuple[object, ...] | None
Held = Callable[[], Mapping[str, Any]]
Tells = Callable[[Held, Mapping[str, Any]], Told]


def answers_unchanged_to(tells: Tells) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Mark a view so that who already has its answer is told so. Stands outermost."""

    def mark(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            tag = _tag(request.environ, tells(lambda: session, kwargs))
            response = make_response(view(*args, **kwargs))
            if tag is not None and response.status_code == OK:
                return _tagged(response, tag)
            return response

        wrapped.tells = tells  # type: ignore[attr-defined]
        return wrapped

    return mark


def _signed_in(held: Held, _values: Mapping[str, Any]) -> Told:
    """A page with a message to show is always made anew."""
    cookie = held()
    secret = cookie.get("_user_id")
    found = standing_of(secret) if secret and not cookie.get("_flashes") else None
    return (*found, secret) if found else None


# For the pages of those who are signed in.
answers_unchanged = answers_unchanged_to(_signed_in)


def prepare(app: Flask, cookies: Cookies) -> None:
    """Set the door before the app. What a proxy in front of both tells is set before the door."""
    app.wsgi_app = _Door(app, cookies)  # type: ignore[method-assign]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A view that can tell whether its answer is the same, and how the address reaches it."""

    rule: str
    tells: Tells
    values: Mapping[str, Any]


class _Door:
    """Answers who has the answer already, and lets everybody else in."""

    def __init__(self, app: Flask, cookies: Cookies) -> None:
        self.app = app
        self.cookies = cookies
        self.inside = app.wsgi_app
        self.addresses = app.url_map.bind("")
        self.asked_at = lru_cache(maxsize=ADDRESSES_KNOWN)(self._asked_at)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        headers = self.nothing_new(environ) if "HTTP_IF_NONE_MATCH" in environ else None
        if headers is None:
            return self.inside(environ, start_response)
        start_response("304 NOT MODIFIED", headers)
        return []

    def nothing_new(self, environ: dict[str, Any]) -> list[tuple[str, str]] | None:
        """The headers that say so, where it is so.

        They guide the browser's copy and no more: the copy's own, with the policy that is to be
        followed, still hold.
        """
        began = time.perf_counter()
        asked = self.asked_at(environ["REQUEST_METHOD"], environ.get("PATH_INFO", ""))
        if asked is None:
            return None
        held = partial(self.cookies.held_by, environ)
        with self.app.app_context():
            try:
                tag = _tag(environ, asked.tells(held, asked.values))
            except SQLAlchemyError:
                # It is met again inside, where there is a page that says so.
                return None
        # A proxy that packs an answer marks its tag as weak; the answer is the same.
        if tag is None or f'"{tag}"' not in environ["HTTP_IF_NONE_MATCH"]:
            return None
        request_id = logs.new_id()
        method = environ["REQUEST_METHOD"]
        logs.note(method, asked.rule, NOT_MODIFIED, request_id=request_id, began=began)
        return [
            ("ETag", f'"{tag}"'),
            ("Cache-Control", _KEPT),
            ("Vary", "Cookie"),
            ("X-Request-Id", request_id),
        ]

    def _asked_at(self, method: str, path: str) -> _Asked | None:
        """What is asked at an address, as WSGI spells it; None for a view that cannot tell."""
        spelt = path.encode("latin-1").decode(errors="replace")
        try:
            rule, values = self.addresses.match(spelt, method, return_rule=True)
        except HTTPException:
            return None
        tells = getattr(self.app.view_functions[rule.endpoint], "tells", None)
        return _Asked(rule.rule, tells, values) if tells else None


def _tag(environ: Mapping[str, Any], told: Told) -> str | None:
    if told is None:
        return None
    of_request = tuple(environ.get(name) for name in _ASKED_FOR)
    parts = (version.VERSION, told, clock.today(), of_request)
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    response.set_etag(tag)
    response.headers["Cache-Control"] = _KEPT
    return response
