from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.extensions import Base
from regionhub.models.account import Account
from regionhub.models.columns import SHORT, UtcDateTime


class SignIn(Base):
    """A signed-in session on the server's side. Signing out deletes the row, so that a replayed
    cookie opens nothing. Only the SHA-256 of the cookie's secret is stored.
    """

    __tablename__ = "sign_in"

    id: Mapped[int] = mapped_column(primary_key=True)
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    session_version: Mapped[int]
    user_agent: Mapped[str] = mapped_column(SHORT, default="")
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, index=True)

    account: Mapped[Account] = relationship(lazy="joined", innerjoin=True)
