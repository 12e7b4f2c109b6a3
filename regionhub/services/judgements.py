"""What a group judges of a goal in each follow-up period."""

from sqlalchemy import select

from regionhub.domain import plan_state
from regionhub.domain.errors import NotFound
from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.extensions import db
from regionhub.models import FollowUpPeriod, Goal, Judgement, Region
from regionhub.services import differences, goals, versions
from regionhub.services.changes import Save


def period(region: Region, year: int, period_id: int) -> FollowUpPeriod:
    """One of the year's follow-ups."""
    found = db.session.scalars(
        select(FollowUpPeriod).where(
            FollowUpPeriod.id == period_id,
            FollowUpPeriod.region_id == region.id,
            FollowUpPeriod.year == year,
        )
    ).first()
    if found is None:
        raise NotFound("Uppföljningen finns inte i det här året.")
    return found


def of(goal: Goal, period: FollowUpPeriod) -> Judgement:
    """The goal's judgement in the period; a new one, not yet kept, where there is none."""
    found = db.session.scalars(
        select(Judgement).where(Judgement.goal_id == goal.id, Judgement.period_id == period.id)
    ).first()
    if found is not None:
        return found
    return Judgement(
        goal_id=goal.id,
        period_id=period.id,
        forecast=Forecast.MISSING,
        outcome=Outcome.MISSING,
        comment="",
        version=0,
    )


def judge(
    goal: Goal,
    period: FollowUpPeriod,
    *,
    forecast: Forecast,
    outcome: Outcome,
    trend: Trend | None,
    comment: str,
    version: int,
    save: Save,
) -> Judgement:
    """Set the judgement. `version` is 0 for who saw none; raises StaleEdit when one has come."""
    plan_state.must_be_open(goal.plan.state)
    versions.hold(goal)
    judgement = of(goal, period)
    if judgement.id is not None:
        versions.must_be(judgement, version)
    changed = differences.between(
        judgement,
        {
            "forecast": ("prognos", forecast),
            "outcome": ("utfall", outcome),
            "trend": ("trend", trend),
            "comment": ("kommentar", comment),
        },
    )
    if not changed and judgement.id is not None:
        return judgement
    differences.apply(judgement, changed)
    judgement.set_at, judgement.set_by = save.at, save.actor.name
    if judgement.id is None:
        goal.judgements.append(judgement)
    db.session.flush()
    sentence = f"{period.name}, målet ”{goals.name(goal)}”: {_told(judgement)}"
    goals.log(goal, sentence, changed, save=save)
    return judgement


def _told(judgement: Judgement) -> str:
    parts = [f"prognosen är ”{judgement.forecast.label}”"]
    if judgement.outcome is not Outcome.MISSING:
        parts.append(f"utfallet är ”{judgement.outcome.label}”")
    if judgement.trend is not None:
        parts.append(f"trenden är ”{judgement.trend.label}”")
    return ", ".join(parts)
