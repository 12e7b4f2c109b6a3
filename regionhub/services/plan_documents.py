"""The documents that a plan was read from."""

from sqlalchemy import select
from sqlalchemy.orm import undefer

from regionhub.domain.errors import NotFound
from regionhub.extensions import db
from regionhub.models import Group, PlanDocument, WorkPlan


def of_group(group: Group, year: int, document_id: int) -> PlanDocument:
    """A document of this very group's plan of the year, with its content."""
    document = db.session.scalars(
        select(PlanDocument)
        .join(WorkPlan, WorkPlan.id == PlanDocument.plan_id)
        .where(
            PlanDocument.id == document_id,
            WorkPlan.group_id == group.id,
            WorkPlan.year == year,
        )
        .options(undefer(PlanDocument.content))
    ).first()
    if document is None:
        raise NotFound("Dokumentet finns inte i den här planen.")
    return document
