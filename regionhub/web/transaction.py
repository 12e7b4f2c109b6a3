"""One commit a request. A view that writes says so with `@writes`, and is never a GET.

Its transaction begins when the view does. Who asks is looked up before it, so that on SQLite
nobody else's save waits for that.
"""

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app, g, make_response, request

from regionhub.database import begin, looking_up, reading, writing
from regionhub.extensions import db

BAD = 400
READING_METHODS = ("GET", "HEAD", "OPTIONS")


def writes(view: Callable[..., Any]) -> Callable[..., Response]:
    """Commit once when the view answers well; keep nothing when it refuses or fails."""

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Response:
        connection = db.session.connection()
        with writing():
            begin(connection)
            try:
                response = make_response(view(*args, **kwargs))
            except BaseException:
                db.session.rollback()
                raise
            if response.status_code < BAD:
                db.session.commit()
            else:
                db.session.rollback()
            return response

    wrapped.writes = True  # type: ignore[attr-defined]
    return wrapped


def watch(app: Flask) -> None:
    """Begin each request for what it is for; catch forgotten changes in tests."""
    app.before_request(_begin)
    app.after_request(_nothing_forgotten)
    app.teardown_request(_end)


def _begin() -> None:
    view = current_app.view_functions.get(request.endpoint or "")
    g.work = ExitStack()
    if request.method in READING_METHODS:
        g.work.enter_context(reading())
    elif getattr(view, "writes", False):
        g.work.enter_context(looking_up())


def _nothing_forgotten(response: Response) -> Response:
    if current_app.testing and (db.session.new or db.session.dirty or db.session.deleted):
        raise RuntimeError(f"{request.endpoint} left changes that nobody committed")
    return response


def _end(_error: BaseException | None) -> None:
    work: ExitStack | None = g.pop("work", None)
    if work is not None:
        work.close()
