from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT


class FollowUpPeriod(Base):
    """A follow-up of the year: facts as they stand on `as_of`, wanted by `due`."""

    __tablename__ = "follow_up_period"
    __table_args__ = (UniqueConstraint("region_id", "year", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)
    year: Mapped[int]
    key: Mapped[str] = mapped_column(String(20))
    name: Mapped[str] = mapped_column(SHORT)
    as_of: Mapped[date]
    due: Mapped[date]
