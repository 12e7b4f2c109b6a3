"""One report, before it becomes a page, a PDF, a Word file or a workbook.

Every renderer takes a `Report` and nothing else, so the four cannot tell different things. All
text is plain text as people wrote it; a newline in it is a line break. A signed report is kept
as the JSON of `report_json`, so a field that has once been there must stay readable.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeAlias

_NUMBER = re.compile(r"[+\-−–]?\d[\d\s]*([.,]\d+)?\s*%?")


@dataclass(frozen=True, slots=True)
class State:
    """A judgement: `value` for machines, `label` in words, `sign` so that colour never is alone.

    `value` is one of the domain's stored or derived values ("done", "overdue", "reachable" …).
    """

    value: str
    label: str
    sign: str = ""


Cell: TypeAlias = str | State


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a part, such as the name of a goal."""

    kind: ClassVar[str] = "heading"
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    kind: ClassVar[str] = "paragraph"
    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in which the order does not matter."""

    kind: ClassVar[str] = "bullets"
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, read pair by pair."""

    kind: ClassVar[str] = "facts"
    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; the first cell of a row names the row.

    Every row has one cell for each column. `caption` says what the table shows.
    """

    kind: ClassVar[str] = "grid"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def number_columns(self) -> tuple[bool, ...]:
        """For each column whether its cells are numbers; the first names the rows and is not."""
        columns = list(zip(*self.rows, strict=True)) or [()] * len(self.columns)
        return (False, *(_all_numbers(column) for column in columns[1:]))


@dataclass(frozen=True, slots=True)
class Callout:
    """Something the reader must not miss."""

    kind: ClassVar[str] = "callout"
    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Empty:
    """What the report ought to say here and cannot yet."""

    kind: ClassVar[str] = "empty"
    text: str = "Uppgift saknas."


Block: TypeAlias = Heading | Paragraph | Bullets | Facts | Grid | Callout | Empty


@dataclass(frozen=True, slots=True)
class Part:
    """One numbered part of the report."""

    number: int
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A report on a group's year.

    `status_line` says how far it has come ("Utkast", "Godkänd 2027-01-20"). `dated` is the day it
    stands for, never the day it is printed. `meta` are the pairs on its first page.
    """

    title: str
    subtitle: str
    group: str
    year: int
    status_line: str
    dated: date
    meta: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    language: str = "sv"


def words(cell: Cell) -> str:
    """What a cell says where there is no room for a sign."""
    return cell.label if isinstance(cell, State) else cell


def _all_numbers(cells: Iterable[Cell]) -> bool:
    texts = [words(cell) for cell in cells if words(cell)]
    return bool(texts) and all(_NUMBER.fullmatch(text) for text in texts)
