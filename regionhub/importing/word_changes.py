"""Two wordings of a text made one, word by word: what both say, what is gone, what is new."""

import re
from difflib import SequenceMatcher

_ALIKE = 0.5
_PIECE = re.compile(r"\w+|\s+|[^\w\s]")


def word_changes(old: str, new: str) -> list[tuple[str, str]]:
    """(How, text) in turn, where how is "" for what both say, "gone" or "new".

    The texts of each wording, put together, are that wording with its white space folded. Empty
    when the two have too little in common to be read as one.
    """
    if SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio() < _ALIKE:
        return []
    was, now = _pieces(old), _pieces(new)
    matcher = SequenceMatcher(str.isspace, was, now, autojunk=False)
    told: list[tuple[str, str]] = []
    for tag, start, end, begins, ends in matcher.get_opcodes():
        if tag == "equal":
            told.append(("", "".join(now[begins:ends])))
            continue
        told += [("gone", "".join(was[start:end]))] if end > start else []
        told += [("new", "".join(now[begins:ends]))] if ends > begins else []
    return told


def _pieces(text: str) -> list[str]:
    """Words, the spaces between them, and signs each by itself."""
    return _PIECE.findall(" ".join(text.split()))
