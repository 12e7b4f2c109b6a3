"""Tells headings by the names of their styles, which people and programs write in two languages."""

import re

DEEPEST = 6
_NUMBERED = re.compile(r"(?:heading|rubrik|överskrift) ?([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "rubrik": 1, "subtitle": 2, "underrubrik": 2}


def level_of_style(name: str) -> int | None:
    """The heading level (1–6) of a style by its name, or None for running text.

    >>> level_of_style("Rubrik 2")
    2
    """
    if match := _NUMBERED.fullmatch(name):
        return min(int(match[1]), DEEPEST)
    return _TITLES.get(name.lower())
