"""The region's page: how every group's year goes, and what needs attention.

Everything is counted in SQL: the number of queries and of rows read stays the same as years and
activities pile up.
"""

from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, literal, or_, select

from regionhub.domain.followup import Forecast, Outcome
from regionhub.domain.plan_state import PlanState
from regionhub.domain.progress import CellState, Tally, sentence
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Flag, Status
from regionhub.extensions import db
from regionhub.models import (
    Activity,
    Cell,
    FollowUpPeriod,
    Goal,
    Group,
    Judgement,
    Municipality,
    Region,
    Report,
    WorkPlan,
)
from regionhub.services import regions, standing_sql

MOST_URGENT = 10
# SQLAlchemy takes longer to put a question of many columns together than to ask it, and the same
# few are asked all day.
_put_together_once = lru_cache(maxsize=64)


class _Asked(NamedTuple):
    """Of what region and year, and what counts as late and silent."""

    region_id: int
    year: int
    today: date
    check_in_days: int


@dataclass(frozen=True, slots=True)
class GroupYear:
    """One group's year in a row. `state` is None where there is no plan."""

    key: str
    name: str
    state: PlanState | None
    report_waits: bool
    goals: int
    tally: Tally
    last_heard: datetime | None
    cells: tuple[CellState, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Urgent:
    """An activity that is late or silent."""

    group_key: str
    group_name: str
    activity_id: int
    title: str
    owner_text: str
    end: date | None
    last_heard: datetime | None
    flag: Flag


@dataclass(frozen=True, slots=True)
class JudgedGoal:
    """A goal with the group's latest judgement."""

    group_key: str
    group_name: str
    goal_id: int
    words: str
    forecast: Forecast
    outcome: Outcome
    period: str
    comment: str

    @property
    def judgement(self) -> Forecast | Outcome:
        """How it went, where that is known; otherwise how the group thinks that it will go."""
        return self.forecast if self.outcome is Outcome.MISSING else self.outcome


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole page. `urgent` is cut at MOST_URGENT; `total` tells how many there are."""

    year: int
    groups: tuple[GroupYear, ...]
    total: Tally
    urgent: tuple[Urgent, ...]
    goals: tuple[JudgedGoal, ...]
    years: tuple[int, ...]

    @property
    def without_plan(self) -> tuple[GroupYear, ...]:
        """Groups that have no plan for the year."""
        return tuple(group for group in self.groups if group.state is None)

    @property
    def to_decide(self) -> tuple[GroupYear, ...]:
        """Groups whose plan waits to be accepted."""
        return tuple(group for group in self.groups if group.state is PlanState.SUBMITTED)

    @property
    def to_approve(self) -> tuple[GroupYear, ...]:
        """Groups whose year-end report waits to be approved."""
        return tuple(group for group in self.groups if group.report_waits)

    @property
    def hard_goals(self) -> tuple[JudgedGoal, ...]:
        """Goals that the groups think will be hard to reach."""
        return tuple(goal for goal in self.goals if goal.judgement is Forecast.HARD)

    @property
    def has_outcomes(self) -> bool:
        """Whether the year is so far gone that the groups have said how any goal went."""
        return any(goal.outcome is not Outcome.MISSING for goal in self.goals)

    def goals_by_judgement(self) -> list[tuple[Forecast | Outcome, int]]:
        """How many goals have each outcome or, before that, forecast, by the scales' order."""
        return [
            (kind, sum(goal.judgement is kind for goal in self.goals))
            for kind in (*Outcome, *Forecast)
        ]


def of_year(region: Region, year: int, *, today: date) -> Overview:
    """The region's year as it stands today (six queries, whatever the data)."""
    asked = _Asked(region.id, year, today, region.check_in_days)
    groups = _groups(asked, _strips(asked, regions.municipalities(region, year)))
    total = sum((group.tally for group in groups), Tally())
    return Overview(
        year=year,
        groups=groups,
        total=total,
        urgent=urgent(region, year, today=today, limit=MOST_URGENT),
        goals=_goals(region, year),
        years=_years(region, year),
    )


def how_many_urgent(region: Region, year: int, *, today: date) -> int:
    """How many activities are late or silent."""
    asked = _Asked(region.id, year, today, region.check_in_days)
    return db.session.scalar(_urgent_count_query(asked)) or 0


def _groups(asked: _Asked, strips: dict[int, tuple[CellState, ...]]) -> tuple[GroupYear, ...]:
    return tuple(
        GroupYear(
            key=key,
            name=name,
            state=state,
            report_waits=report_waits,
            goals=goal_count or 0,
            tally=Tally(*counts),
            last_heard=heard,
            cells=strips.get(plan_id, ()),
            sentence=sentence(strips.get(plan_id, ())),
        )
        for (
            key,
            name,
            plan_id,
            state,
            report_waits,
            goal_count,
            heard,
            *counts,
        ) in db.session.execute(_groups_query(asked))
    )


@_put_together_once
def _groups_query(asked: _Asked) -> Select[*tuple[Any, ...]]:
    goals = (
        select(func.count(Goal.id)).where(Goal.plan_id == WorkPlan.id).correlate(WorkPlan)
    ).scalar_subquery()
    report_waits = (
        select(Report.id)
        .where(Report.plan_id == WorkPlan.id, Report.state == ReportState.SUBMITTED)
        .correlate(WorkPlan)
        .exists()
    )
    return (
        select(
            Group.key,
            Group.name,
            WorkPlan.id,
            WorkPlan.state,
            report_waits,
            goals,
            func.max(Activity.last_heard_at),
            *standing_sql.tally_columns(asked.today, asked.check_in_days),
        )
        .select_from(Group)
        .outerjoin(WorkPlan, (WorkPlan.group_id == Group.id) & (WorkPlan.year == asked.year))
        .outerjoin(Activity, Activity.plan_id == WorkPlan.id)
        .where(Group.region_id == asked.region_id, Group.active)
        .group_by(Group.id, WorkPlan.id)
        .order_by(Group.position, Group.id)
    )


def _strips(asked: _Asked, places: list[Municipality]) -> dict[int, tuple[CellState, ...]]:
    """For each plan: every municipality's cells of the year rolled up into one state."""
    states: dict[int, dict[int, Status | Flag]] = {}
    for plan_id, place_id, *counts in db.session.execute(_strips_query(asked)):
        states.setdefault(plan_id, {})[place_id] = _rolled(*counts)
    return {
        plan_id: tuple(
            CellState(place.name, place.letters, of_plan.get(place.id, Status.NOT_PARTICIPATING))
            for place in places
        )
        for plan_id, of_plan in states.items()
    }


@_put_together_once
def _strips_query(asked: _Asked) -> Select[*tuple[Any, ...]]:
    taking_part = Cell.status != Status.NOT_PARTICIPATING
    return (
        select(
            Activity.plan_id,
            Cell.municipality_id,
            standing_sql.how_many(taking_part),
            standing_sql.how_many(Cell.status == Status.DONE),
            standing_sql.how_many(Cell.status == Status.NOT_STARTED),
            standing_sql.how_many(standing_sql.cell_overdue(asked.today)),
            standing_sql.how_many(standing_sql.cell_silent(asked.today, asked.check_in_days)),
        )
        .select_from(Cell)
        .join(Activity, Activity.id == Cell.activity_id)
        .join(WorkPlan, WorkPlan.id == Activity.plan_id)
        .join(Group, Group.id == WorkPlan.group_id)
        .where(Group.region_id == asked.region_id, WorkPlan.year == asked.year)
        .where(Activity.status != Status.DROPPED)
        .group_by(Activity.plan_id, Cell.municipality_id)
    )


def _rolled(total: int, done: int, not_started: int, late: int, quiet: int) -> Status | Flag:
    """The most pressing thing first: late, silent, then how far the municipality has come."""
    if total == 0:
        return Status.NOT_PARTICIPATING
    if late:
        return Flag.OVERDUE
    if quiet:
        return Flag.SILENT
    if done == total:
        return Status.DONE
    return Status.NOT_STARTED if not_started == total else Status.IN_PROGRESS


def urgent(
    region: Region, year: int, *, today: date, limit: int, offset: int = 0
) -> tuple[Urgent, ...]:
    """Late and silent activities over all groups, the oldest deadline first (one query)."""
    asked = _Asked(region.id, year, today, region.check_in_days)
    rows = db.session.execute(_urgent_query(asked, limit, offset))
    return tuple(
        Urgent(key, name, number, title, owner, end, heard, _pressing(is_late))
        for key, name, number, title, owner, end, heard, is_late in rows
    )


def _pressing(is_late: bool | None) -> Flag:
    return Flag.OVERDUE if is_late else Flag.SILENT


@_put_together_once
def _urgent_count_query(asked: _Asked) -> Select[int]:
    return select(func.count()).select_from(_pressing_activities(asked).subquery())


@_put_together_once
def _urgent_query(asked: _Asked, limit: int, offset: int) -> Select[*tuple[Any, ...]]:
    late = standing_sql.overdue(asked.today)
    return (
        _pressing_activities(asked)
        .order_by(
            # The oldest deadline first; what is only silent comes after all that is late.
            # (A missing date makes the condition NULL, which the databases sort differently.)
            case((late, 0), else_=1),
            func.coalesce(Activity.when_end, literal(date.max)),
            Activity.id,
        )
        .limit(limit)
        .offset(offset)
        .add_columns(late.label("late"))
    )


def _pressing_activities(asked: _Asked) -> Select[*tuple[Any, ...]]:
    late = standing_sql.overdue(asked.today)
    quiet = standing_sql.silent(asked.today, asked.check_in_days)
    return (
        select(
            Group.key,
            Group.name,
            Activity.id,
            Activity.title,
            Activity.owner_text,
            Activity.when_end,
            Activity.last_heard_at,
        )
        .join(WorkPlan, WorkPlan.id == Activity.plan_id)
        .join(Group, Group.id == WorkPlan.group_id)
        .where(Group.region_id == asked.region_id, WorkPlan.year == asked.year)
        .where(or_(late, quiet))
    )


def _goals(region: Region, year: int) -> tuple[JudgedGoal, ...]:
    return tuple(
        JudgedGoal(
            group_key=key,
            group_name=name,
            goal_id=goal_id,
            words=f"{heading}: {text}" if heading else text,
            forecast=forecast or Forecast.MISSING,
            outcome=outcome or Outcome.MISSING,
            period=period or "",
            comment=comment or "",
        )
        for (
            key,
            name,
            goal_id,
            heading,
            text,
            forecast,
            outcome,
            period,
            comment,
        ) in db.session.execute(_goals_query(region.id, year))
    )


@_put_together_once
def _goals_query(region_id: int, year: int) -> Select[*tuple[Any, ...]]:
    ranked = select(
        Judgement.goal_id,
        Judgement.forecast,
        Judgement.outcome,
        Judgement.comment,
        FollowUpPeriod.name,
        _latest_first().label("place"),
    ).join(FollowUpPeriod, FollowUpPeriod.id == Judgement.period_id)
    latest = ranked.where(FollowUpPeriod.year == year).subquery()
    return (
        select(
            Group.key,
            Group.name,
            Goal.id,
            Goal.heading,
            Goal.text,
            latest.c.forecast,
            latest.c.outcome,
            latest.c.name,
            latest.c.comment,
        )
        .join(WorkPlan, WorkPlan.id == Goal.plan_id)
        .join(Group, Group.id == WorkPlan.group_id)
        .outerjoin(latest, (latest.c.goal_id == Goal.id) & (latest.c.place == 1))
        .where(Group.region_id == region_id, WorkPlan.year == year)
        .order_by(Group.position, Goal.position, Goal.id)
    )


def _latest_first() -> ColumnElement[int]:
    return func.row_number().over(
        partition_by=Judgement.goal_id, order_by=FollowUpPeriod.as_of.desc()
    )


def _years(region: Region, year: int) -> tuple[int, ...]:
    """The years that have any plan, and the one asked for, in order."""
    found = db.session.scalars(
        select(WorkPlan.year)
        .join(Group, Group.id == WorkPlan.group_id)
        .where(Group.region_id == region.id)
        .distinct()
    )
    return tuple(sorted({*found, year}))
