"""Conditional answers: a page that has not changed since the person last saw it costs one query.

The tag covers everything that such a page shows: who sees it, the region's revision (raised by
every write), the day, the address, the language and this version of the program.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app, make_response, request, session

from regionhub.web import clock, version
from regionhub.web.signed_in import session_of

NOT_MODIFIED = 304
OK = 200


def answers_unchanged(view: Callable[..., Any]) -> Callable[..., Any]:
    """Mark a page so that who already has it is answered 304. Stands outermost, above `@access`.

    A page with a message to show is always built anew.
    """

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        tag = _tag()
        response = make_response(view(*args, **kwargs))
        if tag is not None and response.status_code == OK:
            return _tagged(response, tag)
        return response

    wrapped.answers_unchanged = True  # type: ignore[attr-defined]
    return wrapped


def prepare(app: Flask) -> None:
    """Answer who already has a page before anything else is asked or looked up."""
    app.before_request(_not_modified)


def _not_modified() -> Response | None:
    if "If-None-Match" not in request.headers or request.method not in ("GET", "HEAD"):
        return None
    view = current_app.view_functions.get(request.endpoint or "")
    tag = _tag() if getattr(view, "answers_unchanged", False) else None
    if tag is None or not has(tag):
        return None
    return _tagged(Response(status=NOT_MODIFIED), tag)


def has(tag: str) -> bool:
    """Whether the one who asks has the answer with this tag already.

    A proxy that packs an answer marks its tag as weak; the answer is the same.
    """
    return f'"{tag}"' in request.headers.get("If-None-Match", "")


def _tag() -> str | None:
    secret = session.get("_user_id")
    if secret is None or session.get("_flashes"):
        return None
    seen = session_of(secret)
    if seen is None:
        return None
    parts = (
        version.VERSION,
        seen.account_id,
        secret,
        seen.revision,
        clock.today(),
        request.full_path,
        request.headers.get("Accept-Language", ""),
        session.get("language", ""),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]


def _tagged(response: Response, tag: str) -> Response:
    response.set_etag(tag)
    # Kept by the browser alone, and asked about every time.
    response.headers["Cache-Control"] = "private, no-cache"
    return response
