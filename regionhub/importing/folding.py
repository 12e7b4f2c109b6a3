"""Words made comparable: without case, accents and superfluous white space."""

import re
import unicodedata

_ACCENT = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text in lower case, without accents, every run of white space one space."""
    plain = text if text.isascii() else _ACCENT.sub("", unicodedata.normalize("NFKD", text))
    return " ".join(plain.casefold().split())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def word_set(listed: str) -> frozenset[str]:
    """Words written in a row as a set, for lists that read better without quotes."""
    return frozenset(listed.split())
