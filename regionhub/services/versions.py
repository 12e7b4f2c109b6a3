"""Two people at the same row: the second is told, and loses no text."""

from regionhub.domain.errors import StaleEdit
from regionhub.extensions import db
from regionhub.models.columns import Versioned


def must_be(row: Versioned, version: int) -> None:
    """Hold the row until the save is done, and refuse (StaleEdit) if somebody has changed it
    since the person saw this version.
    """
    db.session.refresh(row, with_for_update={"of": type(row)})
    if row.version != version:
        raise StaleEdit(
            "Någon annan har sparat här sedan du öppnade sidan. Inget av ditt är sparat ännu.",
            current=row,
        )
