"""Many texts at once: one JSON object a line in, one reading a line out."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.reading import PlanTime

BYTE_ORDER_MARK = "\ufeff"  # what some programs write before the first line


def read_json_lines(lines: Iterable[str]) -> Iterator[str]:
    """One JSON object for each line, in order, whatever the line holds.

    A line is `{"text": …, "year": …, "heading": …?}`. A line that cannot be used gives an unknown
    reading whose doubts say what is wrong, with its text where there is one.
    """
    for line in lines:
        yield json.dumps(_read_line(line).as_dict())


def _read_line(line: str) -> PlanTime:
    try:
        row = json.loads(line.removeprefix(BYTE_ORDER_MARK))
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict):
        return PlanTime(line.rstrip("\r\n"), doubts=(doubts.NOT_JSON,))
    return _read_row(row)


def _read_row(row: dict[str, Any]) -> PlanTime:
    text, year, heading = row.get("text"), row.get("year"), row.get("heading")
    if not isinstance(text, str):
        return PlanTime("" if text is None else str(text), doubts=(doubts.NO_TEXT,))
    if isinstance(year, str) and year.strip().isdecimal():
        year = int(year)
    if isinstance(year, bool) or not isinstance(year, int):
        return PlanTime(text, doubts=(doubts.NO_PLAN_YEAR,))
    return read(text, year=year, heading=heading if isinstance(heading, str) else None)
