from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.columns import SHORT
from regionhub.models.municipality_period import MunicipalityPeriod


class Municipality(Base):
    """A municipality of the region, with the periods in which it takes part."""

    __tablename__ = "municipality"
    __table_args__ = (UniqueConstraint("region_id", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)
    key: Mapped[str] = mapped_column(String(40))
    name: Mapped[str] = mapped_column(SHORT)
    letters: Mapped[str] = mapped_column(String(2))
    code: Mapped[str] = mapped_column(String(4))
    position: Mapped[int] = mapped_column(default=0)

    periods: Mapped[list[MunicipalityPeriod]] = relationship(
        order_by=MunicipalityPeriod.starts, cascade="all, delete-orphan"
    )

    def takes_part(self, year: int) -> bool:
        """Whether the municipality belonged to the region on any day of the year."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        return any(p.starts <= last and (p.ends is None or p.ends >= first) for p in self.periods)
