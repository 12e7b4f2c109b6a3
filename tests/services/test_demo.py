"""The demo region: whole, true to the day it is made on, and free of real people."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import docx
import pytest
from sqlalchemy import func, select

from regionhub.blueprints import registry
from regionhub.demo import seed
from regionhub.demo.people import PASSWORD
from regionhub.domain.followup import Forecast, Outcome
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import ACTIVITY_STATUSES, CELL_STATUSES, SETTLED, Flag, Status
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Cell,
    Change,
    Judgement,
    Measurement,
    Membership,
    Owner,
    Person,
    Report,
    WorkPlan,
)
from regionhub.services import regions, sign_ins, standing
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.factories import MUNICIPALITIES
from tests.support.real_plans import real_plans

ONLY_SQLITE = pytest.mark.parametrize("_app", ["sqlite"], indirect=True)


def fill(today: date = TODAY) -> None:
    seed.fill(today=today, now=datetime(today.year, today.month, today.day, 9, tzinfo=UTC))


def activities(year: int) -> list[Activity]:
    return list(
        db.session.scalars(
            select(Activity).join(Activity.plan).where(WorkPlan.year == year).order_by(Activity.id)
        )
    )


def flags(today: date) -> Counter[Flag]:
    return Counter(
        flag
        for activity in activities(today.year)
        for flag in standing.of(activity, activity.plan, today=today, check_in_days=60).flags
    )


def test_the_region_is_whole(app):
    assert seed.needed()
    fill()
    assert not seed.needed()
    assert {a.status for a in activities(YEAR)} == set(ACTIVITY_STATUSES)
    assert set(db.session.scalars(select(Cell.status))) == set(CELL_STATUSES)
    assert set(flags(TODAY)) == set(Flag)
    judgements = db.session.scalars(select(Judgement)).all()
    assert {judgement.forecast for judgement in judgements} == set(Forecast)
    assert {judgement.outcome for judgement in judgements} == set(Outcome)
    assert {state for _, state in plan_states()} == {
        PlanState.DRAFT,
        PlanState.RETURNED,
        PlanState.ACCEPTED,
        PlanState.CLOSED,
    }
    assert db.session.scalar(select(func.count(Measurement.municipality_id))) > 10
    people_and_accounts_are_there()
    last_year_is_settled()
    reports_of_last_year_stand_in_every_state()
    the_log_agrees_with_what_stands()
    with pytest.raises(ValueError, match="already"):
        fill()


def people_and_accounts_are_there():
    emails = set(db.session.scalars(select(Account.email).where(Account.demo)))
    places = [key for key, *_ in MUNICIPALITIES]
    wanted = {"kansli@example.org", "revisor@example.org"}
    wanted |= {f"kommunchef.{place}@example.org" for place in places}
    for group in registry.GROUPS:
        wanted.add(f"ledare.{group.key}@example.org")
        wanted |= {f"medlem.{group.key}.{place}@example.org" for place in places}
    assert emails == wanted
    secret = sign_ins.start(
        "ledare.it@example.org", PASSWORD, came_from="-", user_agent="-", now=NOW, demo=True
    )
    assert secret is not None
    seats = set(db.session.execute(select(Membership.person_id, Membership.group_id)))
    groups_of = Counter(person for person, _ in seats)
    assert max(groups_of.values()) == 2
    assert db.session.scalar(select(func.count(Person.id))) > len(emails)
    owned = db.session.scalars(select(Owner).where(Owner.person_id.is_not(None))).all()
    assert len(owned) > 100


def last_year_is_settled():
    assert {state for year, state in plan_states() if year == YEAR - 1} == {PlanState.CLOSED}
    for activity in activities(YEAR - 1):
        assert activity.status in SETTLED, activity.title
        assert {cell.status for cell in activity.cells} <= SETTLED, activity.title
        assert activity.status is not Status.DROPPED or activity.dropped_reason
    with_outcome = set(
        db.session.scalars(select(Judgement.goal_id).where(Judgement.period.has(key="slut")))
    )
    goals = {g.id for p in plans_of(YEAR - 1) for g in p.goals}
    assert goals == with_outcome


def reports_of_last_year_stand_in_every_state():
    found = db.session.scalars(select(Report)).all()
    assert {report.state for report in found} == set(ReportState)
    for report in found:
        assert report.plan.year == YEAR - 1
        assert report.texts
        if report.state is ReportState.APPROVED:
            assert report.frozen["year"] == YEAR - 1
            assert report.frozen_pdf.startswith(b"%PDF")


def the_log_agrees_with_what_stands():
    moments = db.session.scalars(select(Change.at).order_by(Change.id)).all()
    assert list(moments) == sorted(moments)
    assert max(moments) <= NOW
    for activity in activities(YEAR):
        lines = db.session.scalars(
            select(Change).where(Change.activity_id == activity.id).order_by(Change.id)
        ).all()
        told = [line.values["status"][1] for line in lines if "status" in line.values]
        if not activity.cells:
            assert (told or ["not_started"])[-1] == activity.status, activity.title
        assert activity.last_heard_at == max((line.at for line in lines), default=None)


def plan_states() -> list[tuple[int, PlanState]]:
    return [
        (year, state) for year, state in db.session.execute(select(WorkPlan.year, WorkPlan.state))
    ]


def plans_of(year: int) -> Iterator[WorkPlan]:
    return iter(db.session.scalars(select(WorkPlan).where(WorkPlan.year == year)))


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2027, 2, 1), {Flag.OVERDUE, Flag.DUE_SOON, Flag.SILENT}),
        (date(2026, 6, 30), {Flag.OVERDUE, Flag.DUE_SOON, Flag.SILENT}),
        (date(2024, 12, 31), {Flag.OVERDUE, Flag.DUE_SOON, Flag.SILENT}),
        (date(2026, 1, 2), set()),
    ],
)
def test_any_day_gives_a_region_that_has_come_that_far(app, today, wanted):
    fill(today)
    assert set(flags(today)) >= wanted
    assert {p.state for p in plans_of(today.year - 1)} == {PlanState.CLOSED}
    assert {a.status for a in activities(today.year - 1)} <= SETTLED
    accepted = [p for p in plans_of(today.year) if p.state is PlanState.ACCEPTED]
    assert len(accepted) == len(registry.GROUPS) - 1
    latest = db.session.scalar(select(func.max(Change.at)))
    assert latest <= datetime(today.year, today.month, today.day, 9, tzinfo=UTC)


@ONLY_SQLITE
def test_the_same_day_gives_the_same_region(app):
    def picture() -> list[tuple[object, ...]]:
        rows = db.session.execute(
            select(Change.at, Change.sentence, Change.batch, Activity.uid, Activity.last_comment)
            .outerjoin(Activity, Activity.id == Change.activity_id)
            .order_by(Change.id)
        )
        return [tuple(row) for row in rows]

    fill()
    first = picture()
    db.session.rollback()
    fill()
    assert picture() == first


@ONLY_SQLITE
def test_the_welcome_names_accounts_that_exist(app):
    fill()
    shown = seed.welcome("http://127.0.0.1:8000")
    assert "http://127.0.0.1:8000" in shown
    assert PASSWORD in shown
    known = set(db.session.scalars(select(Account.email)))
    assert set(re.findall(r"[\w.]+@example\.org", shown)) <= known


@ONLY_SQLITE
def test_nobody_in_the_demo_is_real(app):
    real = " ".join(text for file in real_plans() for text in _texts(file)).casefold()
    fill()
    places = regions.municipalities(regions.the_region(), YEAR)
    assert len(places) == 6
    for person in db.session.scalars(select(Person)):
        assert person.name.casefold() not in real, person.name
        assert person.email.endswith("@example.org") or not person.email


def _texts(file: Path) -> Iterator[str]:
    document = docx.Document(str(file))
    yield from (paragraph.text for paragraph in document.paragraphs)
    for table in document.tables:
        yield from (cell.text for row in table.rows for cell in row.cells)
