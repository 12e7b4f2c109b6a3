from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime, Versioned, enum_column, words_of
from regionhub.models.follow_up_period import FollowUpPeriod

if TYPE_CHECKING:
    from regionhub.models.goal import Goal


class Judgement(Versioned, Base):
    """What the group judged of a goal in one follow-up period."""

    __tablename__ = "judgement"
    __table_args__ = (UniqueConstraint("goal_id", "period_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), index=True)
    period_id: Mapped[int] = mapped_column(ForeignKey("follow_up_period.id"), index=True)
    forecast: Mapped[Forecast] = enum_column(Forecast, Forecast.MISSING)
    outcome: Mapped[Outcome] = enum_column(Outcome, Outcome.MISSING)
    trend: Mapped[Trend | None] = mapped_column(words_of(Trend))
    comment: Mapped[str] = mapped_column(Text, default="")
    set_at: Mapped[datetime] = mapped_column(UtcDateTime)
    set_by: Mapped[str] = mapped_column(SHORT, default="")

    goal: Mapped["Goal"] = relationship(back_populates="judgements")
    period: Mapped[FollowUpPeriod] = relationship()
