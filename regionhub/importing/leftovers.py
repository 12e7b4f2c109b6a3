"""Makes sure that nothing is dropped: finds the lines whose words no part of a draft holds."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from regionhub.importing.activity_lines import labels_in
from regionhub.importing.column_roles import Role, heading_role, role_of
from regionhub.importing.columns import Columns, by_headings
from regionhub.importing.ditto import is_ditto
from regionhub.importing.document import Document, Line, Table
from regionhub.importing.draft import PlanDraft
from regionhub.importing.folding import word_set, words
from regionhub.importing.forms import turned_forms
from regionhub.importing.goal_labels import labelled_lines
from regionhub.importing.headings import contact_line, part_of, split_label
from regionhub.importing.prompts import is_prompt
from regionhub.importing.vocabulary import Vocabulary
from regionhub.importing.wording import is_sign

_CONNECTING = word_set(
    "kommun kommuns kn tel tfn telefon mob mobil e post epost mejl mail och eller samt"
)


def unplaced(document: Document, draft: PlanDraft, vocabulary: Vocabulary) -> list[str]:
    """The document's lines that have a word which the draft lacks, in order.

    Headings of parts and columns, list numbers and a template's questions need no place, nor do
    the names of municipalities, which the draft holds as keys.
    """
    texts = set(_texts(draft.as_dict()))
    placed = {word for text in texts for word in words(text)} | _CONNECTING
    placed |= {word for name in vocabulary.municipalities for word in _forms(name.name)}
    return [
        line.text
        for line in _content(document, vocabulary)
        if not placed.issuperset(_telling_words(line.text))
    ]


def _forms(name: str) -> list[str]:
    return [form for word in words(name) for form in (word, f"{word}s")]


def _content(document: Document, vocabulary: Vocabulary) -> Iterator[Line]:
    for block in document.blocks:
        lines = _table_content(block, vocabulary) if isinstance(block, Table) else [block]
        yield from (line for line in lines if not _is_frame(line.text))


def _table_content(table: Table, vocabulary: Vocabulary) -> Iterator[Line]:
    """The lines of a table but those that tell what a column holds."""
    headings = next(filter(None, map(by_headings, table.rows)), None)
    forms = [row for form in turned_forms(table.rows) for row in form]
    for row in forms or table.rows:
        columns = by_headings(row)
        is_heading = columns is not None and (columns == headings or _all_told(columns, vocabulary))
        for cell in row:
            if cell.origin:
                lines = labelled_lines(cell.lines) or cell.lines
                yield from (one for one in lines if not (is_heading and _tells(one.text)))
                yield from (
                    one for nested in cell.tables for one in _table_content(nested, vocabulary)
                )


def _all_told(columns: Columns, vocabulary: Vocabulary) -> bool:
    """Whether every heading tells by its own words what its column holds, or for which place."""
    return all(
        role_of(heading) is not None or vocabulary.is_municipality(heading)
        for heading in filter(None, columns.headings)
    )


def _tells(text: str) -> bool:
    """Whether a line of a heading row only tells what its column holds."""
    return heading_role(text) is not None or (text[:1] == "(" and text[-1:] == ")")


def _is_frame(text: str) -> bool:
    return is_sign(text) or is_ditto(text) or is_prompt(text) or part_of(text) is not None


def _telling_words(text: str) -> list[str]:
    """The words of a line without those that label it."""
    label, contact = split_label(text), contact_line(text)
    if label is not None:
        text = "" if is_prompt(label[1]) else label[1]
    elif contact is not None:
        text = contact[1]
    elif role_of(text.partition(": ")[0]) is Role.ACTIVITY:
        text = text.partition(": ")[2]
    labels = {word for found in labels_in(text) for word in words(found["label"])}
    return [word for word in words(text) if word not in labels]


def _texts(value: Mapping[str, Any] | Sequence[Any] | object) -> Iterator[str]:
    """Every text in plain values, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from _texts(inner)
