"""What can happen in a year of the demo. Each function gives something for the stage to play.

All goes through the services that people's own doings go through, so that the demo cannot hold
what the product could not have made.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from regionhub.demo.stories import Event, Judged, Point
from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.domain.status import Status
from regionhub.domain.swedish import local_day
from regionhub.domain.year_end import APPROVAL_STEPS
from regionhub.models import (
    Activity,
    Cell,
    FollowUpPeriod,
    Goal,
    Indicator,
    Municipality,
    Region,
    WorkPlan,
)
from regionhub.services import (
    activities,
    indicators,
    judgements,
    plan_decisions,
    reports,
    revisions,
    updates,
)
from regionhub.services.changes import Save
from regionhub.services.updates import Said

Happening = Callable[[Save], object]
_DECIDERS, _COUNCIL = APPROVAL_STEPS[2:]
_LAST_PERIOD = "slut"


def updated(activity: Activity, event: Event) -> Happening:
    """The convener tells how an activity stands, or drops it."""

    def happen(save: Save) -> None:
        if event.status is Status.DROPPED:
            activities.drop(activity, reason=event.comment, version=activity.version, save=save)
        else:
            said = _said(activity, event)
            updates.update_activity(activity, shared=said, cells={}, save=save)

    return happen


def cell_updated(cell: Cell, event: Event) -> Happening:
    """A municipality tells how its part stands."""

    def happen(save: Save) -> None:
        updates.update_activity(cell.activity, cells={cell.id: _said(cell, event)}, save=save)

    return happen


def measured(indicator: Indicator, point: Point, municipality: Municipality | None) -> Happening:
    """An indicator gets a value."""
    return lambda save: indicators.measure(
        indicator,
        measured_on=point.day,
        value=Decimal(point.value),
        municipality_id=municipality.id if municipality else None,
        today=local_day(save.at),
        save=save,
    )


def judged(goal: Goal, period: FollowUpPeriod, told: Judged) -> Happening:
    """The group judges a goal: a forecast, or after the year an outcome."""
    final = period.key == _LAST_PERIOD
    return lambda save: judgements.judge(
        goal,
        period,
        forecast=Forecast.MISSING if final else Forecast(told.word),
        outcome=Outcome(told.word) if final else Outcome.MISSING,
        trend=Trend(told.trend) if told.trend else None,
        comment=told.comment,
        version=0,
        save=save,
    )


def plan_begun(plan: WorkPlan) -> Happening:
    """The convener begins the plan."""
    return lambda save: revisions.log(plan, f"Började planen för {plan.year}", save=save)


def plan_submitted(plan: WorkPlan) -> Happening:
    """The convener sends the plan in."""
    return lambda save: plan_decisions.submit(plan, save=save)


def plan_returned(plan: WorkPlan, reason: str) -> Happening:
    """The office sends the plan back."""
    return lambda save: plan_decisions.send_back(plan, reason=reason, save=save)


def plan_accepted(plan: WorkPlan) -> Happening:
    """The chief executives accept the plan and its goals; the office notes it."""

    def happen(save: Save) -> None:
        day = local_day(save.at)
        plan_decisions.accept(plan, accepted_on=day, accepted_by=_DECIDERS, today=day, save=save)

    return happen


def plan_closed(plan: WorkPlan) -> Happening:
    """The office closes the year."""
    return lambda save: plan_decisions.close(plan, save=save)


def report_written(region: Region, plan: WorkPlan, texts: Mapping[str, str]) -> Happening:
    """The convener writes the group's own parts of the year-end report."""
    return lambda save: reports.write(region, plan, texts=texts, version=0, save=save)


def report_submitted(region: Region, plan: WorkPlan) -> Happening:
    """The convener sends the report in."""
    return lambda save: reports.submit(region, plan, save=save)


def report_returned(region: Region, plan: WorkPlan, reason: str) -> Happening:
    """The office sends the report back."""
    return lambda save: reports.send_back(region, plan, reason=reason, save=save)


def report_approved(region: Region, plan: WorkPlan) -> Happening:
    """The regional council approves the report, and it is frozen as it stands that day."""

    def happen(save: Save) -> None:
        day = local_day(save.at)
        reports.approve(
            region,
            plan,
            decided_on=day,
            decided_by=_COUNCIL,
            note="",
            save=save,
            today=day,
        )

    return happen


def _said(row: Activity | Cell, event: Event) -> Said:
    return Said(
        version=row.version,
        status=event.status,
        comment=event.comment,
        nothing_new=event.status is row.status and not event.comment,
    )
