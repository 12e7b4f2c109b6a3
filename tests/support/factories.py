"""Make rows for tests: each function makes one thing, with all that it needs, and flushes."""

import itertools
import secrets
import uuid
from datetime import date, timedelta
from typing import Any

from regionhub.blueprints import registry
from regionhub.domain.owners import OwnerKind
from regionhub.domain.permissions import Actor, GroupRole, Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.plantime.reader import read
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Cell,
    Goal,
    Grant,
    Group,
    Membership,
    Municipality,
    MunicipalityPeriod,
    OverarchingGoal,
    Owner,
    Person,
    Region,
    SignIn,
    WorkPlan,
)
from regionhub.services import regions, sessions
from regionhub.services.sign_ins import hashed
from tests.support.clock import NOW, TODAY, YEAR

_numbers = itertools.count(1)
MUNICIPALITIES = (
    ("bjurholm", "Bjurholm", "Bj", "2403"),
    ("nordmaling", "Nordmaling", "No", "2401"),
    ("robertsfors", "Robertsfors", "Ro", "2409"),
    ("umea", "Umeå", "Um", "2480"),
    ("vindeln", "Vindeln", "Vi", "2404"),
    ("vannas", "Vännäs", "Vä", "2460"),
)


def region() -> Region:
    """A region of six municipalities, three overarching goals and the registry's groups."""
    made = _kept(Region(key="provregionen", name="Provregionen"))
    for position, (key, name, letters, code) in enumerate(MUNICIPALITIES):
        place = Municipality(
            region_id=made.id, key=key, name=name, letters=letters, code=code, position=position
        )
        place.periods.append(MunicipalityPeriod(starts=date(2000, 1, 1)))
        db.session.add(place)
    for number, text in enumerate(("Utveckla regionen", "Effektivisera", "Förankra"), start=1):
        db.session.add(OverarchingGoal(region_id=made.id, number=number, text=text, from_year=2000))
    regions.declare_groups(made, registry.GROUPS)
    db.session.flush()
    return made


def municipality(key: str) -> Municipality:
    """One of the six, by key."""
    return db.session.query(Municipality).filter_by(key=key).one()


def group(key: str = "it") -> Group:
    """One of the registry's groups, by key."""
    return db.session.query(Group).filter_by(key=key).one()


def person(name: str = "", **values: Any) -> Person:
    """Someone without an account."""
    name = name or f"Person {next(_numbers)}"
    return _kept(Person(region_id=_region_id(), name=name, **values))


def account(
    name: str = "",
    *,
    role: Role | None = None,
    municipality: Municipality | None = None,
    of: Person | None = None,
) -> Account:
    """An account that nobody can sign in to by password; use `browse(account)`."""
    number = next(_numbers)
    made = Account(
        person_id=(of or person(name)).id,
        email=f"konto{number}@example.org",
        password_hash="-",
        created_at=NOW,
    )
    if role is not None:
        made.grants.append(
            Grant(role=role, municipality_id=municipality.id if municipality else None)
        )
    return _kept(made)


def signed_in(account: Account) -> str:
    """The secret of a session of the account, as its cookie would hold it. Commits."""
    secret = secrets.token_urlsafe(32)
    db.session.add(
        SignIn(
            account_id=account.id,
            token_hash=hashed(secret),
            session_version=account.session_version,
            started_at=NOW,
            expires_at=NOW + timedelta(days=3650),
        )
    )
    db.session.commit()
    return secret


def actor(account: Account) -> Actor:
    """Who the account is to the rules, with its seats of today. Commits."""
    session = sessions.find(signed_in(account), now=NOW, today=TODAY)
    assert session is not None
    return session.actor


def seat(
    who: Account | Person,
    group: Group,
    role: GroupRole = GroupRole.MEMBER,
    municipality: Municipality | None = None,
    **values: Any,
) -> Membership:
    """A place in a group."""
    holder = who.person if isinstance(who, Account) else who
    return _kept(
        Membership(
            group_id=group.id,
            person_id=holder.id,
            municipality_id=municipality.id if municipality else None,
            role=role,
            **values,
        )
    )


def convener(group: Group, municipality: Municipality | None = None) -> Account:
    """An account that convenes the group."""
    made = account()
    seat(made, group, GroupRole.CONVENER, municipality)
    return made


def member(group: Group, municipality: Municipality | None = None) -> Account:
    """An account that is member of the group, for the municipality."""
    made = account()
    seat(made, group, GroupRole.MEMBER, municipality)
    return made


def plan(group: Group, year: int = YEAR, **values: Any) -> WorkPlan:
    """An accepted plan, unless told otherwise."""
    usual = {
        "title": f"Verksamhetsplan {year}",
        "state": PlanState.ACCEPTED,
        "accepted_on": date(year, 2, 1),
        "accepted_by": "Kommunchefsgruppen",
        "created_at": NOW,
        "updated_at": NOW,
    }
    made = WorkPlan(year=year, **{**usual, **values})
    made.group = group
    return _kept(made)


def goal(plan: WorkPlan, text: str = "Minst fyra kommuner delar system", **values: Any) -> Goal:
    """A goal at the plan's end."""
    made = Goal(text=text, position=len(plan.goals), **values)
    plan.goals.append(made)
    return _kept(made)


def activity(
    plan: WorkPlan, title: str = "", *, when: str = "", owner: Person | None = None, **values: Any
) -> Activity:
    """An activity at the plan's end; `when` is read as a person's words."""
    made = Activity(
        uid=str(uuid.uuid4()),
        title=title or f"Aktivitet {next(_numbers)}",
        position=len(plan.activities),
        updated_at=NOW,
        **values,
    )
    made.when = read(when, year=plan.year)
    if owner is not None:
        made.owner_text = owner.name
        made.owners.append(Owner(kind=OwnerKind.PERSON, name=owner.name, person_id=owner.id))
    plan.activities.append(made)
    return _kept(made)


def cells(activity: Activity, *keys: str, **values: Any) -> list[Cell]:
    """A cell for each municipality (all six when none is named)."""
    wanted = keys or tuple(key for key, *_ in MUNICIPALITIES)
    for position, key in enumerate(wanted):
        cell = Cell(position=position, **values)
        cell.municipality = municipality(key)
        cell.when = read("", year=activity.plan.year)
        activity.cells.append(cell)
    db.session.flush()
    return activity.cells


def _kept(row: Any) -> Any:
    db.session.add(row)
    db.session.flush()
    return row


def _region_id() -> int:
    return db.session.query(Region.id).order_by(Region.id).limit(1).scalar()
