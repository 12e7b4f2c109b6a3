"""What a LibreOffice file's styles say of a paragraph or a list: heading, bold, numbers."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from regionhub.importing.readers.attributes import whole_number
from regionhub.importing.readers.headings import level_of_style

_BOLD_FROM = 600


@dataclass(frozen=True, slots=True)
class Style:
    """What a style adds; `bold` is None where it says nothing."""

    heading: int | None = None
    bold: bool | None = None

    def bold_or(self, inherited: bool) -> bool:
        """Whether words in this style are bold when those around them are as told."""
        return inherited if self.bold is None else self.bold


class Styles:
    """The styles of a file, its own and those it made on the way, by name."""

    def __init__(self, content: Element, named: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for root in (named, content):
            for element in _definitions(root):
                kind = self._lists if element.tag == "list-style" else self._elements
                kind[element.get("name", "")] = element
        self._known: dict[str, Style] = {}
        self._first_numbers: dict[tuple[str, int], int] = {}

    def get(self, name: str) -> Style:
        """The style of this name, or one that says nothing."""
        if name not in self._known:
            self._learn(name)
        return self._known[name]

    def hides(self, name: str) -> bool:
        """Whether a table of this style is not shown."""
        element = self._elements.get(name)
        properties = element.find("table-properties") if element is not None else None
        return properties is not None and properties.get("display") == "false"

    def first_number(self, list_style: str, level: int) -> int:
        """The number a list of this style begins with on this level, 0 when it has none."""
        key = (list_style, level)
        if key not in self._first_numbers:
            self._first_numbers[key] = self._start(list_style, level)
        return self._first_numbers[key]

    def _learn(self, name: str) -> None:
        """Resolve a style and all those it is built upon, the lowest first."""
        chain: list[str] = []
        while name and name not in self._known:
            chain.append(name)
            self._known[name] = Style()
            element = self._elements.get(name)
            name = element.get("parent-style-name", "") if element is not None else ""
        style = self._known.setdefault(name, Style())
        for learnt in reversed(chain):
            style = self._known[learnt] = _refined(style, learnt, self._elements.get(learnt))

    def _start(self, list_style: str, level: int) -> int:
        for element in self._lists.get(list_style, ()):
            if whole_number(element, "level") == level:
                is_numbered = element.tag == "list-level-style-number"
                counts = is_numbered and element.get("num-format", "") != ""
                return whole_number(element, "start-value", default=1) if counts else 0
        return 0


def _refined(style: Style, name: str, element: Element | None) -> Style:
    shown = element.get("display-name", name) if element is not None else name
    heading = level_of_style(shown.replace("_20_", " "))
    bold = _is_bold(element) if element is not None else None
    return Style(
        style.heading if heading is None else heading,
        style.bold if bold is None else bold,
    )


def _definitions(root: Element | None) -> Iterator[Element]:
    for place in ("styles", "automatic-styles"):
        for element in root.iterfind(f"{place}/*") if root is not None else ():
            if element.tag in ("style", "list-style"):
                yield element


def _is_bold(element: Element) -> bool | None:
    properties = element.find("text-properties")
    weight = properties.get("font-weight") if properties is not None else None
    if weight is None:
        return None
    return weight == "bold" or (weight.isdecimal() and int(weight) >= _BOLD_FROM)
