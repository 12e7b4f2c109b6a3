from datetime import datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime, Versioned
from regionhub.models.grant import Grant
from regionhub.models.person import Person


class Account(Versioned, Base):
    """A person's way in.

    `email` is lower case. Raising `session_version` signs the account out everywhere.
    """

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    email: Mapped[str] = mapped_column(SHORT, unique=True)
    password_hash: Mapped[str] = mapped_column(SHORT)
    active: Mapped[bool] = mapped_column(default=True)
    demo: Mapped[bool] = mapped_column(default=False)
    session_version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)
    grants: Mapped[list[Grant]] = relationship(cascade="all, delete-orphan")
