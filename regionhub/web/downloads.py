"""Files to fetch: those that people have sent in, and those that are made here.

What has been sent in is to be saved, and never shown by the browser.
"""

import unicodedata
from pathlib import PurePosixPath
from urllib.parse import quote

from flask import Response

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
_MEDIA_TYPES = {
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".odt": f"{_OPEN}.text",
    ".ods": f"{_OPEN}.spreadsheet",
    ".doc": "application/msword",
    ".pdf": "application/pdf",
}
_ANY = "application/octet-stream"
_ATTRIBUTE = "!#$&+^`|"
"""What RFC 5987 lets stand as it is, besides what `quote` always does."""


def attachment(content: bytes, filename: str) -> Response:
    """A file to save, under its own name, which may be a sender's and is not to be trusted."""
    return _handed_out("attachment", content, filename)


def shown(content: bytes, filename: str) -> Response:
    """A file of our own making, for the browser to show."""
    return _handed_out("inline", content, filename)


def _handed_out(how: str, content: bytes, filename: str) -> Response:
    name = safe_name(filename)
    suffix = PurePosixPath(name).suffix.lower()
    response = Response(content, content_type=_MEDIA_TYPES.get(suffix, _ANY))
    response.headers["Content-Disposition"] = (
        f"{how}; filename=\"{_plain(name)}\"; filename*=UTF-8''{quote(name, safe=_ATTRIBUTE)}"
    )
    return response


def safe_name(filename: str) -> str:
    """The name without folders and without signs that do not show, such as turns of direction."""
    last = filename.replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C")
    return " ".join(seen.split()).strip(" .") or "dokument"


def _plain(name: str) -> str:
    """The name in ASCII, for programs that know no other: "Mal.docx" for "Mål.docx"."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join("_" if sign in '"\\%;' else sign for sign in letters)
