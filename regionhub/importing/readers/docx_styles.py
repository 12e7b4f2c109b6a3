"""What a Word file's styles and lists say of a paragraph: heading, bold, bullet, number."""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import islice
from xml.etree.ElementTree import Element

from regionhub.importing.readers import headings
from regionhub.importing.readers.attributes import whole_number

_CONTENTS = re.compile(r"(?:toc|innehåll) ?[1-9]\b", re.IGNORECASE)
_BODY_TEXT_LEVEL = 9
_DEEPEST_LIST = 8


def is_on(properties: Element | None, name: str) -> bool | None:
    """Whether a switch such as bold is on; None where nothing is said."""
    switch = properties.find(name) if properties is not None else None
    if switch is None:
        return None
    return switch.get("val", "true") not in ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Style:
    """What a style adds to a paragraph or a run."""

    heading: int | None = None
    bold: bool = False
    list_id: str | None = None
    list_level: int = 0
    is_contents: bool = False


PLAIN = Style()


class Styles:
    """The styles of a file by their id, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind("style") if root is not None else ()
        self._elements = {element.get("styleId", ""): element for element in found}
        self._known: dict[str, Style] = {}

    def get(self, style_id: str | None) -> Style:
        """The style with this id, or the plain one."""
        if style_id and style_id not in self._known:
            self._learn(style_id)
        return self._known.get(style_id or "", PLAIN)

    def _learn(self, style_id: str) -> None:
        """Resolve a style and all those it is built upon, the lowest first."""
        chain: dict[str, Element] = {}
        while style_id in self._elements:
            if style_id in self._known or style_id in chain:
                break
            chain[style_id] = self._elements[style_id]
            style_id = _value(chain[style_id], "basedOn") or ""
        style = self._known.get(style_id, PLAIN)
        for learnt, element in reversed(chain.items()):
            style = self._known[learnt] = _refined(style, element)


def _refined(style: Style, element: Element) -> Style:
    name = _value(element, "name") or ""
    paragraph = element.find("pPr")
    heading = headings.level_of_style(name) or outline_level(paragraph)
    bold = is_on(element.find("rPr"), "b")
    list_id = _value(paragraph, "numPr/numId")
    return replace(
        style,
        heading=style.heading if heading is None else heading,
        bold=style.bold if bold is None else bold,
        list_id=list_id or style.list_id,
        list_level=whole_number(_found(paragraph, "numPr/ilvl"), default=style.list_level),
        is_contents=style.is_contents or bool(_CONTENTS.fullmatch(name)),
    )


def outline_level(paragraph: Element | None) -> int | None:
    """The heading level (1–6) that a paragraph's properties give, or None."""
    outline = whole_number(_found(paragraph, "outlineLvl"), default=_BODY_TEXT_LEVEL)
    return min(outline + 1, headings.DEEPEST) if outline < _BODY_TEXT_LEVEL else None


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its sign or its way of counting."""

    definition_id: str
    marked: bool
    counted: bool
    start: int
    restart: int | None


class Lists:
    """The lists of a file: which are bulleted, and where the numbered ones have come to."""

    def __init__(self, root: Element | None) -> None:
        self._definitions: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        if root is not None:
            self._definitions = {
                e.get("abstractNumId", ""): e for e in root.iterfind("abstractNum")
            }
            self._lists = {item.get("numId", ""): item for item in root.iterfind("num")}
        self._levels: dict[tuple[str, int], _Level] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)

    def item(self, list_id: str, depth: int) -> tuple[bool, int | None]:
        """Count an item: whether it carries a sign, and its number in a numbered list."""
        if list_id not in self._lists:
            return False, None
        depth = min(depth, _DEEPEST_LIST)
        is_first = (list_id, depth) not in self._levels
        if is_first:
            self._levels[list_id, depth] = self._level(list_id, depth)
        level = self._levels[list_id, depth]
        if not level.counted:
            return level.marked, None
        counts = self._counts[level.definition_id]
        if is_first and level.restart is not None:
            counts[depth] = level.restart
        else:
            counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in range(depth + 1, _DEEPEST_LIST + 1):
            counts.pop(deeper, None)
        return True, counts[depth]

    def _level(self, list_id: str, depth: int) -> _Level:
        instance = self._lists[list_id]
        definition_id = _value(instance, "abstractNumId") or ""
        definition = _at_depth(self._definitions.get(definition_id), "lvl", depth)
        override = _found(_at_depth(instance, "lvlOverride", depth), "startOverride")
        kind = _value(definition, "numFmt") if definition is not None else "bullet"
        return _Level(
            definition_id,
            marked=kind != "none",
            counted=kind not in ("bullet", "none"),
            start=whole_number(_found(definition, "start"), default=1),
            restart=whole_number(override, default=1) if override is not None else None,
        )


def _at_depth(parent: Element | None, name: str, depth: int) -> Element | None:
    levels = parent.iterfind(name) if parent is not None else ()
    for element in islice(levels, _DEEPEST_LIST + 1):
        if whole_number(element, "ilvl") == depth:
            return element
    return None


def _found(element: Element | None, path: str) -> Element | None:
    return element.find(path) if element is not None else None


def _value(element: Element | None, path: str) -> str | None:
    found = _found(element, path)
    return found.get("val") if found is not None else None
