from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.permissions import Role
from regionhub.extensions import Base
from regionhub.models.columns import enum_column
from regionhub.models.municipality import Municipality


class Grant(Base):
    """A role given to an account beyond its seats in groups: office, auditor, or chief of one."""

    __tablename__ = "account_grant"
    __table_args__ = (UniqueConstraint("account_id", "role", "municipality_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    role: Mapped[Role] = enum_column(Role)
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"), index=True)

    municipality: Mapped[Municipality | None] = relationship()
