from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import Versioned


class ReportText(Versioned, Base):
    """What the group itself has written in one part of a report."""

    __tablename__ = "report_text"
    __table_args__ = (UniqueConstraint("report_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    part: Mapped[str] = mapped_column(String(40))
    text: Mapped[str] = mapped_column(Text, default="")
