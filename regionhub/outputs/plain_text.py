"""Text typed by people, made fit for any file format."""

import re

_LINE_ENDINGS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Before a line that goes on with the text above it: our own import knows it by that.
_FURTHER = "\u2003"
# Control characters, lone surrogates, and code points that no XML or PDF file may hold.
_UNFIT = re.compile("[\x00-\x09\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]+")


def printable(text: str) -> str:
    """The text without control characters; every kind of line break becomes a newline."""
    return _UNFIT.sub(" ", _LINE_ENDINGS.sub("\n", text)).strip()


def one_line(text: str) -> str:
    """The text as a single line, with white space folded."""
    return " ".join(printable(text).split())


def with_further_lines(text: str) -> str:
    """The text with every line but the first set in, so that all are known to be one text."""
    first, *others = map(one_line, printable(text).split("\n"))
    return "\n".join((first, *(f"{_FURTHER}{line}" if line else "" for line in others)))
