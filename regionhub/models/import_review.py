from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime, Versioned, enum_column
from regionhub.models.group import Group


class ReviewState(StrEnum):
    """How far a file has come: to be read, to be looked through, refused."""

    READING = "reading"
    OPEN = "open"
    REFUSED = "refused"


class ImportReview(Versioned, Base):
    """A file that is to become a group's plan, while a person looks through what was understood.

    Gone once the plan has it, or when it is thrown away. `draft` is the reading as plain values,
    `source` the file's own rows, each a list of texts, and `answers` what the person has written
    or chosen instead, by the field's name. `refusal` says why the file could not be read.
    """

    __tablename__ = "import_review"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("work_group.id"), index=True)
    year: Mapped[int]
    state: Mapped[ReviewState] = enum_column(ReviewState, ReviewState.READING)
    filename: Mapped[str] = mapped_column(SHORT)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    draft: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True, default=dict)
    source: Mapped[list[list[str]]] = mapped_column(JSON, deferred=True, default=list)
    answers: Mapped[dict[str, str]] = mapped_column(JSON, deferred=True, default=dict)
    refusal: Mapped[str] = mapped_column(Text, default="")
    begun_at: Mapped[datetime] = mapped_column(UtcDateTime)
    begun_by: Mapped[str] = mapped_column(SHORT)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    group: Mapped[Group] = relationship()
