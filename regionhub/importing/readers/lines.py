"""Makes lines of written text: folds white space and takes list signs off."""

import re
from dataclasses import dataclass, field

from regionhub.importing.document import Line, Table

_INVISIBLE = dict.fromkeys(
    [*range(0x00, 0x09), *range(0x0E, 0x1C), 0x7F, 0xAD, 0x200B, 0x200C, 0x2060, 0xFEFF]
)
# What our own files have before a further line of a text.
_FURTHER = "\u2003"
_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")

# "3. maj" and "2. kvartalet" are times, not the third and the second item of a list.
_TIME = (
    r"(?i:jan(?:uari)?|feb(?:ruari)?|mars?|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?"
    r"|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?|kvartal\w*|tertial\w*|halvår\w*)\b"
)
# The private area holds the bullets of the fonts Symbol and Wingdings. A tick is no sign of a list
# but an answer, and stays.
_SIGN = re.compile(r"(?:[•●○◦▪▫■□‣⁃∙·➢►▶\uf000-\uf0ff]\s*|[-–—](?:\s+|(?=[^\W\d_]))|[*+]\s+)(?=\S)")
_ORDINAL = re.compile(rf"\(?(\d{{1,2}})[.)](?:\s+|(?=[A-ZÅÄÖ]))(?!{_TIME})(?=\S)")
_LETTER = re.compile(r"\(?([a-h])\)\s+(?=\S)")


def fold(text: str) -> str:
    """The text with soft hyphens gone and every run of white space made one space.

    >>> fold(" Verk\\u00adsamhets\\u00a0plan\\t 2026 ")
    'Verksamhets plan 2026'
    """
    return " ".join(text.translate(_INVISIBLE).split())


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph stands in the file, apart from its words."""

    heading: int | None = None
    bullet: bool = False
    number: int | None = None
    bold: bool = False


PLAIN = Look()


class Flow:
    """Lines and tables gathered in reading order, for a whole file or one cell."""

    def __init__(self) -> None:
        self.blocks: list[Line | Table] = []
        self._blank = 0

    def write(self, text: str, look: Look = PLAIN) -> None:
        """Add a paragraph; every line break in it begins a new line.

        The list's sign or number belongs to the first of them.
        """
        for number, part in enumerate(_BREAK.split(text)):
            words = fold(part)
            if not words:
                self._blank += 1
                continue
            if number and part.startswith(_FURTHER):
                self.blocks.append(Line(words, blank_before=self._blank, goes_on=True))
            else:
                self.blocks.append(_line(words, look, self._blank))
            self._blank = 0
            if look.bullet:
                look = Look(heading=look.heading, bold=look.bold)

    def add(self, table: Table) -> None:
        """Add a table."""
        self.blocks.append(table)
        self._blank = 0

    def append(self, other: "Flow") -> None:
        """Add everything of another flow."""
        self.blocks += other.blocks

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines, without the tables between them."""
        return tuple(block for block in self.blocks if isinstance(block, Line))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables, without the lines between them."""
        return tuple(block for block in self.blocks if isinstance(block, Table))


@dataclass(slots=True)
class Words:
    """What a paragraph gathers while its pieces are read, and the boxes that hang on it."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Flow] = field(default_factory=list)
    is_all_bold: bool = True

    def add(self, text: str | None, *, bold: bool) -> None:
        """Add a piece that is set bold or not."""
        if text:
            self.pieces.append(text)
            if not bold and not text.isspace():
                self.is_all_bold = False

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return "".join(self.pieces)

    @property
    def is_bold(self) -> bool:
        """Whether there are words and all of them are bold."""
        return self.is_all_bold and bool(self.text.strip())


def _line(words: str, look: Look, blank_before: int) -> Line:
    words, listed, number = _without_sign(words)
    return Line(
        words,
        heading=look.heading,
        bullet=(look.bullet or listed) and look.heading is None,
        number=look.number if look.number is not None else number,
        bold=look.bold,
        blank_before=blank_before,
    )


def _without_sign(words: str) -> tuple[str, bool, int | None]:
    if sign := _SIGN.match(words):
        return words[sign.end() :], True, None
    if ordinal := _ORDINAL.match(words):
        return words[ordinal.end() :], True, int(ordinal[1])
    if letter := _LETTER.match(words):
        return words[letter.end() :], True, ord(letter[1]) - ord("a") + 1
    return words, False, None
