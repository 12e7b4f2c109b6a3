"""Rows of the demo whose ids fill the addresses of the pages."""

from typing import Any

from flask import Flask
from sqlalchemy import select

from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Cell,
    FollowUpPeriod,
    Goal,
    Group,
    Indicator,
    Membership,
    Municipality,
    OverarchingGoal,
    Person,
    WorkPlan,
)
from tests.support.clock import YEAR

GROUP = "it"
_PLAN = (
    select(WorkPlan.id)
    .join(Group)
    .where(Group.key == GROUP, WorkPlan.year == YEAR)
    .scalar_subquery()
)


def ids(app: Flask) -> dict[str, Any]:
    """For each argument of an address, a row of the IT group's plan or of the region."""
    with app.app_context():
        goal_id, indicator_id = _first(
            select(Goal.id, Indicator.id).join(Indicator).where(Goal.plan_id == _PLAN)
        )
        wanted = {
            "activity_id": select(Activity.id).join(Cell).where(Activity.plan_id == _PLAN),
            "period_id": select(FollowUpPeriod.id).where(FollowUpPeriod.year == YEAR),
            "account_id": select(Account.id).join(Person).order_by(Account.id.desc()),
            "person_id": select(Person.id).order_by(Person.id.desc()),
            "municipality_id": select(Municipality.id).order_by(Municipality.position),
            "overarching_goal_id": select(OverarchingGoal.id).order_by(OverarchingGoal.number),
            "place_id": select(Membership.id).join(Group).where(Group.key == GROUP),
        }
        return {
            "year": YEAR,
            "group_key": GROUP,
            "goal_id": goal_id,
            "indicator_id": indicator_id,
            **{name: _first(query)[0] for name, query in wanted.items()},
        }


def dropped_activity(app: Flask) -> int:
    """An activity of the IT group that has been dropped."""
    with app.app_context():
        dropped = Activity.status == Status.DROPPED
        number: int = _first(select(Activity.id).where(Activity.plan_id == _PLAN, dropped))[0]
        return number


def _first(query: Any) -> Any:
    row = db.session.execute(query.limit(1)).first()
    assert row is not None, query
    return row
