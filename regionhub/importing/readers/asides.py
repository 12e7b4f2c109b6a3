"""Words that stand beside a file's text, in its margins and notes: told, not read in."""

import re

_PAGE_NUMBER = re.compile(r"\b(?:sid|sida|sidan|sidnr|page|av|of)\b|[\W\d_]", re.IGNORECASE)


def sentence(place: str, words: str) -> str | None:
    """What a person should know of the words; None when they only number the pages."""
    if not _PAGE_NUMBER.sub("", words):
        return None
    return f"{place} läses inte in som text i planen: ”{words}”"
