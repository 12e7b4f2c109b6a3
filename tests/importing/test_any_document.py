"""Whatever document comes, it is understood without an error and without losing a word."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regionhub.importing.document import Cell, Document, Line, Table
from regionhub.importing.folding import words
from regionhub.importing.plan_reader import read_plans
from tests.importing.makers import VOCABULARY, cell, lines, read, table


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


HEADINGS = (
    "Mål 2026",
    "Aktivitet",
    "Klart",
    "Ansvarig",
    "Kommun",
    "Område",
    "Medlemmar:",
    "Övrigt",
)
TEXTS = st.one_of(
    st.sampled_from(
        [*HEADINGS, "Älvby", "Hedås:", "maj", "JUNI", "Alva Ek", "Bo Gran/Hela gruppen", "31/12",
         "Kontaktperson: Alva Ek", "Syfte: Utveckla dalen", "laga mer,", "Möten"]
    ),
    st.text(alphabet="abåÄ .,:/-–()12?\u0130", max_size=20),
)  # fmt: skip
CELLS = st.lists(TEXTS, max_size=3).map("\n".join)
TABLES = st.integers(1, 4).flatmap(
    lambda width: st.lists(
        st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=6
    ).map(lambda rows: Table(tuple(tuple(map(cell, row)) for row in rows)))
)
BLOCKS = st.one_of(TEXTS.filter(str.strip).map(lambda text: lines(text)[0]), TABLES)
DOCUMENTS = st.lists(BLOCKS, max_size=8).map(lambda blocks: Document(tuple(blocks)))


@given(DOCUMENTS)
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_document_is_understood_without_an_error_and_the_same_way_twice(
    found: Document,
) -> None:
    drafts = read_plans(found, year=2026, group=None, vocabulary=VOCABULARY)
    assert drafts == read_plans(found, year=2026, group=None, vocabulary=VOCABULARY)


def marked(found: Document) -> Document:
    """The document with a word of its own at the end of every line that is no mere heading."""
    count = itertools.count(1)

    def mark(line: Line) -> Line:
        return line if line.text in HEADINGS else replace(line, text=f"{line.text} xq{next(count)}")

    def mark_cells(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        return tuple(replace(one, lines=tuple(map(mark, one.lines))) for one in row)

    return Document(
        tuple(
            mark(block) if isinstance(block, Line) else Table(tuple(map(mark_cells, block.rows)))
            for block in found.blocks
        )
    )


def marks(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in words(text) if word.startswith("xq")}


def texts_in(found: Document) -> Iterator[str]:
    for block in found.blocks:
        if isinstance(block, Line):
            yield block.text
        else:
            yield from (one.text for row in block.rows for one in row)


@given(DOCUMENTS.map(marked))
@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_word_of_every_line_comes_through(found: Document) -> None:
    drafts = read_plans(found, year=2026, group=None, vocabulary=VOCABULARY)
    kept = marks(strings([draft.as_dict() for draft in drafts]))
    assert marks(texts_in(found)) - kept == set()


def test_a_line_that_fits_nowhere_is_kept_and_said() -> None:
    draft = read(
        "Verksamhetsplan 2026 för kostgruppen",
        table(
            ("Ordernummer", "4711", "brådskande"),
            ("Aktivitet", "Klart", "Ansvarig"),
            ("Mat", "maj", "Alva Ek"),
        ),
    )
    assert [one.text for one in draft.activities] == ["Mat"]
    assert "brådskande" in draft.other[-1].text
    assert any("fått någon plats" in doubt for doubt in draft.doubts)
