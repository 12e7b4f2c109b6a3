"""Reads text documents of LibreOffice (.odt and their templates)."""

from xml.etree.ElementTree import Element

from regionhub.importing.document import Document
from regionhub.importing.readers.opendocument import Reader


def read(reader: Reader, body: Element) -> Document:
    """The document whose text is `body`."""
    flow = reader.flow(body)
    return Document(tuple(flow.blocks), tuple(reader.doubts))
