"""A report as plain values and back: the form in which a signed report is kept, as JSON."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias

from regionhub.outputs.report import (
    Block,
    Bullets,
    Callout,
    Cell,
    Empty,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Part,
    Report,
    State,
)

Json: TypeAlias = dict[str, Any]

FORMAT = 1


def from_dict(data: Json) -> Report:
    """The report that `as_dict` made it of. Raises ValueError for a format it does not know."""
    if data["format"] != FORMAT:
        raise ValueError(f"unknown report format: {data['format']}")
    return Report(
        title=data["title"],
        subtitle=data["subtitle"],
        group=data["group"],
        year=data["year"],
        status_line=data["status_line"],
        dated=date.fromisoformat(data["dated"]),
        meta=tuple((name, value) for name, value in data["meta"]),
        parts=tuple(_part(part) for part in data["parts"]),
        language=data["language"],
    )


def as_dict(report: Report) -> Json:
    """The report as plain values; every block tells its `kind`."""
    data = asdict(report)
    data["format"] = FORMAT
    data["dated"] = report.dated.isoformat()
    for written, part in zip(data["parts"], report.parts, strict=True):
        for block, source in zip(written["blocks"], part.blocks, strict=True):
            block["kind"] = source.kind
    return data


def _part(data: Json) -> Part:
    blocks = tuple(_READERS[block["kind"]](block) for block in data["blocks"])
    return Part(data["number"], data["heading"], blocks)


def _cell(data: str | Json) -> Cell:
    return data if isinstance(data, str) else State(data["value"], data["label"], data["sign"])


def _facts(data: Json) -> Facts:
    return Facts(tuple((name, _cell(value)) for name, value in data["pairs"]))


def _grid(data: Json) -> Grid:
    rows = tuple(tuple(_cell(cell) for cell in row) for row in data["rows"])
    return Grid(data["caption"], tuple(data["columns"]), rows)


_READERS: dict[str, Callable[[Json], Block]] = {
    "heading": lambda data: Heading(data["text"]),
    "paragraph": lambda data: Paragraph(data["text"]),
    "bullets": lambda data: Bullets(tuple(data["items"])),
    "facts": _facts,
    "grid": _grid,
    "callout": lambda data: Callout(data["heading"], data["text"]),
    "empty": lambda data: Empty(data["text"]),
}
