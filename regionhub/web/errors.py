"""Errors as pages in plain words, from templates that need no database."""

from typing import Any

import structlog
from flask import Flask, g, render_template, request
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from regionhub.domain.errors import NotAllowed, NotFound, Refused, StaleEdit, TooLarge
from regionhub.extensions import db
from regionhub.services import people
from regionhub.services.throttle import Throttled
from regionhub.web import clock
from regionhub.web.current import group, in_group, region

log = structlog.get_logger(__name__)
Answer = tuple[str, int]
# What is shorter is soon typed again.
WORTH_KEEPING = 20
_NOT_SHOWN = frozenset({"csrf_token", "next", "batch", "password", "old", "new"})
_WITH_A_PAGE = frozenset({400, 401, 403, 404, 405, 409, 413, 422, 429, 500, 503})


def prepare(app: Flask) -> None:
    """Bind every error that a person can meet to its page."""
    for error, status in (
        (NotFound, 404),
        (TooLarge, 413),
        (Throttled, 429),
        (StaleEdit, 409),
        (Refused, 422),
    ):
        app.register_error_handler(error, _domain_error(status))
    app.register_error_handler(NotAllowed, _not_allowed)
    app.register_error_handler(StaleDataError, _lost_race)
    app.register_error_handler(CSRFError, _expired_form)
    app.register_error_handler(OperationalError, _database_away)
    app.register_error_handler(InterfaceError, _database_away)
    app.register_error_handler(HTTPException, _http_error)
    if not app.testing:
        # In tests an unforeseen error is a failure to be seen, not a page.
        app.register_error_handler(Exception, _unforeseen)


def page(status: int, message: str = "", **more: Any) -> Answer:
    """The page of an error, with the sentence that concerns this time."""
    template = f"errors/{status if status in _WITH_A_PAGE else 400}.html"
    return render_template(template, status=status, message=message, **more), status


def typed() -> list[str]:
    """The longer texts of the form that was sent, so that a page can give them back."""
    return [
        text
        for name, text in request.form.items(multi=True)
        if len(text) >= WORTH_KEEPING and name not in _NOT_SHOWN
    ]


def _not_allowed(error: NotAllowed) -> Answer:
    try:
        whose = group() if in_group() else None
        helpers = people.who_can_help(region(), whose, today=clock.today())
    except SQLAlchemyError:
        # An error page comes whether the database does or not.
        helpers = []
    return page(403, error.message, helpers=helpers)


def _domain_error(status: int) -> Any:
    def answer(error: Any) -> Answer:
        return page(status, error.message)

    return answer


def _lost_race(_error: StaleDataError) -> Answer:
    db.session.rollback()
    return page(409)


def _expired_form(_error: CSRFError) -> Answer:
    return page(
        400,
        "Formuläret hade blivit för gammalt. Gå tillbaka, ladda om sidan och skicka det igen.",
        typed=typed(),
    )


def _database_away(error: Exception) -> Answer:
    log.error("database away", error=type(error).__name__)
    return page(503)


def _http_error(error: HTTPException) -> Any:
    status = error.code or 500
    if status in (301, 302, 303, 307, 308):
        return error
    # What the error tells programs, such as which methods are right, stays beside the page.
    told = [(name, value) for name, value in error.get_headers() if name != "Content-Type"]
    return *page(status), told


def _unforeseen(error: Exception) -> Answer:
    log.exception("unforeseen error", path=request.path, request_id=g.get("request_id"))
    return page(500)
