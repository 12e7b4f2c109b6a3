"""Work plans: found, drafted, sent in, returned, accepted, closed, revised."""

from sqlalchemy import select

from regionhub.domain.errors import NotFound
from regionhub.extensions import db
from regionhub.models import Group, WorkPlan


def of_group(group: Group) -> list[WorkPlan]:
    """The group's plans, latest year first."""
    return list(
        db.session.scalars(
            select(WorkPlan).where(WorkPlan.group_id == group.id).order_by(WorkPlan.year.desc())
        )
    )


def of_year(group: Group, year: int) -> WorkPlan:
    """The group's plan of a year."""
    plan = db.session.scalars(
        select(WorkPlan).where(WorkPlan.group_id == group.id, WorkPlan.year == year)
    ).first()
    if plan is None:
        raise NotFound(f"{group.name} har ingen verksamhetsplan för {year}.")
    return plan
