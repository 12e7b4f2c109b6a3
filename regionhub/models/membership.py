from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.permissions import GroupRole
from regionhub.extensions import Base
from regionhub.models.columns import SHORT, Versioned, enum_column
from regionhub.models.group import Group
from regionhub.models.municipality import Municipality
from regionhub.models.person import Person


class Membership(Versioned, Base):
    """A person's place in a group for a stretch of time; both ends may be open."""

    __tablename__ = "membership"

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("work_group.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"), index=True)
    role: Mapped[GroupRole] = enum_column(GroupRole, GroupRole.MEMBER)
    starts: Mapped[date | None]
    ends: Mapped[date | None]
    note: Mapped[str] = mapped_column(SHORT, default="")

    group: Mapped[Group] = relationship()
    person: Mapped[Person] = relationship()
    municipality: Mapped[Municipality | None] = relationship()

    def holds(self, day: date) -> bool:
        """Whether the person has the place on the day."""
        return (self.starts is None or self.starts <= day) and (
            self.ends is None or day <= self.ends
        )
