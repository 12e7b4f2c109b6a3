from datetime import date

import pytest

from regionhub.domain.permissions import GroupRole
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Flag, Status
from regionhub.services import todo
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted

LATE, SOON, FAR = f"31 augusti {YEAR}", f"30 november {YEAR}", f"31 december {YEAR}"


@pytest.fixture
def plan(region):
    return factories.plan(factories.group("it"))


def todo_of(account, region):
    return todo.of(factories.actor(account), region, today=TODAY)


def titles(items):
    return [item.activity.title for item in items]


def heard(plan, title, when, **values):
    return factories.activity(plan, title, when=when, last_heard_at=NOW, **values)


def test_late_comes_first_then_silent_then_what_is_due_soon(region, plan):
    heard(plan, "snart", SOON)
    factories.activity(plan, "tyst", when="Löpande")
    heard(plan, "sen", LATE)
    heard(plan, "i tid", FAR)
    heard(plan, "klar", LATE, status=Status.DONE)
    found = todo_of(factories.convener(plan.group), region)
    assert titles(found.needs) == ["sen", "tyst", "snart"]
    assert titles(found.rest) == ["i tid", "klar"]
    assert [item.flags[0] for item in found.needs] == [Flag.OVERDUE, Flag.SILENT, Flag.DUE_SOON]
    assert found.count(Flag.OVERDUE) == 1


def test_a_member_answers_for_the_own_municipality(region, plan):
    activity = heard(plan, "bredband", LATE)
    umea, _ = factories.cells(activity, "umea", "vindeln")
    heard(plan, "gemensam", LATE)
    member = factories.member(plan.group, factories.municipality("umea"))
    [item] = todo_of(member, region).needs
    assert (item.own, item.flags) == ((umea,), (Flag.OVERDUE, Flag.SILENT))
    umea.status = Status.DONE
    assert titles(todo_of(member, region).rest) == ["bredband"]


def test_an_owner_sees_what_is_theirs_though_the_convener_sets_it(region, plan):
    owner = factories.account()
    heard(plan, "min", LATE, owner=owner.person)
    heard(plan, "någon annans", LATE)
    [item] = todo_of(owner, region).needs
    assert item.activity.title == "min"


def test_nothing_waits_in_a_dropped_activity(region, plan):
    activity = heard(plan, "avförd", LATE, status=Status.DROPPED)
    factories.cells(activity, "umea")
    member = factories.member(plan.group, factories.municipality("umea"))
    assert todo_of(member, region).needs == ()


@pytest.mark.parametrize(
    ("year", "state", "seen"),
    [
        (YEAR, PlanState.ACCEPTED, True),
        (YEAR, PlanState.DRAFT, False),
        (YEAR - 1, PlanState.ACCEPTED, True),
        (YEAR - 1, PlanState.CLOSED, False),
        (YEAR - 2, PlanState.ACCEPTED, False),
    ],
)
def test_only_accepted_plans_of_this_year_and_the_last_count(region, year, state, seen):
    plan = factories.plan(factories.group("it"), year, state=state)
    heard(plan, "något", "31 januari")
    assert bool(todo_of(factories.convener(plan.group), region).needs) is seen


def test_a_seat_that_has_ended_asks_for_nothing(region, plan):
    heard(plan, "sen", LATE)
    former = factories.account()
    factories.seat(former, plan.group, GroupRole.CONVENER, ends=date(YEAR, 6, 30))
    assert todo_of(former, region).needs == ()


def test_the_queries_do_not_grow_with_the_data(region, plan):
    convener = factories.convener(plan.group, factories.municipality("umea"))
    factories.cells(factories.activity(plan, when=LATE))
    with counted() as few:
        todo_of(convener, region)
    for year in range(YEAR - 9, YEAR):
        older = factories.plan(plan.group, year)
        for _ in range(5):
            factories.cells(factories.activity(older, when=LATE, owner=convener.person))
    with counted() as many:
        todo_of(convener, region)
    assert len(many) == len(few)


def test_the_office_knows_how_many_plans_wait(region):
    assert todo.waiting_plans(region) == 0
    factories.plan(factories.group("it"), state=PlanState.SUBMITTED)
    assert todo.waiting_plans(region) == 1
