from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime


class PlanDocument(Base):
    """A file that a plan was read from, kept as its source with what was read.

    `content_hash` is the file's SHA-256 in hexadecimal; `draft` is the reading as plain values.
    """

    __tablename__ = "plan_document"
    __table_args__ = (UniqueConstraint("plan_id", "content_hash"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("work_plan.id"), index=True)
    filename: Mapped[str] = mapped_column(SHORT)
    content_hash: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    draft: Mapped[dict[str, Any]] = mapped_column(JSON, deferred=True)
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)
    read_by: Mapped[str] = mapped_column(SHORT)
