from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.feeds import FeedScope
from regionhub.extensions import Base
from regionhub.models.account import Account
from regionhub.models.columns import SHORT, UtcDateTime, enum_column
from regionhub.models.group import Group
from regionhub.models.municipality import Municipality


class FeedToken(Base):
    """A secret calendar address. Only its SHA-256 is stored: the address is shown once."""

    __tablename__ = "feed_token"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    name: Mapped[str] = mapped_column(SHORT)
    scope: Mapped[FeedScope] = enum_column(FeedScope)
    group_id: Mapped[int | None] = mapped_column(ForeignKey("work_group.id"), index=True)
    municipality_id: Mapped[int | None] = mapped_column(ForeignKey("municipality.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    account: Mapped[Account] = relationship()
    group: Mapped[Group | None] = relationship()
    municipality: Mapped[Municipality | None] = relationship()
