"""Files that people have sent in, handed out again: to be saved, never shown by the browser."""

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
}
_ANY = "application/octet-stream"
_ATTRIBUTE = "!#$&+^`|"
"""What RFC 5987 lets stand as it is, besides what `quote` always does."""


def attachment(content: bytes, filename: str) -> Response:
    """The file under its own name, which is what the sender called it and not to be trusted."""
    name = safe_name(filename)
    suffix = PurePosixPath(name).suffix.lower()
    response = Response(content, content_type=_MEDIA_TYPES.get(suffix, _ANY))
    response.headers["Content-Disposition"] = (
        f"attachment; filename=\"{_plain(name)}\"; filename*=UTF-8''{quote(name, safe=_ATTRIBUTE)}"
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
