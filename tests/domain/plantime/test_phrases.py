"""The readings of many phrases, as written down in `phrases/`."""

from pathlib import Path

import pytest

from regionhub.domain.plantime.reader import read
from tests.domain.plantime.expected import in_short
from tests.domain.plantime.table import THEMES, rows, rows_of


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.stem)
def test_phrases_are_read_as_written_down(theme: Path) -> None:
    wrong = []
    for year, text, expected, *heading in rows_of(theme):
        reading = read(text, year=int(year), heading=heading[0] if heading else None)
        assert reading.text == text
        if in_short(reading) != expected:
            wrong.append(f"{text}: {in_short(reading)}, not {expected}")
    assert wrong == []


def test_the_table_holds_many_phrases_and_none_twice() -> None:
    phrases = [(row[0], row[1], *row[3:]) for row in rows()]
    assert len(phrases) > 1000
    assert len(set(phrases)) == len(phrases)
