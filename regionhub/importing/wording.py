"""Words put together the same way wherever a draft quotes a document."""

import re
from collections.abc import Iterable

from regionhub.importing.folding import words

_CROSS = "x"
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})*[.)]?")
_NONE = re.compile(
    r"(?:inga|ingen|inget|inte aktuellt|ej aktuellt|saknas)"
    r"(?: (?:planerade|aktiviteter|åtgärder|insatser|i år|under året|för närvarande|just nu"
    r"|(?:år )?20\d\d))*[.!]?",
    re.IGNORECASE,
)
_SHORTEST_PROSE = 8
_PLAIN_COMMENTS = ("kommentar", "kommentarer", "anmarkning", "anmarkningar", "notering")


def labelled(heading: str, text: str) -> str:
    """A text with the heading it stood under, unless that is "Kommentar" or the like."""
    if not heading or words(heading)[:1] in [[word] for word in _PLAIN_COMMENTS]:
        return text
    return f"{heading} {text}" if heading.endswith("?") else f"{heading.rstrip(':')}: {text}"


def quoted(texts: Iterable[str]) -> str:
    """The texts in quotation marks, one after the other."""
    return ", ".join(f"”{text}”" for text in texts)


def is_sign(text: str) -> bool:
    """Whether the text is a number in a list, a cross, a tick or the like, and says nothing."""
    return text.casefold() == _CROSS or bool(_NUMBER.fullmatch(text)) or not words(text)


def is_prose(text: str) -> bool:
    """Whether the text is a whole sentence, longer than what only names something.

    >>> is_prose("Vi har under hösten talat om ekonomin och funnit att den räcker.")
    True
    >>> is_prose("Ny matsedel."), is_prose("en fortsättning på det som har sagts på raden ovanför.")
    (False, False)
    """
    ends = text.rstrip().endswith((".", "!"))
    return ends and text[:1].isupper() and len(text.split()) >= _SHORTEST_PROSE


def says_none(text: str) -> bool:
    """Whether the text only says that there is nothing to tell ("Inga.", "Ej aktuellt i år", "-").

    >>> says_none("Inga aktiviteter 2026."), says_none("Inga nya avtal")
    (True, False)
    """
    return not words(text) or bool(_NONE.fullmatch(text))
