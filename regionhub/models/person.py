from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, Versioned
from regionhub.models.municipality import Municipality


class Person(Versioned, Base):
    """Someone who takes part in the work, with or without an account."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("region.id"), index=True)
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"), index=True)
    name: Mapped[str] = mapped_column(SHORT, index=True)
    email: Mapped[str] = mapped_column(SHORT, default="")
    phone: Mapped[str] = mapped_column(SHORT, default="")
    title: Mapped[str] = mapped_column(SHORT, default="")

    municipality: Mapped[Municipality | None] = relationship()
