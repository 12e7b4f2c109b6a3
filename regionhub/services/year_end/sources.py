"""What a year-end report is made from, read in a constant number of queries."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload, selectinload

from regionhub.extensions import db
from regionhub.models import (
    Activity,
    Cell,
    Goal,
    Indicator,
    Judgement,
    Membership,
    Municipality,
    OverarchingGoal,
    Person,
    PlanPurpose,
    Region,
    Report,
    WorkPlan,
)
from regionhub.services import regions


@dataclass(frozen=True, slots=True)
class Sources:
    """The plan with all that hangs on it. `report` is None while nobody has written anything.

    `as_of` is the day that statuses are told for.
    """

    region: Region
    plan: WorkPlan
    report: Report | None
    members: tuple[Membership, ...]
    municipalities: tuple[Municipality, ...]
    overarching: tuple[OverarchingGoal, ...]
    as_of: date
    year_is_over: bool

    def text(self, key: str) -> str:
        """What the group itself has written in a part."""
        texts = self.report.texts if self.report else []
        return next((text.text for text in texts if text.part == key), "")


def read(
    region: Region, plan: WorkPlan, report: Report | None, *, as_of: date, year_is_over: bool
) -> Sources:
    """Read everything."""
    return Sources(
        region=region,
        plan=_whole(plan.id),
        report=report,
        members=_members(plan),
        municipalities=tuple(regions.municipalities(region, plan.year)),
        overarching=tuple(regions.overarching_goals(region, plan.year)),
        as_of=as_of,
        year_is_over=year_is_over,
    )


def _whole(plan_id: int) -> WorkPlan:
    goals = selectinload(WorkPlan.goals)
    activities = selectinload(WorkPlan.activities)
    return db.session.scalars(
        select(WorkPlan)
        .where(WorkPlan.id == plan_id)
        .options(
            joinedload(WorkPlan.group),
            selectinload(WorkPlan.purposes).selectinload(PlanPurpose.serves),
            goals.selectinload(Goal.serves),
            goals.selectinload(Goal.indicators).selectinload(Indicator.measurements),
            goals.selectinload(Goal.judgements).joinedload(Judgement.period),
            activities.selectinload(Activity.cells).joinedload(Cell.municipality),
        )
        .execution_options(populate_existing=True)
    ).one()


def _members(plan: WorkPlan) -> tuple[Membership, ...]:
    first, last = date(plan.year, 1, 1), date(plan.year, 12, 31)
    return tuple(
        db.session.scalars(
            select(Membership)
            .join(Person, Person.id == Membership.person_id)
            .outerjoin(Municipality, Municipality.id == Membership.municipality_id)
            .options(joinedload(Membership.person), joinedload(Membership.municipality))
            .where(
                Membership.group_id == plan.group_id,
                or_(Membership.starts.is_(None), Membership.starts <= last),
                or_(Membership.ends.is_(None), Membership.ends >= first),
            )
            .order_by(Municipality.position, Membership.id)
        )
    )
