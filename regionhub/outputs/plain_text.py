"""Text typed by people, made fit for any file format."""

import re

_LINE_ENDINGS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, lone surrogates, and code points that no XML or PDF file may hold.
_UNFIT = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")


def printable(text: str) -> str:
    """The text without control characters; every kind of line break becomes a newline."""
    return _UNFIT.sub(" ", _LINE_ENDINGS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """The text as a single line, with white space folded."""
    return " ".join(printable(text).split())
