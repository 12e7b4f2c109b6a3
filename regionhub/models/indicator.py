from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import ForeignKey, Numeric
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.indicators import Direction, Reckoning
from regionhub.extensions import Base
from regionhub.models.columns import SHORT, Versioned, enum_column
from regionhub.models.measurement import Measurement

if TYPE_CHECKING:
    from regionhub.models.goal import Goal


class Indicator(Versioned, Base):
    """How a goal is measured: unit, baseline, target and direction."""

    __tablename__ = "indicator"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(ForeignKey("goal.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    name: Mapped[str] = mapped_column(SHORT)
    unit: Mapped[str] = mapped_column(SHORT, default="")
    baseline: Mapped[Decimal | None] = mapped_column(Numeric(16, 4))
    target: Mapped[Decimal | None] = mapped_column(Numeric(16, 4))
    direction: Mapped[Direction] = enum_column(Direction, Direction.UP)
    reckoning: Mapped[Reckoning] = enum_column(Reckoning, Reckoning.LEVEL)

    goal: Mapped["Goal"] = relationship(back_populates="indicators")
    measurements: Mapped[list[Measurement]] = relationship(
        order_by=Measurement.measured_on, cascade="all, delete-orphan"
    )
