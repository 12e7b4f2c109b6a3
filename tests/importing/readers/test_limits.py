"""The limits themselves: what just fits is read, one more is refused."""

import pytest

from regionhub.domain.errors import TooLarge
from regionhub.importing.readers import limits
from tests.importing.readers.reading import only_table, read
from tests.importing.samples.packages import cell, docx_of, paragraph, table


def csv(rows: int, columns: int) -> bytes:
    return (("x;" * columns)[:-1] + "\n").encode() * rows


@pytest.mark.parametrize(
    ("make", "most"),
    [
        (lambda most: csv(2, most), limits.MAX_COLUMNS),
        (lambda most: csv(most, 2), limits.MAX_ROWS),
        (lambda most: csv(most // 50, 50), limits.MAX_CELLS),
        (lambda most: b"x" * most, limits.MAX_CHARACTERS),
    ],
    ids=["columns", "rows", "cells", "characters"],
)
def test_the_most_is_read_and_more_is_not(make, most):
    assert read(make(most), "plan.csv" if most < 1_000_000 else "plan.txt").blocks
    with pytest.raises(TooLarge, match="försök igen"):
        read(make(most + 50), "plan.csv" if most < 1_000_000 else "plan.txt")


def test_a_plan_of_two_hundred_rows_fits_easily():
    words = "Aktivitet med ganska många ord i varje cell " * 3
    row = "".join(cell(paragraph(words)) for _column in range(6))

    assert len(only_table(read(docx_of(table(*[row] * 200)))).rows) == 200


def test_more_lines_than_any_plan_has_are_refused():
    most = limits.MAX_PARAGRAPHS

    assert len(read(b"ord\n" * most, "plan.txt").blocks) == most
    with pytest.raises(TooLarge, match="försök igen"):
        read(b"ord\n" * (most + 1), "plan.txt")
