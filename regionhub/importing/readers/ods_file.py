"""Reads workbooks of LibreOffice (.ods and their templates): each sheet with words is a table."""

from xml.etree.ElementTree import Element

from regionhub.importing.document import Document, Table
from regionhub.importing.readers.lines import fold
from regionhub.importing.readers.opendocument import Reader


def read(reader: Reader, body: Element) -> Document:
    """The tables of the workbook whose sheets stand in `body`."""
    tables: list[Table] = []
    for sheet in body.iterfind("table"):
        name = fold(sheet.get("name", ""))
        table = reader.table(sheet, name=name)
        if not table.rows:
            continue
        tables.append(table)
        if reader.is_hidden(sheet):
            reader.doubt(f"Bladet ”{name}” är dolt i filen men har lästs in.")
        if reader.has_hidden_rows_or_columns(sheet):
            reader.doubt(f"Bladet ”{name}” har dolda rader eller kolumner som har lästs in.")
    return Document(tuple(tables), tuple(reader.doubts))
