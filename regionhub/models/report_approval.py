from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from regionhub.extensions import Base
from regionhub.models.columns import SHORT


class ReportApproval(Base):
    """One step in the chain of approval: group, office, chief executives, regional council."""

    __tablename__ = "report_approval"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("report.id"), index=True)
    step: Mapped[str] = mapped_column(String(40))
    decided_on: Mapped[date]
    decided_by: Mapped[str] = mapped_column(SHORT)
    note: Mapped[str] = mapped_column(Text, default="")
