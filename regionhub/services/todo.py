"""What waits for a person: the activities and parts that are theirs, the most pressing first."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from regionhub.domain.permissions import Actor
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Flag, Status, flags
from regionhub.extensions import db
from regionhub.models import Activity, Cell, Group, Owner, Region, Report, WorkPlan
from regionhub.services import standing
from regionhub.services.standing import Standing

# The most pressing first.
_ORDER = (Flag.OVERDUE, Flag.SILENT, Flag.DUE_SOON)


@dataclass(frozen=True, slots=True)
class Item:
    """An activity that is the person's in some part.

    `flags` tell what is pressing in the person's own part; `own` are the cells they answer for.
    """

    activity: Activity
    standing: Standing
    flags: tuple[Flag, ...]
    own: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Todo:
    """What needs the person now, and what else is theirs."""

    needs: tuple[Item, ...]
    rest: tuple[Item, ...]

    def count(self, flag: Flag) -> int:
        """How many of what needs the person are late, silent or due soon."""
        return sum(flag in item.flags for item in self.needs)


@dataclass(frozen=True, slots=True)
class ToWrite:
    """What waits to be written in the groups that a person leads: plans that there are not, and
    plans and reports (told by their plan) that have been sent back.
    """

    without_plan: tuple[Group, ...] = ()
    returned_plans: tuple[WorkPlan, ...] = ()
    returned_reports: tuple[WorkPlan, ...] = ()

    def __bool__(self) -> bool:
        return any((self.without_plan, self.returned_plans, self.returned_reports))


def of(actor: Actor, region: Region, *, today: date) -> Todo:
    """The person's activities in accepted plans of this year and of last year while still open.

    The number of queries is the same whatever there is.
    """
    theirs = [item(activity, actor, region, today) for activity in _theirs(actor, region, today)]
    needs = sorted((each for each in theirs if each.flags), key=_pressing)
    return Todo(tuple(needs), tuple(each for each in theirs if not each.flags))


def waiting_plans(region: Region) -> int:
    """How many plans have been sent in and wait to be accepted (for the office)."""
    query = (
        select(func.count(WorkPlan.id))
        .join(WorkPlan.group)
        .where(Group.region_id == region.id, WorkPlan.state == PlanState.SUBMITTED)
    )
    return db.session.scalar(query) or 0


def waiting_reports(region: Region) -> int:
    """How many year-end reports have been sent in and wait to be approved (for the office)."""
    query = (
        select(func.count(Report.id))
        .join(Report.plan)
        .join(WorkPlan.group)
        .where(Group.region_id == region.id, Report.state == ReportState.SUBMITTED)
    )
    return db.session.scalar(query) or 0


def to_write(actor: Actor, *, year: int) -> ToWrite:
    """What waits to be written by the person, as leader of groups (three queries at most)."""
    led = _led(actor)
    if not led:
        return ToWrite()
    has_plan = select(WorkPlan.group_id).where(WorkPlan.year == year)
    groups = select(Group).where(Group.id.in_(led), Group.active, Group.id.not_in(has_plan))
    theirs = (
        select(WorkPlan)
        .join(WorkPlan.group)
        .where(WorkPlan.group_id.in_(led))
        .options(contains_eager(WorkPlan.group))
        .order_by(WorkPlan.year, Group.position)
    )
    sent_back = select(Report.plan_id).where(Report.state == ReportState.RETURNED)
    return ToWrite(
        tuple(db.session.scalars(groups.order_by(Group.position))),
        tuple(db.session.scalars(theirs.where(WorkPlan.state == PlanState.RETURNED))),
        tuple(db.session.scalars(theirs.where(WorkPlan.id.in_(sent_back)))),
    )


def _led(actor: Actor) -> list[int]:
    return [group_id for group_id in actor.group_ids() if actor.leads(group_id)]


def _theirs(actor: Actor, region: Region, today: date) -> list[Activity]:
    led = _led(actor)
    owned = select(Owner.activity_id).where(Owner.person_id == actor.person_id)
    answered_for = [
        and_(
            WorkPlan.group_id == seat.group_id,
            Activity.cells.any(Cell.municipality_id == seat.municipality_id),
        )
        for seat in actor.seats
        if seat.municipality_id is not None
    ]
    query = (
        select(Activity)
        .join(Activity.plan)
        .join(WorkPlan.group)
        .where(
            Group.region_id == region.id,
            WorkPlan.state == PlanState.ACCEPTED,
            WorkPlan.year.in_((today.year, today.year - 1)),
            or_(WorkPlan.group_id.in_(led), Activity.id.in_(owned), *answered_for),
        )
        .order_by(WorkPlan.year.desc(), Group.position, Activity.position, Activity.id)
        .options(
            joinedload(Activity.plan, innerjoin=True).joinedload(WorkPlan.group, innerjoin=True),
            selectinload(Activity.owners),
            selectinload(Activity.cells).options(
                joinedload(Cell.municipality, innerjoin=True), selectinload(Cell.owners)
            ),
        )
    )
    return list(db.session.scalars(query))


def item(activity: Activity, actor: Actor, region: Region, today: date) -> Item:
    """An activity as it concerns the person."""
    plan, days = activity.plan, region.check_in_days
    own = tuple(cell for cell in activity.cells if _answers_for(actor, cell, plan.group_id))
    facts = [
        standing.facts_of_cell(cell, activity, plan, check_in_days=days)
        for cell in own
        if activity.status is not Status.DROPPED
    ]
    if actor.leads(plan.group_id) or _owns(actor, activity.owners):
        facts.append(standing.facts_of(activity, plan, check_in_days=days))
    found = {flag for each in facts for flag in flags(each, today)}
    return Item(
        activity=activity,
        standing=standing.of(activity, plan, today=today, check_in_days=days),
        flags=tuple(flag for flag in _ORDER if flag in found),
        own=own,
    )


def _answers_for(actor: Actor, cell: Cell, group_id: int) -> bool:
    return _owns(actor, cell.owners) or any(
        seat.group_id == group_id and seat.municipality_id == cell.municipality_id
        for seat in actor.seats
    )


def _owns(actor: Actor, owners: list[Owner]) -> bool:
    return any(owner.person_id == actor.person_id for owner in owners)


def _pressing(item: Item) -> tuple[int, date, int]:
    return (
        _ORDER.index(item.flags[0]),
        item.activity.when_end or date.max,
        item.activity.id,
    )
