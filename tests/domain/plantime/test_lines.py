"""Many texts at once: a JSON object a line in, a reading a line out."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.lines import read_json_lines

KEYS = {"text", "start", "end", "precision", "kind", "recurrence", "doubts"}


def answers(*lines: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in read_json_lines(lines)]


def test_lines_are_read_in_order_with_year_and_heading() -> None:
    first, second = answers(
        '{"text": "Vecka 44, 2010", "year": 2010}\n',
        '{"text": "15:e", "year": 2011, "heading": "JUNI"}\n',
    )
    assert (first["start"], first["end"], first["kind"]) == ("2010-11-01", "2010-11-07", "within")
    assert (second["start"], second["end"]) == ("2011-06-15", "2011-06-15")


def test_a_line_that_is_no_object_says_so_and_keeps_its_words() -> None:
    broken, number, empty = answers("Vecka 44\n", "17", "")
    assert (broken["text"], broken["doubts"]) == ("Vecka 44", [doubts.NOT_JSON])
    assert (number["text"], number["doubts"]) == ("17", [doubts.NOT_JSON])
    assert (empty["kind"], empty["doubts"]) == ("unknown", [doubts.NOT_JSON])


def test_a_mark_before_the_first_line_is_no_part_of_it() -> None:
    (answer,) = answers('\ufeff{"text": "maj", "year": 2010}\n')
    assert (answer["text"], answer["end"]) == ("maj", "2010-05-31")


def test_a_missing_year_or_text_is_asked_for() -> None:
    no_year, odd_year, no_text, odd_text = answers(
        '{"text": "maj"}',
        '{"text": "maj", "year": [2010]}',
        '{"year": 2010}',
        '{"text": 12, "year": 2010}',
    )
    assert (no_year["text"], no_year["doubts"]) == ("maj", [doubts.NO_PLAN_YEAR])
    assert odd_year["doubts"] == [doubts.NO_PLAN_YEAR]
    assert no_text["doubts"] == [doubts.NO_TEXT]
    assert (odd_text["text"], odd_text["doubts"]) == ("12", [doubts.NO_TEXT])


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
rows = st.fixed_dictionaries({}, optional={"text": values, "year": values, "heading": values})


@settings(deadline=None)
@given(st.lists(st.text(max_size=30) | rows.map(json.dumps), max_size=5))
def test_every_line_gets_one_answer_in_the_shape_of_the_contract(lines: list[str]) -> None:
    found = answers(*lines)
    assert len(found) == len(lines)
    assert all(set(answer) == KEYS for answer in found)
