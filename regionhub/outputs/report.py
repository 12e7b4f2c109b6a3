"""One report, before it becomes a page, a PDF, a Word file or a workbook.

Every renderer takes a `Report` and nothing else, so the four cannot tell different things. All
text is plain text as people wrote it; a newline in it is a line break. A signed report is kept
as the JSON of `report_json`, so a field that has once been there must stay readable.
"""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias


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

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list in which the order does not matter."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, read pair by pair."""

    pairs: tuple[tuple[str, Cell], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row; the first cell of a row names the row.

    Every row has one cell for each column. `caption` says what the table shows.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """Something the reader must not miss."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Empty:
    """What the report ought to say here and cannot yet."""

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
