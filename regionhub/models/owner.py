from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.owners import OwnerKind
from regionhub.extensions import Base
from regionhub.models.columns import SHORT, enum_column
from regionhub.models.person import Person


class Owner(Base):
    """One owner of an activity, or of one cell of it, as matched; the words stand beside it.

    `activity_id` is always set; `cell_id` only when the owner answers for that cell alone.
    """

    __tablename__ = "owner"

    id: Mapped[int] = mapped_column(primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    cell_id: Mapped[int | None] = mapped_column(ForeignKey("cell.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[OwnerKind] = enum_column(OwnerKind, OwnerKind.PERSON)
    name: Mapped[str] = mapped_column(SHORT)

    person: Mapped[Person | None] = relationship()
