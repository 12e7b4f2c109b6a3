"""Words put together the same way wherever a draft quotes a document."""

from collections.abc import Iterable

from regionhub.importing.folding import words

_PLAIN_COMMENTS = ("kommentar", "kommentarer", "anmarkning", "anmarkningar", "notering")


def labelled(heading: str, text: str) -> str:
    """A text with the heading it stood under, unless that is "Kommentar" or the like."""
    if not heading or words(heading)[:1] in [[word] for word in _PLAIN_COMMENTS]:
        return text
    return f"{heading} {text}" if heading.endswith("?") else f"{heading.rstrip(':')}: {text}"


def quoted(texts: Iterable[str]) -> str:
    """The texts in quotation marks, one after the other."""
    return ", ".join(f"”{text}”" for text in texts)
