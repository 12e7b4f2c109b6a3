from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.status import Status
from regionhub.extensions import Base
from regionhub.models.columns import HasPlanTime, UtcDateTime, Versioned, enum_column
from regionhub.models.municipality import Municipality
from regionhub.models.owner import Owner

if TYPE_CHECKING:
    from regionhub.models.activity import Activity


class Cell(HasPlanTime, Versioned, Base):
    """One municipality's answer in an activity. Without words of its own about when, it follows
    the activity's time.
    """

    __tablename__ = "cell"
    __table_args__ = (UniqueConstraint("activity_id", "municipality_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text, default="")
    owner_text: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status] = enum_column(Status, Status.NOT_STARTED)
    comment: Mapped[str] = mapped_column(Text, default="")
    last_heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    activity: Mapped["Activity"] = relationship(back_populates="cells")
    municipality: Mapped[Municipality] = relationship()
    owners: Mapped[list[Owner]] = relationship(
        order_by=Owner.position, cascade="all, delete-orphan"
    )
