"""Fills in what the signs for "the same as above" stand for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regionhub.importing.document import Cell, Line

_DITTO = re.compile(r"[-–—]?\s?(?:[\"”“″〃]|''|’’)\s?[-–—]?|d:o\.?|dito\.?", re.IGNORECASE)
_Row = tuple[Cell, ...]


def is_ditto(text: str) -> bool:
    """Whether the text only points at what stands above it."""
    return bool(_DITTO.fullmatch(text))


def without_dittos(rows: Sequence[_Row]) -> Iterator[_Row]:
    """The rows, every ditto replaced by the line above it in its cell or its column."""
    above: _Row = ()
    for row in rows:
        above = tuple(map(_filled_in, row, above or row))
        yield above


def _filled_in(cell: Cell, above: Cell) -> Cell:
    if not any(is_ditto(line.text) for line in cell.lines):
        return cell
    lines: list[Line] = []
    for line in cell.lines:
        same = lines[-1:] or above.lines[-1:] if is_ditto(line.text) else ()
        lines.append(replace(line, text=same[0].text) if same else line)
    return replace(cell, lines=tuple(lines))
