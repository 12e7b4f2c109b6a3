"""Work plans: found, begun, described. `plan_decisions` moves them through their states."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import selectinload

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.plan_state import PlanState
from regionhub.domain.progress import Tally
from regionhub.extensions import db
from regionhub.models import (
    Activity,
    Cell,
    Goal,
    Group,
    Indicator,
    Judgement,
    PlanPurpose,
    Region,
    WorkPlan,
)
from regionhub.services import differences, follow_ups, regions, revisions, standing_sql, versions
from regionhub.services.changes import Save

# A plan is begun in time for its year, or taken up from the region's past.
_YEARS_AHEAD = 2
_YEARS_BACK = 30


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A plan in one line. `state` and `revision` are None where the group has no plan."""

    key: str
    name: str
    year: int | None
    state: PlanState | None
    revision: int | None
    tally: Tally
    last_heard: datetime | None


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


def whole(group: Group, year: int) -> WorkPlan:
    """The plan with all that its page shows; the number of queries is the same for any plan."""
    plan = db.session.scalars(
        select(WorkPlan)
        .where(WorkPlan.group_id == group.id, WorkPlan.year == year)
        .options(
            selectinload(WorkPlan.purposes).selectinload(PlanPurpose.serves),
            selectinload(WorkPlan.goals).options(
                selectinload(Goal.serves),
                selectinload(Goal.judgements).joinedload(Judgement.period, innerjoin=True),
                selectinload(Goal.indicators).selectinload(Indicator.measurements),
            ),
            selectinload(WorkPlan.activities).options(
                selectinload(Activity.owners),
                selectinload(Activity.goals),
                selectinload(Activity.cells).joinedload(Cell.municipality, innerjoin=True),
            ),
            selectinload(WorkPlan.revisions),
            selectinload(WorkPlan.documents),
        )
    ).first()
    if plan is None:
        raise NotFound(f"{group.name} har ingen verksamhetsplan för {year}.")
    return plan


def years(group: Group) -> list[int]:
    """The years that the group has a plan for, in order."""
    return list(
        db.session.scalars(
            select(WorkPlan.year).where(WorkPlan.group_id == group.id).order_by(WorkPlan.year)
        )
    )


def may_begin(year: int, *, today: date) -> bool:
    """Whether the year is near enough for a plan to be begun."""
    return today.year - _YEARS_BACK <= year <= today.year + _YEARS_AHEAD


def begin(group: Group, region: Region, year: int, *, today: date, save: Save) -> WorkPlan:
    """An empty draft for a year that the group has no plan for."""
    if not may_begin(year, today=today):
        raise Refused(f"Det går inte att börja en plan för {year}. Välj ett närmare år.")
    # Two who begin at once wait for each other here.
    versions.hold(region)
    if year in years(group):
        raise Refused(f"{group.name} har redan en plan för {year}.")
    plan = WorkPlan(
        year=year,
        title=f"Verksamhetsplan {year}",
        area=_latest_area(group),
        state=PlanState.DRAFT,
        created_at=save.at,
        updated_at=save.at,
    )
    plan.group = group
    db.session.add(plan)
    db.session.flush()
    follow_ups.open_year(region, year)
    revisions.log(plan, f"Började planen för {year}", save=save)
    return plan


def describe(
    plan: WorkPlan,
    *,
    area: str,
    remarks: str,
    purposes: Sequence[tuple[str, Collection[int]]],
    region: Region,
    version: int,
    reason: str = "",
    save: Save,
) -> None:
    """Write what stands about the group. `purposes` are texts, each with the ids of the
    overarching goals that it serves; empty texts fall away.
    """
    versions.must_be(plan, version)
    changed = differences.between(
        plan, {"area": ("verksamhetsområdet", area), "remarks": ("anmärkningarna", remarks)}
    )
    kept = [(text, frozenset(ids)) for text, ids in purposes if text]
    before = [(p.text, frozenset(goal.id for goal in p.serves)) for p in plan.purposes]
    told = [differences.told(changed), "Ändrade avsikterna" if kept != before else ""]
    sentence = ". ".join(part for part in told if part)
    if not sentence:
        return
    revisions.revise(plan, reason=reason, save=save)
    differences.apply(plan, changed)
    if kept != before:
        _set_purposes(plan, kept, region)
    plan.updated_at = save.at
    revisions.log(plan, sentence, save=save)


def _set_purposes(
    plan: WorkPlan, purposes: Sequence[tuple[str, Collection[int]]], region: Region
) -> None:
    in_force = regions.overarching_goals(region, plan.year)
    plan.purposes = [
        PlanPurpose(
            position=position, text=text, serves=[goal for goal in in_force if goal.id in ids]
        )
        for position, (text, ids) in enumerate(purposes)
    ]


def _latest_area(group: Group) -> str:
    """What a group does seldom changes: a new plan begins with the last one's words."""
    query = select(WorkPlan.area).where(WorkPlan.group_id == group.id)
    return db.session.scalars(query.order_by(WorkPlan.year.desc()).limit(1)).first() or ""


def summaries(group: Group, region: Region, *, today: date) -> list[PlanSummary]:
    """The group's plans with their tallies, latest year first (one query)."""
    found = _summaries(region, WorkPlan.group_id == Group.id, Group.id == group.id, today)
    return sorted(
        (summary for summary in found if summary.year is not None),
        key=lambda summary: summary.year or 0,
        reverse=True,
    )


def of_region(region: Region, year: int, *, today: date) -> list[PlanSummary]:
    """Every active group with its plan of the year, in the registry's order (one query)."""
    joined = (WorkPlan.group_id == Group.id) & (WorkPlan.year == year)
    return _summaries(region, joined, Group.active.is_(True), today)


def _summaries(
    region: Region,
    joined: ColumnElement[bool],
    wanted: ColumnElement[bool],
    today: date,
) -> list[PlanSummary]:
    rows = db.session.execute(
        select(
            Group.key,
            Group.name,
            WorkPlan.year,
            WorkPlan.state,
            WorkPlan.revision,
            func.max(Activity.last_heard_at),
            *standing_sql.tally_columns(today, region.check_in_days),
        )
        .select_from(Group)
        .outerjoin(WorkPlan, joined)
        .outerjoin(Activity, Activity.plan_id == WorkPlan.id)
        .where(Group.region_id == region.id, wanted)
        .group_by(Group.id, WorkPlan.id)
        .order_by(Group.position, Group.id)
    )
    return [
        PlanSummary(key, name, year, state, revision, Tally(*counts), heard)
        for key, name, year, state, revision, heard, *counts in rows
    ]
