"""Two people at the same row: the second is told, and loses no text."""

from regionhub.domain.errors import StaleEdit
from regionhub.extensions import db
from regionhub.models.columns import Versioned


def must_be(row: Versioned, version: int, *, within: Versioned | None = None) -> None:
    """Hold the row until the save is done, and refuse (StaleEdit) if somebody has changed it
    since the person saw this version.

    `within` is the plan that the row belongs to. It is held first, as it is when it is decided
    on, so that two saves never wait for each other.
    """
    if within is not None:
        hold(within)
    hold(row)
    if row.version != version:
        raise StaleEdit(
            "Någon annan har sparat här sedan du öppnade sidan. Inget av ditt är sparat ännu.",
            current=row,
        )


def hold(row: Versioned) -> None:
    """Read the row anew and let nobody else write it until the transaction ends."""
    db.session.refresh(row, with_for_update={"of": type(row)})
