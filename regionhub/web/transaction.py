"""One commit a request. A view that writes says so with `@writes`, and is never a GET."""

from collections.abc import Callable
from contextlib import ExitStack
from functools import wraps
from typing import Any

from flask import Flask, Response, current_app, g, make_response, request

from regionhub.database import writing
from regionhub.extensions import db

BAD = 400


def writes(view: Callable[..., Any]) -> Callable[..., Response]:
    """Commit once when the view answers well; keep nothing when it refuses or fails."""

    @wraps(view)
    def wrapped(*args: Any, **kwargs: Any) -> Response:
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
    """Take the write lock when a writing request starts; catch forgotten changes in tests."""
    app.before_request(_begin)
    app.after_request(_nothing_forgotten)
    app.teardown_request(_end)


def _begin() -> None:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, "writes", False):
        g.write_lock = ExitStack()
        g.write_lock.enter_context(writing())


def _nothing_forgotten(response: Response) -> Response:
    if current_app.testing and (db.session.new or db.session.dirty or db.session.deleted):
        raise RuntimeError(f"{request.endpoint} left changes that nobody committed")
    return response


def _end(_error: BaseException | None) -> None:
    lock: ExitStack | None = g.pop("write_lock", None)
    if lock is not None:
        lock.close()
