"""Shortens what a test says of a reading."""

from regionhub.importing.document import Document, Table
from regionhub.importing.readers.any_file import read_file


def read(data: bytes, filename: str = "plan") -> Document:
    """The file as read, under a name that tells nothing unless given."""
    return read_file(data, filename=filename)


def only_table(document: Document) -> Table:
    """The one table of a document."""
    (table,) = document.tables()
    return table


def texts(table: Table) -> list[list[str]]:
    """The words of every place, covered places included."""
    return [[cell.text for cell in row] for row in table.rows]


def line_texts(document: Document) -> list[str]:
    """The words of the lines outside tables."""
    return [line.text for line in document.lines()]
