from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime


class Change(Base):
    """One line of the change log: a Swedish sentence, and the old and new values behind it.

    `values` maps a field to [old, new] as plain values. `batch` joins the lines of one save, so
    that they can be undone together; `undone` tells that they were.
    """

    __tablename__ = "change"
    # The log is read newest first, of all or of one of these.
    __table_args__ = (
        Index("ix_change_region_id_at", "region_id", "at"),
        Index("ix_change_plan_id_at", "plan_id", "at"),
        Index("ix_change_group_id_at", "group_id", "at"),
        Index("ix_change_activity_id_at", "activity_id", "at"),
        Index("ix_change_account_id_at", "account_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    account_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    actor_name: Mapped[str] = mapped_column(SHORT)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("work_group.id"))
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("work_plan.id"))
    # Kept without a foreign key, so that the log outlives what it tells of.
    activity_id: Mapped[int | None]
    subject: Mapped[str] = mapped_column(String(40))
    subject_id: Mapped[int | None]
    sentence: Mapped[str] = mapped_column(Text)
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    batch: Mapped[str] = mapped_column(String(36), index=True)
    undone: Mapped[bool] = mapped_column(default=False)
