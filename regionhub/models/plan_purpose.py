from sqlalchemy import Column, ForeignKey, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.overarching_goal import OverarchingGoal

purpose_serves = Table(
    "plan_purpose_serves",
    Base.metadata,
    Column("purpose_id", ForeignKey("plan_purpose.id"), primary_key=True),
    Column("overarching_goal_id", ForeignKey("overarching_goal.id"), primary_key=True),
)


class PlanPurpose(Base):
    """Why the group works (avsikt/syfte), and the overarching goals that this part serves."""

    __tablename__ = "plan_purpose"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("work_plan.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    text: Mapped[str] = mapped_column(Text)

    serves: Mapped[list[OverarchingGoal]] = relationship(
        secondary=purpose_serves, order_by=OverarchingGoal.number
    )
