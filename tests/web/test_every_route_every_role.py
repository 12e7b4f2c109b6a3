"""Every route as every role: the permission table says who gets in, and nobody else does."""

import pytest
from sqlalchemy import func, select

from regionhub.domain.permissions import VISITOR, Action, can
from regionhub.extensions import Base, db
from regionhub.models import Group
from tests.support import factories
from tests.support import world as worlds
from tests.support.routes import ask, steps

ROLES = (
    "visitor",
    "signed_in",
    "member",
    "deputy",
    "other_member",
    "convener",
    "other_convener",
    "chief",
    "auditor",
    "office",
)
# Of what follows from asking and not from the region's work, denied requests may leave traces.
_TRACES = {"sign_in", "sign_in_attempt"}


@pytest.fixture
def world(app):
    return worlds.build()


@pytest.fixture
def may(app, world):
    """Whether the table lets a role take a step."""
    groups = {group.key: group.id for group in db.session.query(Group)}
    people = {
        role: factories.actor(account) if account else VISITOR
        for role, account in world.roles.items()
    }

    def asked(role, step):
        return can(people[role], step.action, group_id=groups.get(step.group))

    return asked


# The row in the address belongs to the office's own account.
OFFICES_OWN = {"calendar.ask_revoke"}


def counts():
    """How many rows every table has, and the region's revision."""
    db.session.rollback()
    tables = {
        table.name: db.session.scalar(select(func.count()).select_from(table))
        for table in Base.metadata.sorted_tables
        if table.name not in _TRACES
    }
    return tables, db.session.scalar(select(Base.metadata.tables["region"].c.revision))


@pytest.mark.parametrize("role", ROLES)
def test_who_may_not_is_turned_away_and_changes_nothing(role, app, world, may, browse):
    before = counts()
    browser = browse(world.roles[role])
    wrong = []
    for step in steps(app, world, "GET", "POST"):
        if may(role, step):
            continue
        answer = ask(browser, step)
        to_sign_in = answer.status == 302 and answer.location.startswith("/logga-in?next=")
        if not (to_sign_in if role == "visitor" else answer.status == 403):
            wrong.append(f"{step}: {answer}")
    assert not wrong
    assert counts() == before


@pytest.mark.parametrize("role", ROLES)
def test_who_may_read_is_let_in(role, app, world, may, browse):
    browser = browse(world.roles[role])
    wrong = [
        f"{step}: {answer}"
        for step in steps(app, world, "GET")
        if may(role, step)
        for answer in [ask(browser, step)]
        if answer.status not in _let_in(role, step)
    ]
    assert not wrong


def _let_in(role, step):
    """How who may read is answered. The office's own row is not there for anybody else."""
    return (404,) if step.endpoint in OFFICES_OWN and role != "office" else (200, 302)


@pytest.mark.parametrize("role", ROLES)
def test_who_may_write_is_not_turned_away(role, app, world, may, browse):
    """An empty form is refused in words, or does what it does; it is never forbidden."""
    wrong = [
        f"{step}: {answer}"
        for step in steps(app, world, "POST")
        if may(role, step)
        for answer in [ask(browse(world.roles[role]), step)]
        if answer.status not in (200, 302, 303, 404, 409, 422)
    ]
    assert not wrong


def test_a_form_without_its_token_changes_nothing(app, world, browse):
    before = counts()
    browser = browse(world.roles["office"])
    wrong = [
        f"{step}: {status}"
        for step in steps(app, world, "POST")
        for status in [browser.ask("POST", step.path).status_code]
        if status != 400
    ]
    assert not wrong
    assert counts() == before


def test_a_row_of_one_group_is_not_there_in_another(app, world, browse):
    browser = browse(world.roles["office"])
    own = steps(app, world, "GET", "POST")
    world.ids["turism"] = world.ids["it"]
    strange = steps(app, world, "GET", "POST")
    asked = [step for step, before in zip(strange, own, strict=True) if step.path != before.path]
    answers = {str(step): ask(browser, step).status for step in asked}
    assert answers
    assert set(answers.values()) == {404}, answers


# Said by hand, so that a fault in the table itself is seen too.
BY_HAND = [
    ("visitor", "GET", "/", 200),
    ("visitor", "GET", "/oversikt/2026/", 302),
    ("visitor", "GET", "/it/2026/", 302),
    ("visitor", "GET", f"/kalender/{worlds.FEED_SECRET}.ics", 200),
    ("visitor", "GET", "/administration/", 302),
    ("signed_in", "GET", "/it/2026/", 200),
    ("signed_in", "GET", "/it/2026/andra", 403),
    ("signed_in", "GET", "/administration/", 403),
    ("member", "GET", "/it/2026/andra", 403),
    ("member", "GET", "/it/2026/aktivitet/{activity_id}/lage", 200),
    ("other_member", "GET", "/it/2026/aktivitet/{activity_id}/lage", 403),
    ("convener", "GET", "/it/2026/andra", 200),
    ("convener", "GET", "/turism/2026/andra", 403),
    ("convener", "POST", "/it/2026/anta", 403),
    ("convener", "GET", "/administration/", 403),
    ("other_convener", "GET", "/it/2026/aktivitet/ny", 403),
    ("chief", "GET", "/oversikt/2026/", 200),
    ("chief", "GET", "/it/2026/aktivitet/{activity_id}/lage", 403),
    ("chief", "POST", "/it/2026/anta", 403),
    ("auditor", "GET", "/it/2025/verksamhetsberattelse", 200),
    ("auditor", "POST", "/it/2025/verksamhetsberattelse/skriv", 403),
    ("auditor", "GET", "/administration/", 403),
    ("office", "GET", "/administration/", 200),
    ("office", "GET", "/turism/2026/andra", 200),
]


def test_every_role_has_somebody(world):
    assert tuple(world.roles) == ROLES
    assert {role for role, *_ in BY_HAND} < set(ROLES)


def test_key_cases_said_by_hand(world, browse):
    wrong = []
    for role, method, path, status in BY_HAND:
        browser = browse(world.roles[role])
        data = {"csrf_token": browser.token()} if method == "POST" else None
        answer = browser.ask(method, path.format(**world.ids["it"]), data=data)
        if answer.status_code != status:
            wrong.append(f"{role} {method} {path}: {answer.status_code}, not {status}")
    assert not wrong


def test_the_table_has_every_action_that_a_route_declares(app, world):
    assert {step.action for step in steps(app, world, "GET", "POST")} <= set(Action)
