"""Words made comparable: without case, accents and superfluous white space."""

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text in lower case, without accents, every run of white space one space."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def words(text: str) -> list[str]:
    """The folded words and numbers of a text, in order."""
    return _WORD.findall(fold(text))


def word_set(listed: str) -> frozenset[str]:
    """Words written in a row as a set, for lists that read better without quotes."""
    return frozenset(listed.split())
