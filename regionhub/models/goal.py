from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Column, ForeignKey, Table, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, HasPlanTime, Versioned
from regionhub.models.indicator import Indicator
from regionhub.models.judgement import Judgement
from regionhub.models.overarching_goal import OverarchingGoal

if TYPE_CHECKING:
    from regionhub.models.activity import Activity
    from regionhub.models.work_plan import WorkPlan

goal_serves = Table(
    "goal_serves",
    Base.metadata,
    Column("goal_id", ForeignKey("goal.id"), primary_key=True),
    Column("overarching_goal_id", ForeignKey("overarching_goal.id"), primary_key=True),
)


class Goal(HasPlanTime, Versioned, Base):
    """What the group wants to have reached, with what SMART asks about it.

    Likelihood and consequence of the risk are 1–4 each.
    """

    __tablename__ = "goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("work_plan.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    heading: Mapped[str] = mapped_column(SHORT, default="")
    text: Mapped[str] = mapped_column(Text)
    accepted_by: Mapped[str] = mapped_column(SHORT, default="")
    accepted_on: Mapped[date | None]
    resources: Mapped[str] = mapped_column(Text, default="")
    risk_text: Mapped[str] = mapped_column(Text, default="")
    risk_likelihood: Mapped[int | None]
    risk_consequence: Mapped[int | None]
    risk_action: Mapped[str] = mapped_column(Text, default="")
    risk_action_owner: Mapped[str] = mapped_column(SHORT, default="")
    risk_action_due: Mapped[date | None]

    plan: Mapped["WorkPlan"] = relationship(back_populates="goals")
    serves: Mapped[list[OverarchingGoal]] = relationship(
        secondary=goal_serves, order_by=OverarchingGoal.number
    )
    indicators: Mapped[list[Indicator]] = relationship(
        order_by=Indicator.position, cascade="all, delete-orphan", back_populates="goal"
    )
    judgements: Mapped[list[Judgement]] = relationship(
        order_by=Judgement.period_id, cascade="all, delete-orphan", back_populates="goal"
    )
    activities: Mapped[list["Activity"]] = relationship(
        secondary="activity_goal", back_populates="goals", order_by="Activity.position"
    )
