from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base


class MunicipalityPeriod(Base):
    """A stretch of time in which a municipality belongs to the region; open when `ends` is None."""

    __tablename__ = "municipality_period"

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality_id: Mapped[int] = mapped_column(ForeignKey("municipality.id"), index=True)
    starts: Mapped[date]
    ends: Mapped[date | None]
