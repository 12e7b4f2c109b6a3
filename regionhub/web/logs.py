"""Logs a line a request, with an id, and never a secret."""

import logging
import secrets
import time
from collections.abc import MutableMapping
from functools import lru_cache
from typing import Any

import structlog
from flask import Flask, Response, g, request

_SECRET_WORDS = ("password", "token", "secret", "cookie", "authorization")
log = structlog.get_logger("regionhub.request")


def prepare(app: Flask, *, as_json: bool) -> None:
    """Configure structlog and note every request."""
    renderer: Any = (
        structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            _redact,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.WARNING if app.testing else logging.INFO
        ),
        logger_factory=structlog.WriteLoggerFactory(),
        cache_logger_on_first_use=not app.testing,
    )
    # Before all else: an address can be refused before the first `before_request`.
    app.url_value_preprocessor(_begin)
    app.after_request(_end)


def new_id() -> str:
    """An id for a request, to be found in the log and told to who asked."""
    return secrets.token_hex(16)


def note(method: str, rule: str, status: int, *, request_id: str, began: float) -> None:
    """Log an answer; `began` by `time.perf_counter`. The rule, not the path: a feed's is secret."""
    log.info(
        "request",
        request_id=request_id,
        method=method,
        rule=rule,
        status=status,
        ms=round((time.perf_counter() - began) * 1000, 1),
    )


def _begin(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    g.request_id = new_id()
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.request_id
    if request.endpoint != "static":
        rule = str(request.url_rule or "unknown")
        note(request.method, rule, response.status_code, request_id=g.request_id, began=g.began)
    return response


def _redact(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    for key in event:
        if _is_secret(key):
            event[key] = "[dolt]"
    return event


@lru_cache(maxsize=256)
def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in _SECRET_WORDS)
