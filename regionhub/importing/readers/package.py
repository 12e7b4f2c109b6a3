"""Opens the zip that a .docx, .odt, .xlsx or .ods is, without trusting a word it says of itself."""

import io
import struct
import zipfile
import zlib
from xml.etree.ElementTree import Element

from regionhub.domain.errors import Refused, TooLarge
from regionhub.importing.readers import limits, markup

_BROKEN = (
    "Filen är skadad eller bara delvis överförd. Öppna den, spara den på nytt och försök igen."
)
_TOO_LARGE = "Filen blir för stor när den packas upp. Ta bort bilder och bilagor och försök igen."
_CENTRAL_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


class Package:
    """The parts of one file, read one at a time within the limits of the whole."""

    def __init__(self, data: bytes) -> None:
        # Counted before zipfile reads them: 10 MB hold 200 000 entries, half a kilobyte each.
        if data.count(_CENTRAL_ENTRY) > limits.MAX_ZIP_ENTRIES:
            raise TooLarge(
                "Filen består av för många delar för att vara ett dokument. "
                "Spara den på nytt som .docx eller .xlsx och försök igen."
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            entries = self._zip.infolist()
        except _FAULTS as error:
            raise Refused(_BROKEN) from error
        self._entries = {entry.filename: entry for entry in entries}
        _check(entries)
        self.names = frozenset(self._entries)
        self._bytes = limits.unpacked_bytes()
        self._nodes = limits.nodes()

    def read(self, name: str) -> bytes:
        """The bytes of a part. Refused when it is missing or damaged, TooLarge past the limit."""
        entry = self._entries.get(name)
        if entry is None:
            raise Refused(_BROKEN)
        try:
            with self._zip.open(entry) as part:
                data = part.read(self._bytes.left + 1)
        except _FAULTS as error:
            raise Refused(_BROKEN) from error
        self._bytes.spend(len(data))
        return data

    def tree(self, name: str) -> Element:
        """The part as a tree of elements whose names carry no namespace."""
        return markup.parse(self.read(name), self._nodes)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(set(names)) != len(names) or any(_leads_out(name) for name in names):
        raise Refused(
            "Filen har delar med otillåtna namn och läses därför inte. "
            "Öppna den, spara den på nytt och försök igen."
        )
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Refused(
            "Filen är skyddad med lösenord. Ta bort lösenordet, spara filen och försök igen."
        )
    if sum(entry.file_size for entry in entries) > limits.MAX_DECLARED_BYTES:
        raise TooLarge(_TOO_LARGE)
    if any(_swells(entry) for entry in entries):
        raise TooLarge(_TOO_LARGE)


def _leads_out(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return ".." in steps or steps[0] == "" or ":" in steps[0]


def _swells(entry: zipfile.ZipInfo) -> bool:
    return entry.file_size > max(entry.compress_size, 4096) * limits.MAX_RATIO
