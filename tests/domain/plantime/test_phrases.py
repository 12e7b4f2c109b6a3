"""The readings of many phrases, as written down in `phrases/`."""

import pytest

from regionhub.domain.plantime.reader import read
from tests.domain.plantime.expected import in_short
from tests.domain.plantime.table import rows


@pytest.mark.parametrize("row", rows(), ids=lambda row: " ".join([row[1], *row[3:]]))
def test_phrases_are_read_as_written_down(row: list[str]) -> None:
    year, text, expected, *heading = row
    reading = read(text, year=int(year), heading=heading[0] if heading else None)
    assert in_short(reading) == expected
    assert reading.text == text
