"""How large a file may be, in every direction a file can grow.

The largest known plan has some 2 000 elements and attributes, and 50 rows. The limits leave room
for a hundred times that and still keep any file under two seconds and 200 MB.
"""

from regionhub.domain.errors import TooLarge

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 20 * 1024 * 1024
"""What is unpacked out of a .docx, .odt, .xlsx or .ods, all parts that are read taken together."""
MAX_DECLARED_BYTES = 200 * 1024 * 1024
"""What a zip says that all its entries, pictures too, would take unpacked."""
MAX_RATIO = 250
"""Unpacked to packed bytes of one entry; Word's own tables stay under 60."""
MAX_ZIP_ENTRIES = 2_000
MAX_NODES = 300_000
"""XML elements and attributes in all parts that are read."""
MAX_DEPTH = 100
"""Levels of elements in elements; a table in a table in a text box needs about 40."""
MAX_COLUMNS = 256
MAX_ROWS = 5_000
"""Rows of one table."""
MAX_CELLS = 50_000
"""Places in all tables, empty and merged ones counted."""
MAX_LINES = 50_000
"""Lines of a text, those in cells too."""
MAX_PARAGRAPHS = 12_000
"""Lines outside tables, each of which is looked at in more ways than one in a cell."""
MAX_CHARACTERS = 2_000_000

_SPLIT_IT = "Dela upp den i flera filer eller spara bara verksamhetsplanen, och försök igen."


class Allowance:
    """An amount that a file may use up; going over it refuses the file."""

    def __init__(self, amount: int, message: str) -> None:
        self.left = amount
        self._message = message

    def spend(self, amount: int = 1) -> None:
        """Take from what is left; TooLarge when it does not suffice."""
        self.left -= amount
        if self.left < 0:
            raise TooLarge(self._message)

    def check(self, amount: int) -> None:
        """TooLarge when this much is more than what is left."""
        if amount > self.left:
            raise TooLarge(self._message)


def unpacked_bytes() -> Allowance:
    """The allowance of one file for unpacked bytes."""
    return Allowance(MAX_UNPACKED_BYTES, f"Filen är för stor när den packas upp. {_SPLIT_IT}")


def nodes() -> Allowance:
    """The allowance of one file for XML elements and attributes."""
    return Allowance(MAX_NODES, f"Filen har för många delar för att läsas. {_SPLIT_IT}")


def cells() -> Allowance:
    """The allowance of one file for places in tables."""
    return Allowance(
        MAX_CELLS, f"Filens tabeller har fler än {MAX_CELLS} celler tillsammans. {_SPLIT_IT}"
    )


def check_columns(count: int) -> None:
    """Refuse a table that is too wide."""
    if count > MAX_COLUMNS:
        raise TooLarge(
            f"En tabell i filen har fler än {MAX_COLUMNS} kolumner. "
            "Ta bort de kolumner som inte hör till planen och försök igen."
        )


def check_rows(count: int) -> None:
    """Refuse a table that is too long."""
    if count > MAX_ROWS:
        raise TooLarge(f"En tabell i filen har fler än {MAX_ROWS} rader. {_SPLIT_IT}")


def check_paragraphs(count: int) -> None:
    """TooLarge when there are more lines outside tables than allowed."""
    if count > MAX_PARAGRAPHS:
        raise TooLarge(f"Filen har fler än {MAX_PARAGRAPHS} stycken text. {_SPLIT_IT}")


def check_lines(count: int) -> None:
    """Refuse a text of too many lines."""
    if count > MAX_LINES:
        raise TooLarge(f"Filen har fler än {MAX_LINES} rader text. {_SPLIT_IT}")


def check_characters(count: int) -> None:
    """Refuse a text that is too long."""
    if count > MAX_CHARACTERS:
        raise TooLarge(f"Filen har mer text än {MAX_CHARACTERS} tecken. {_SPLIT_IT}")
