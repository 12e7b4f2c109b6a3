"""Reads a plan out of whatever file a person sends: the content decides how, not the name."""

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import replace

from regionhub.domain.errors import Refused, TooLarge
from regionhub.importing.document import Document, Line, Table
from regionhub.importing.readers import (
    csv_file,
    doc_file,
    docx_file,
    limits,
    markdown_file,
    ods_file,
    odt_file,
    office_open,
    opendocument,
    text_file,
    xlsx_file,
)
from regionhub.importing.readers.decoding import decoded
from regionhub.importing.readers.package import Package

SUFFIXES = (".docx", ".odt", ".xlsx", ".ods", ".csv", ".md", ".txt")
"""What names of readable files end in, for forms; .doc too where LibreOffice is installed."""

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_KINDS = f"Spara planen som {', '.join(SUFFIXES[:-1])} eller {SUFFIXES[-1]} och försök igen."
_UNREADABLE = (
    (b"%PDF", "Filen är en PDF, och den går inte att läsa som plan."),
    (b"{\\rtf", "Filen är i formatet RTF, och det går inte att läsa som plan."),
    (b"\x89PNG", "Filen är en bild."),
    (b"\xff\xd8\xff", "Filen är en bild."),
    (b"GIF8", "Filen är en bild."),
    (b"<?xml", "Filen är XML och inget dokument."),
    (b"<!DOCTYPE", "Filen är en webbsida."),
    (b"<html", "Filen är en webbsida."),
)
_LOOKED_AT = 1_000
_LOCKED = "Filen är skyddad med lösenord. Ta bort lösenordet, spara filen och försök igen."
_NO_DOCUMENT = f"Filen är ett zip-arkiv utan något dokument som går att läsa. {_KINDS}"


def read_file(data: bytes, *, filename: str) -> Document:
    """The lines and tables of a file; its name only tells .csv, .md and .txt apart.

    Refused or TooLarge, with a sentence for the person who sent it, when it cannot be read.
    """
    if not data:
        raise Refused("Filen är tom. Välj en annan fil.")
    if len(data) > limits.MAX_FILE_BYTES:
        megabytes = limits.MAX_FILE_BYTES // 1024 // 1024
        raise TooLarge(f"Filen är större än {megabytes} MB. Ta bort bilder och försök igen.")
    document = _document(data, filename.rpartition(".")[2].lower())
    lengths = [len(line.text) for line in _lines(document.blocks)]
    if not lengths:
        raise Refused(
            "Filen har ingen text som går att läsa, kanske bara bilder. "
            "Skriv planen som text och försök igen."
        )
    limits.check_lines(len(lengths))
    limits.check_paragraphs(sum(1 for _ in document.lines()))
    limits.check_characters(sum(lengths))
    return document


def takes_long(data: bytes) -> bool:
    """Whether another program has to convert the file first, which may take a minute."""
    return data.startswith(_OLE) and _named("WordDocument") in data


def _document(data: bytes, suffix: str) -> Document:
    if data.startswith(_ZIP):
        return _packed(Package(data))
    if data.startswith(_OLE):
        return _packed(Package(doc_file.as_docx(_word_97(data))))
    start = data[:_LOOKED_AT].removeprefix(codecs.BOM_UTF8).lstrip().lower()
    for beginning, sentence in _UNREADABLE:
        if start.startswith(beginning.lower()):
            raise Refused(f"{sentence} {_KINDS}")
    return _plain(data, suffix)


def _packed(package: Package) -> Document:
    """A file that is a zip: of LibreOffice when it has a part for its content, else of Office."""
    if "content.xml" in package.names:
        return _opendocument(package)
    part = office_open.main_part(package)
    if part is None:
        raise Refused(_NO_DOCUMENT)
    if part.endswith(".bin"):
        raise Refused(f"Filen är en binär arbetsbok (.xlsb). {_KINDS}")
    root = package.tree(part)
    if root.tag == "document":
        return docx_file.read(package, part, root)
    if root.tag == "workbook":
        return xlsx_file.read(package, part, root)
    if root.tag == "presentation":
        raise Refused(f"Filen är en presentation. {_KINDS}")
    raise Refused(_NO_DOCUMENT)


def _opendocument(package: Package) -> Document:
    if opendocument.is_encrypted(package):
        raise Refused(_LOCKED)
    reader = opendocument.Reader(package)
    for body in reader.bodies:
        if body.tag == "text":
            return odt_file.read(reader, body)
        if body.tag == "spreadsheet":
            return ods_file.read(reader, body)
    raise Refused(_NO_DOCUMENT)


def _word_97(data: bytes) -> bytes:
    """The same bytes when they are a .doc file; old containers name their parts in UTF-16."""
    if _named("EncryptedPackage") in data:
        raise Refused(_LOCKED)
    if _named("WordDocument") in data:
        return data
    if _named("Workbook") in data or _named("Book") in data:
        raise Refused(f"Filen är en arbetsbok i det äldre formatet .xls. {_KINDS}")
    raise Refused(f"Filen går inte att läsa som plan. {_KINDS}")


def _named(part: str) -> bytes:
    return part.encode("utf-16-le")


def _plain(data: bytes, suffix: str) -> Document:
    text, doubts = decoded(data)
    if suffix in ("csv", "tsv"):
        document = csv_file.read(text)
    elif suffix in ("md", "markdown"):
        document = markdown_file.read(text)
    else:
        document = text_file.read(text)
    return replace(document, doubts=(*document.doubts, *doubts))


def _lines(blocks: Iterable[Line | Table]) -> Iterator[Line]:
    """Every line once, those in tables and in tables within them too."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
            continue
        for row in block.rows:
            for cell in row:
                if cell.origin:
                    yield from cell.lines
                    yield from _lines(cell.tables)
