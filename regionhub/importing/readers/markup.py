"""Reads XML that nobody can trust into a tree.

Word, Excel and LibreOffice never write a document type, so one is refused at the first sight of
it; with it go entities, their expansion and every address outside the file. Names lose their
namespace, so that transitional, strict and older writings of a format read alike.
"""

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from regionhub.domain.errors import Refused, TooLarge
from regionhub.importing.readers.limits import MAX_DEPTH, Allowance

_BROKEN = "Filen är skadad och kan inte läsas. Öppna den, spara den på nytt och försök igen."

_TOO_DEEP = (
    "Filen har tabeller i tabeller i för många led. Lägg planen i en enkel tabell och försök igen."
)
_LEADS_OUT = (
    "Filen innehåller en dokumenttyp eller hänvisningar ut ur filen, och läses därför inte. "
    "Öppna den i Word eller Excel, spara den på nytt och försök igen."
)


class _LocalNames(dict[str, str]):
    """Names without their namespace, each worked out once."""

    def __missing__(self, name: str) -> str:
        local = self[name] = name.rpartition(":")[2]
        return local


class _Builder:
    """Takes the parser's events, counts them and builds the tree."""

    def __init__(self, nodes: Allowance) -> None:
        self.tree = TreeBuilder()
        self._nodes = nodes
        self._depth = 0
        self._local = _LocalNames()

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self._nodes.spend(1 + len(attributes))
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise TooLarge(_TOO_DEEP)
        local = self._local
        if attributes:
            attributes = {local[key]: value for key, value in attributes.items()}
        self.tree.start(local[name], attributes)

    def end(self, name: str) -> None:
        self._depth -= 1
        self.tree.end(self._local[name])

    def refuse_doctype(self, *_declaration: object) -> None:
        raise Refused(_LEADS_OUT)


def parse(data: bytes, nodes: Allowance) -> Element:
    """The tree of a part, names without namespaces. Refused when it is not well-formed XML."""
    # Attributes reach us an element at a time: a million of them must not be gathered first.
    nodes.check(data.count(b"="))
    builder = _Builder(nodes)
    try:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = builder.start
        parser.EndElementHandler = builder.end
        parser.CharacterDataHandler = builder.tree.data
        parser.StartDoctypeDeclHandler = builder.refuse_doctype
        parser.Parse(data, True)
        return builder.tree.close()
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Refused(_BROKEN) from error
