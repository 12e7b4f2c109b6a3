"""Static files that a browser may keep: their address changes when they do."""

from datetime import timedelta
from functools import lru_cache
from http import HTTPStatus
from pathlib import Path

from flask import Flask, Response, request, url_for

# What style sheets name (fonts) bears no mark, so a change there is seen the next day.
UNMARKED = timedelta(days=1)
MARKED = "public, max-age=31536000, immutable"


def prepare(app: Flask) -> None:
    """Give templates `asset(filename)`, and let what it names be kept for good."""
    folder = Path(app.static_folder or "")

    @lru_cache(maxsize=256)
    def marked(filename: str, _root: str) -> str:
        changed = (folder / filename).stat().st_mtime_ns
        return url_for("static", filename=filename, v=f"{changed:x}")

    def asset(filename: str) -> str:
        return marked(filename, request.root_path)

    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = UNMARKED
    app.add_template_global(asset)
    app.after_request(_keep)


def _keep(response: Response) -> Response:
    marked = request.endpoint == "static" and "v" in request.args
    if marked and response.status_code == HTTPStatus.OK:
        response.headers["Cache-Control"] = MARKED
    return response
