"""Takes the marks of Markdown and HTML out of a piece of text."""

import html
import re
from collections.abc import Iterator

_TAGS = (
    "a|abbr|b|blockquote|br|center|code|del|div|em|font|hr|i|ins|kbd|li|mark|ol|p|s|small|span"
    "|strike|strong|sub|sup|u|ul"
)
_TAG = re.compile(rf"<(/?)({_TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_BREAKING = frozenset({"br", "p", "div", "ul", "ol", "hr", "blockquote", "center"})
_ADDRESS = re.compile(r"<((?:https?:|mailto:)[^<>\s]*|[^<>\s@]+@[^<>\s@]+)>")
_LINK = re.compile(r"!?\[([^\[\]\n]*)\]\(([^()\n]*)\)")
_STRONG = re.compile(r"(?<!\\)(?:\*\*([^*\n]+)\*\*|\b__([^_\n]+)__\b)")
_EMPHASIS = re.compile(r"(?<![\\*\w])(?:\*([^*\s][^*\n]*)\*|_([^_\n]+)_)(?![*\w])")
_CODE = re.compile(r"`+([^`\n]*)`+")
_STRUCK = re.compile(r"~~([^~\n]*)~~")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~-])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]\w{1,31});")
_ALL_STRONG = re.compile(r"\s*(?:[-*+]\s+)?(?:\*\*[^*]+\*\*|__[^_]+__)[:.]?\s*")


def lines_of(text: str) -> Iterator[tuple[str, bool]]:
    """The text's lines without marks, each with whether all of it is bold."""
    for line in _without_tags(_without_comments(text)).split("\n"):
        yield plain(line), _ALL_STRONG.fullmatch(line) is not None


def plain(text: str) -> str:
    """One line's words, without the marks of emphasis and with links and entities written out."""
    text = _ADDRESS.sub(r"\1", text)
    text = _LINK.sub(_linked, text)
    text = _CODE.sub(r"\1", text)
    text = _STRONG.sub(lambda match: match[1] or match[2], text)
    text = _EMPHASIS.sub(lambda match: match[1] or match[2], text)
    text = _STRUCK.sub(r"\1", text)
    text = _ESCAPED.sub(r"\1", text)
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _linked(match: re.Match[str]) -> str:
    words = match[1].strip()
    address = match[2].partition(" ")[0].strip("<>").removeprefix("mailto:")
    if not words or match[0].startswith("!"):
        return words
    return words if address in ("", words) else f"{words} ({address})"


def _without_tags(text: str) -> str:
    return _TAG.sub(_tag, text)


def _tag(match: re.Match[str]) -> str:
    name = match[2].lower()
    if name == "li":
        return "" if match[1] else "\n- "
    if name in _BREAKING:
        return "\n"
    return "**" if name in ("b", "strong") else ""


def _without_comments(text: str) -> str:
    kept = []
    place = 0
    while (begin := text.find("<!--", place)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept.append(text[place:begin])
        place = end + 3
    return "".join([*kept, text[place:]])
