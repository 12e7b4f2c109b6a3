from datetime import date, datetime

from sqlalchemy import String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT, UtcDateTime


class OutboxMail(Base):
    """A mail to be sent after the commit: once a recipient, kind, subject and day, with a
    Message-ID that a second try keeps.
    """

    __tablename__ = "outbox_mail"
    __table_args__ = (UniqueConstraint("recipient", "kind", "about", "due"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient: Mapped[str] = mapped_column(SHORT)
    kind: Mapped[str] = mapped_column(String(40))
    about: Mapped[str] = mapped_column(SHORT)
    due: Mapped[date]
    message_id: Mapped[str] = mapped_column(SHORT, unique=True)
    subject: Mapped[str] = mapped_column(SHORT)
    body: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    tries: Mapped[int] = mapped_column(default=0)
    last_error: Mapped[str] = mapped_column(Text, default="")
