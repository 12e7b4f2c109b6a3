"""What can happen in a year of the demo. Each function gives something for the stage to play.

Updates go through the same service as people's own. Decisions and judgements are written here
with their lines in the change log, since they lie in the past.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from regionhub.demo.stories import Event, Judged, Point
from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.domain.swedish import local_day
from regionhub.models import (
    Activity,
    Cell,
    FollowUpPeriod,
    Goal,
    Indicator,
    Judgement,
    Measurement,
    Municipality,
    WorkPlan,
)
from regionhub.services import changes, updates
from regionhub.services.changes import Save
from regionhub.services.updates import Said

Happening = Callable[[Save], None]
DECIDERS = "Kommunchefsgruppen"
_LAST_PERIOD = "slut"


def updated(activity: Activity, event: Event) -> Happening:
    """The convener tells how an activity stands."""

    def happen(save: Save) -> None:
        said = _said(activity, event)
        updates.update_activity(activity, shared=said, cells={}, save=save)

    return happen


def cell_updated(cell: Cell, event: Event) -> Happening:
    """A municipality tells how its part stands."""

    def happen(save: Save) -> None:
        updates.update_activity(cell.activity, cells={cell.id: _said(cell, event)}, save=save)

    return happen


def measured(
    goal: Goal, indicator: Indicator, point: Point, municipality: Municipality | None
) -> Happening:
    """An indicator gets a value."""

    def happen(save: Save) -> None:
        indicator.measurements.append(
            Measurement(
                municipality_id=municipality.id if municipality else None,
                measured_on=point.day,
                value=Decimal(point.value),
            )
        )
        where = f" i {municipality.name}" if municipality else ""
        value = f"{point.value} {indicator.unit}".replace(".", ",")
        _log_goal(save, goal, f"Mätte {indicator.name}{where}: {value}")

    return happen


def judged(goal: Goal, period: FollowUpPeriod, told: Judged) -> Happening:
    """The group judges a goal: a forecast, or after the year an outcome."""
    final = period.key == _LAST_PERIOD
    forecast = Forecast.MISSING if final else Forecast(told.word)
    outcome = Outcome(told.word) if final else Outcome.MISSING
    word = outcome.label if final else forecast.label

    def happen(save: Save) -> None:
        goal.judgements.append(
            Judgement(
                period=period,
                forecast=forecast,
                outcome=outcome,
                trend=Trend(told.trend) if told.trend else None,
                comment=told.comment,
                set_at=save.at,
                set_by=save.actor.name,
            )
        )
        sentence = f"Bedömde målet ”{goal.text}” i {period.name}: {word}"
        _log_goal(save, goal, sentence)

    return happen


def plan_created(plan: WorkPlan) -> Happening:
    """The convener begins the plan."""
    return lambda save: _log_plan(save, plan, "Började på verksamhetsplanen")


def plan_submitted(plan: WorkPlan) -> Happening:
    """The convener sends the plan in."""
    return lambda save: _move(save, plan, PlanState.SUBMITTED, "Skickade in verksamhetsplanen")


def plan_returned(plan: WorkPlan, reason: str) -> Happening:
    """The office sends the plan back."""

    def happen(save: Save) -> None:
        plan.returned_reason = reason
        _move(save, plan, PlanState.RETURNED, f"Återsände verksamhetsplanen: {reason}")

    return happen


def plan_accepted(plan: WorkPlan) -> Happening:
    """The chief executives accept the plan and its goals; the office notes it."""

    def happen(save: Save) -> None:
        plan.accepted_by, plan.accepted_on = DECIDERS, local_day(save.at)
        for goal in plan.goals:
            goal.accepted_by, goal.accepted_on = plan.accepted_by, plan.accepted_on
        sentence = f"{DECIDERS} antog verksamhetsplanen"
        _move(save, plan, PlanState.ACCEPTED, sentence)

    return happen


def plan_closed(plan: WorkPlan) -> Happening:
    """The office closes the year."""
    return lambda save: _move(save, plan, PlanState.CLOSED, "Avslutade verksamhetsåret")


def _said(row: Activity | Cell, event: Event) -> Said:
    if event.status is Status.DROPPED:
        return Said(version=row.version, status=event.status, dropped_reason=event.comment)
    return Said(
        version=row.version,
        status=event.status,
        comment=event.comment,
        nothing_new=event.status is row.status and not event.comment,
    )


def _move(save: Save, plan: WorkPlan, state: PlanState, sentence: str) -> None:
    values = {"state": (plan.state, state)}
    plan.state = state
    plan.updated_at = save.at
    _log_plan(save, plan, sentence, values)


def _log_plan(
    save: Save,
    plan: WorkPlan,
    sentence: str,
    values: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    changes.record(
        save,
        sentence,
        region_id=plan.group.region_id,
        subject="plan",
        subject_id=plan.id,
        group_id=plan.group_id,
        plan_id=plan.id,
        values=values,
    )


def _log_goal(save: Save, goal: Goal, sentence: str) -> None:
    changes.record(
        save,
        sentence,
        region_id=goal.plan.group.region_id,
        subject="goal",
        subject_id=goal.id,
        group_id=goal.plan.group_id,
        plan_id=goal.plan_id,
    )
