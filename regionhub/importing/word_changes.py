"""Two wordings of a text made one, word by word: what both say, what is gone, what is new."""

from difflib import SequenceMatcher

_ALIKE = 0.5


def word_changes(old: str, new: str) -> list[tuple[str, str]]:
    """(How, words) in turn, where how is "" for what both say, "gone" and "new".

    Empty when the two have too little in common to be read as one.
    """
    was, now = old.split(), new.split()
    matcher = SequenceMatcher(None, was, now, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return []
    pieces: list[tuple[str, str]] = []
    for tag, start, end, begins, ends in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(("", " ".join(now[begins:ends])))
            continue
        pieces += [("gone", " ".join(was[start:end]))] if end > start else []
        pieces += [("new", " ".join(now[begins:ends]))] if ends > begins else []
    return pieces
