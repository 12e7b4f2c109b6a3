from sqlalchemy import ForeignKey, Text
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base


class OverarchingGoal(Base):
    """One of the region's overarching goals, in force from a year to a year (None: still)."""

    __tablename__ = "overarching_goal"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)
    number: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    from_year: Mapped[int]
    to_year: Mapped[int | None]

    def holds(self, year: int) -> bool:
        """Whether the goal is in force in the year."""
        return self.from_year <= year and (self.to_year is None or year <= self.to_year)
