"""Makes text of bytes whose encoding nobody has told."""

import codecs

from regionhub.domain.errors import Refused
from regionhub.importing.readers import limits

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_UNREADABLE = "\ufffd"
_NOT_TEXT = (
    "Filen är inte en text som går att läsa. Spara planen som .docx, .odt, .xlsx, .ods, .csv, "
    ".md eller .txt och försök igen."
)
_CONTROLS = [chr(code) for code in range(0x20) if chr(code) not in "\t\n\v\f\r"]
_LEAST_SHARE_OF_UTF8 = 4


def decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text, its line ends made "\\n", and doubts on what could not be read.

    UTF-8 and UTF-16 by their marks, else UTF-8, else Windows-1252. Refused when it is no text,
    TooLarge when it is too long.
    """
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    limits.check_characters(len(text))
    if "\0" in text or _has_many_controls(text):
        raise Refused(_NOT_TEXT)
    if _UNREADABLE in text:
        return text, (f"Några tecken i filen kunde inte läsas och står som {_UNREADABLE}.",)
    return text, ()


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        text = data.decode(errors="replace")
    unreadable = text.count(_UNREADABLE)
    beyond_ascii = len(text) - len(text.encode("ascii", errors="ignore")) - unreadable
    if beyond_ascii >= unreadable * _LEAST_SHARE_OF_UTF8:
        return text
    return data.decode("cp1252", errors="replace")


def _has_many_controls(text: str) -> bool:
    return sum(map(text.count, _CONTROLS)) * 100 > len(text)
