"""Reads a plan out of whatever file a person sends: the content decides how, not the name."""

from regionhub.domain.errors import Refused, TooLarge
from regionhub.importing.document import Document
from regionhub.importing.readers import docx_file, limits, office_open
from regionhub.importing.readers.package import Package


def read_file(data: bytes, *, filename: str) -> Document:
    """The lines and tables of a file.

    Refused or TooLarge, with a sentence for the person who sent it, when it cannot be read.
    """
    if not data:
        raise Refused("Filen är tom. Välj en annan fil.")
    if len(data) > limits.MAX_FILE_BYTES:
        megabytes = limits.MAX_FILE_BYTES // 1024 // 1024
        raise TooLarge(f"Filen är större än {megabytes} MB. Ta bort bilder och försök igen.")
    package = Package(data)
    return docx_file.read(package, office_open.main_part(package) or "word/document.xml")
