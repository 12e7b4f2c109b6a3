"""Logs a line a request, with an id, and never a secret."""

import logging
import time
import uuid
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
    app.before_request(_begin)
    app.after_request(_end)


def _begin() -> None:
    g.request_id = uuid.uuid4().hex
    g.began = time.perf_counter()


def _end(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.get("request_id", "")
    if request.endpoint != "static":
        # The rule, not the path: a feed's path is a secret.
        log.info(
            "request",
            request_id=g.get("request_id"),
            method=request.method,
            rule=str(request.url_rule or "unknown"),
            status=response.status_code,
            ms=round((time.perf_counter() - g.began) * 1000, 1) if "began" in g else None,
        )
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
