"""The rules in SQL say the same as the domain's functions, on random years and on every day."""

import random
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from regionhub.domain.progress import Tally, tally
from regionhub.domain.status import ACTIVITY_STATUSES, CELL_STATUSES, Flag, flags
from regionhub.domain.swedish import STOCKHOLM
from regionhub.extensions import db
from regionhub.models import Activity, Cell, WorkPlan
from regionhub.services import standing, standing_sql
from tests.support import factories

CHECK_IN = 60
DAYS = (date(2026, 3, 29), date(2026, 6, 30), date(2026, 11, 23), date(2027, 1, 1))
WORDS = ("31 december", "Vecka 44", "mars", "Löpande", "Senast 30 september", "vid behov", "")


@pytest.fixture
def year(region):
    chance = random.Random(20261123)
    plans = [
        factories.plan(factories.group("it")),
        factories.plan(factories.group("webb"), accepted_on=None),
    ]
    for _ in range(120):
        row = factories.activity(
            chance.choice(plans),
            when=chance.choice(WORDS),
            status=chance.choice(ACTIVITY_STATUSES),
            last_heard_at=_sometime(chance),
        )
        if chance.random() < 0.3:
            for cell in factories.cells(row, "umea", "vindeln"):
                cell.status = chance.choice(CELL_STATUSES)
                cell.last_heard_at = _sometime(chance)
    db.session.flush()
    return plans


def _sometime(chance):
    if chance.random() < 0.3:
        return None
    return datetime(2026, 1, 1, 0, 30, tzinfo=STOCKHOLM) + timedelta(hours=chance.randrange(8700))


@pytest.mark.parametrize("today", DAYS)
def test_counts_agree_with_the_rules(year, today):
    for plan in year:
        counted = db.session.execute(
            select(*standing_sql.tally_columns(today, CHECK_IN))
            .select_from(Activity)
            .join(WorkPlan)
            .where(WorkPlan.id == plan.id)
        ).one()
        by_rule = tally(
            (a.status, flags(standing.facts_of(a, plan, check_in_days=CHECK_IN), today))
            for a in plan.activities
        )
        assert Tally(*counted) == by_rule
        assert by_rule.total


@pytest.mark.parametrize("today", DAYS)
def test_cells_agree_with_the_rules(year, today):
    rows = db.session.execute(
        select(
            Cell.id,
            standing_sql.cell_overdue(today),
            standing_sql.cell_silent(today, CHECK_IN),
        )
        .join(Activity, Activity.id == Cell.activity_id)
        .join(WorkPlan, WorkPlan.id == Activity.plan_id)
    ).all()
    assert rows
    for number, late, quiet in rows:
        cell = db.session.get(Cell, number)
        facts = standing.facts_of_cell(
            cell, cell.activity, cell.activity.plan, check_in_days=CHECK_IN
        )
        found = flags(facts, today)
        assert (bool(late), bool(quiet)) == (Flag.OVERDUE in found, Flag.SILENT in found)
