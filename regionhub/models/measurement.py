from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, Numeric, Text
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import Versioned


class Measurement(Versioned, Base):
    """A value of an indicator on a day, for the whole region or for one municipality."""

    __tablename__ = "measurement"

    id: Mapped[int] = mapped_column(primary_key=True)
    indicator_id: Mapped[int] = mapped_column(ForeignKey("indicator.id"), index=True)
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"), index=True)
    measured_on: Mapped[date]
    value: Mapped[Decimal] = mapped_column(Numeric(16, 4))
    comment: Mapped[str] = mapped_column(Text, default="")
