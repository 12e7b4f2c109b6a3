from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, String, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.status import Status
from regionhub.extensions import Base
from regionhub.models.cell import Cell
from regionhub.models.columns import SHORT, HasPlanTime, UtcDateTime, Versioned, enum_column
from regionhub.models.owner import Owner

if TYPE_CHECKING:
    from regionhub.models.goal import Goal
    from regionhub.models.work_plan import WorkPlan

activity_goal = Table(
    "activity_goal",
    Base.metadata,
    Column("activity_id", ForeignKey("activity.id"), primary_key=True),
    Column("goal_id", ForeignKey("goal.id"), primary_key=True, index=True),
)


class Activity(HasPlanTime, Versioned, Base):
    """An undertaking in a plan.

    With cells, `status` is rolled up from them on every write and never set by hand.
    `last_heard_at` is the latest update of the activity or of any of its cells. `uid` names the
    activity in calendars for life.
    """

    __tablename__ = "activity"

    id: Mapped[int] = mapped_column(primary_key=True)
    uid: Mapped[str] = mapped_column(String(36), unique=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("work_plan.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    section: Mapped[str] = mapped_column(SHORT, default="")
    title: Mapped[str] = mapped_column(Text)
    description: Mapped[str] = mapped_column(Text, default="")
    owner_text: Mapped[str] = mapped_column(Text, default="")
    status: Mapped[Status] = enum_column(Status, Status.NOT_STARTED)
    dropped_reason: Mapped[str] = mapped_column(Text, default="")
    last_comment: Mapped[str] = mapped_column(Text, default="")
    last_heard_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    plan: Mapped["WorkPlan"] = relationship(back_populates="activities")
    goals: Mapped[list["Goal"]] = relationship(
        secondary=activity_goal, back_populates="activities", order_by="Goal.position"
    )
    owners: Mapped[list[Owner]] = relationship(
        order_by=Owner.position,
        cascade="all, delete-orphan",
        primaryjoin="and_(Owner.activity_id == Activity.id, Owner.cell_id.is_(None))",
    )
    cells: Mapped[list[Cell]] = relationship(
        order_by=Cell.position, cascade="all, delete-orphan", back_populates="activity"
    )
