"""Whatever document comes, it is understood without an error and without losing a word."""

from collections.abc import Iterator
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regionhub.importing.document import Document, Table
from regionhub.importing.folding import words
from regionhub.importing.leftovers import unplaced
from regionhub.importing.plan_reader import read_plans
from tests.importing.makers import VOCABULARY, cell, document, lines, read, table


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


TEXTS = st.one_of(
    st.sampled_from(
        ["Mål 2026", "Aktivitet", "Klart", "Ansvarig", "Kommun", "Älvby", "Hedås:", "maj", "JUNI",
         "Alva Ek", "Bo Gran/Hela gruppen", "Medlemmar:", "Kontaktperson: Alva Ek", "Område",
         "Syfte: Utveckla dalen", "Övrigt", "Vem gör vad när och hur?", "31/12", "laga mer,"]
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
@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_any_document_is_understood_without_an_error_and_the_same_way_twice(
    found: Document,
) -> None:
    drafts = read_plans(found, year=2026, group=None, vocabulary=VOCABULARY)
    assert drafts == read_plans(found, year=2026, group=None, vocabulary=VOCABULARY)
    if len(drafts) == 1:
        assert unplaced(found, drafts[0], VOCABULARY) == []


@given(st.lists(st.lists(st.text(alphabet="abcdåäö ", min_size=1, max_size=12), min_size=3,
                         max_size=3), min_size=1, max_size=6))  # fmt: skip
@settings(deadline=None)
def test_every_word_of_a_table_comes_through(rows: list[list[str]]) -> None:
    grid = table(("Aktivitet", "Klart", "Ansvarig"), *rows)
    drafts = read_plans(document("Plan", grid), year=2026, group=None, vocabulary=VOCABULARY)
    kept = {word for text in strings([draft.as_dict() for draft in drafts]) for word in words(text)}
    assert kept >= {word for row in rows for text in row for word in words(text)}


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
