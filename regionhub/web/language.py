"""The language of the screen texts. They are written in Swedish, so Swedish needs no catalogue."""

from babel import Locale
from flask import Flask, g
from flask_babel import get_locale, get_translations

SOURCE = "sv"
_SWEDEN = Locale.parse("sv_SE")


def prepare(app: Flask) -> None:
    """Let templates take their Swedish texts as they stand.

    Flask-Babel looks for the catalogue anew for every text, which cost a tenth of a page.
    """
    app.jinja_env.install_gettext_callables(_gettext, _ngettext, newstyle=True)  # type: ignore[attr-defined]


def of_request() -> Locale:
    """The language and country of the page. Put together once: it holds the names of all months."""
    return _SWEDEN


def _gettext(text: str) -> str:
    return text if _is_source() else str(get_translations().ugettext(text))


def _ngettext(one: str, many: str, count: int) -> str:
    if _is_source():
        return one if count == 1 else many
    return str(get_translations().ungettext(one, many, count))


def _is_source() -> bool:
    if "source_language" not in g:
        locale = get_locale()
        g.source_language = locale is None or locale.language == SOURCE
    return bool(g.source_language)
