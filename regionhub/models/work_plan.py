from datetime import date, datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from regionhub.domain.plan_state import PlanState
from regionhub.extensions import Base
from regionhub.models.activity import Activity
from regionhub.models.columns import SHORT, UtcDateTime, Versioned, enum_column
from regionhub.models.goal import Goal
from regionhub.models.group import Group
from regionhub.models.plan_document import PlanDocument
from regionhub.models.plan_purpose import PlanPurpose
from regionhub.models.plan_revision import PlanRevision


class WorkPlan(Versioned, Base):
    """A working group's plan of one year (verksamhetsplan)."""

    __tablename__ = "work_plan"
    __table_args__ = (UniqueConstraint("group_id", "year"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    group_id: Mapped[int] = mapped_column(ForeignKey("work_group.id"), index=True)
    year: Mapped[int] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(SHORT, default="")
    area: Mapped[str] = mapped_column(Text, default="")
    remarks: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[PlanState] = enum_column(PlanState, PlanState.DRAFT)
    revision: Mapped[int] = mapped_column(default=0)
    returned_reason: Mapped[str] = mapped_column(Text, default="")
    accepted_by: Mapped[str] = mapped_column(SHORT, default="")
    accepted_on: Mapped[date | None]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)

    group: Mapped[Group] = relationship()
    purposes: Mapped[list[PlanPurpose]] = relationship(
        order_by=PlanPurpose.position, cascade="all, delete-orphan"
    )
    goals: Mapped[list[Goal]] = relationship(
        order_by=Goal.position, cascade="all, delete-orphan", back_populates="plan"
    )
    activities: Mapped[list[Activity]] = relationship(
        order_by=Activity.position, cascade="all, delete-orphan", back_populates="plan"
    )
    revisions: Mapped[list[PlanRevision]] = relationship(
        order_by=PlanRevision.number, cascade="all, delete-orphan"
    )
    documents: Mapped[list[PlanDocument]] = relationship(
        order_by=PlanDocument.id, cascade="all, delete-orphan"
    )
