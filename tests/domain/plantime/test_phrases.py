"""The readings of many phrases, as written in phrases.txt."""

from pathlib import Path

import pytest

from regionhub.domain.plantime.reader import read
from tests.domain.plantime.expected import in_short

LINES = Path(__file__).with_name("phrases.txt").read_text(encoding="utf-8").splitlines()
ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in LINES
    if line and not line.startswith("#")
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join([row[1], *row[3:]]))
def test_phrases_are_read_as_written_down(row: list[str]) -> None:
    year, text, expected, *heading = row
    reading = read(text, year=int(year), heading=heading[0] if heading else None)
    assert in_short(reading) == expected
    assert reading.text == text
