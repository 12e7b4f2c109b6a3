from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.report_state import ReportState
from regionhub.extensions import Base
from regionhub.models.columns import UtcDateTime, Versioned, enum_column
from regionhub.models.report_approval import ReportApproval
from regionhub.models.report_text import ReportText
from regionhub.models.work_plan import WorkPlan


class Report(Versioned, Base):
    """A plan's year-end report (verksamhetsberättelse), one row a version.

    Once approved, `frozen` holds the whole report as it was signed and `frozen_pdf` its file;
    reopening makes the next number and says why.
    """

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("plan_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("work_plan.id"), index=True)
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[ReportState] = enum_column(ReportState, ReportState.DRAFT)
    reason: Mapped[str] = mapped_column(Text, default="")
    returned_reason: Mapped[str] = mapped_column(Text, default="")
    frozen: Mapped[dict[str, Any] | None] = mapped_column(JSON, deferred=True)
    frozen_pdf: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)
    frozen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    plan: Mapped[WorkPlan] = relationship()
    texts: Mapped[list[ReportText]] = relationship(
        order_by=ReportText.part, cascade="all, delete-orphan"
    )
    approvals: Mapped[list[ReportApproval]] = relationship(
        order_by=ReportApproval.id, cascade="all, delete-orphan"
    )
