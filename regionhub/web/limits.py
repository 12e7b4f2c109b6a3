"""What no request may hold, refused before any view is asked."""

from typing import Any

from flask import Flask, abort, current_app, request
from werkzeug.routing import IntegerConverter

from regionhub.domain.errors import NotFound

# A number in an address names a row or a year; the databases know none greater.
GREATEST_NUMBER = 2**31 - 1
FIRST_YEAR, LAST_YEAR = 1900, 2200
_NUL = "\x00"


class RowNumber(IntegerConverter):
    """A whole number that can be asked for in every database."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"max": GREATEST_NUMBER, **kwargs})


def prepare(app: Flask) -> None:
    """Bind the limits; comes before all that reads forms or makes rules."""
    app.url_map.converters["int"] = RowNumber
    app.url_value_preprocessor(_year_within_reach)
    app.before_request(_no_endless_form)
    app.before_request(_no_nul)


def _year_within_reach(_endpoint: str | None, values: dict[str, Any] | None) -> None:
    year = (values or {}).get("year")
    if isinstance(year, int) and not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotFound(f"Välj ett år mellan {FIRST_YEAR} och {LAST_YEAR}.")


def _no_endless_form() -> None:
    # Flask's limit on a form's words holds for forms with files only.
    if request.mimetype != "multipart/form-data":
        request.max_content_length = current_app.config["MAX_FORM_MEMORY_SIZE"]


def _no_nul() -> None:
    # No person types this sign, and PostgreSQL keeps no text with it.
    if _NUL in request.path:
        abort(404)
    sent = list(request.args.items(multi=True))
    if request.method == "POST":
        sent += request.form.items(multi=True)
        sent += [(name, file.filename or "") for name, file in request.files.items(multi=True)]
    if any(_NUL in text for pair in sent for text in pair):
        abort(400)
