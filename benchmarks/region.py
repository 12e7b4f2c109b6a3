"""A region of many years: 12 groups × 10 years × 40 activities, six cells on a fifth of them."""

import random
import uuid
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from regionhub.blueprints import registry
from regionhub.domain.owners import OwnerKind
from regionhub.domain.permissions import GroupRole, Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.plantime.reader import read
from regionhub.domain.status import ACTIVITY_STATUSES, CELL_STATUSES
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Cell,
    Goal,
    Grant,
    Membership,
    Municipality,
    MunicipalityPeriod,
    Owner,
    Person,
    Region,
    WorkPlan,
)
from regionhub.services import regions

YEARS, ACTIVITIES, GOALS, CELLED_EVERY = 10, 40, 4, 5
NAMES = ("Bjurholm", "Nordmaling", "Robertsfors", "Umeå", "Vindeln", "Vännäs")
WORDS = ("31 december", "Vecka 44", "Senast 30 september", "mars", "Löpande", "vid behov")


def build(today: date, *, years: int = YEARS) -> None:
    """Fill an empty, migrated database and commit. Everything is drawn from a fixed seed."""
    chance = random.Random(2010)
    region = Region(key="matregionen", name="Mätregionen")
    db.session.add(region)
    db.session.flush()
    places = _municipalities(region)
    regions.declare_groups(region, registry.GROUPS)
    _person(region, places[3], "Chef", role=Role.CHIEF)
    for group in regions.groups(region):
        leader = _person(region, places[3], f"Ledare-{group.key}")
        seat = Membership(group_id=group.id, person_id=leader, municipality_id=places[3].id)
        seat.role = GroupRole.CONVENER
        db.session.add(seat)
        for ago in range(years):
            _plan(group.id, today.year - ago, places, leader, chance, today)
    db.session.commit()


def _municipalities(region: Region) -> list[Municipality]:
    for position, name in enumerate(NAMES):
        place = Municipality(
            region_id=region.id,
            key=name.lower().replace("å", "a").replace("ä", "a"),
            name=name,
            letters=name[:2],
            code=str(2400 + position),
            position=position,
        )
        place.periods.append(MunicipalityPeriod(starts=date(2000, 1, 1)))
        db.session.add(place)
    db.session.flush()
    return regions.municipalities(region, 2026)


def _person(region: Region, place: Municipality, name: str, role: Role | None = None) -> int:
    person = Person(region_id=region.id, name=name, municipality_id=place.id)
    db.session.add(person)
    db.session.flush()
    account = Account(
        person_id=person.id,
        email=f"{name.lower()}@example.org",
        password_hash="-",
        created_at=datetime.now(UTC),
    )
    if role is not None:
        account.grants.append(Grant(role=role, municipality_id=place.id))
    db.session.add(account)
    db.session.flush()
    return person.id


def _plan(
    group_id: int,
    year: int,
    places: list[Municipality],
    owner: int,
    chance: random.Random,
    today: date,
) -> None:
    moment = datetime(year, 6, 1, tzinfo=UTC)
    plan = WorkPlan(
        group_id=group_id,
        year=year,
        state=PlanState.ACCEPTED if year == today.year else PlanState.CLOSED,
        accepted_on=date(year, 2, 1),
        created_at=moment,
        updated_at=moment,
    )
    plan.goals = [Goal(position=n, text=f"Minst {n} kommuner delar system") for n in range(GOALS)]
    db.session.add(plan)
    db.session.flush()
    for position in range(ACTIVITIES):
        activity_id = _activity(plan, position, chance, today)
        db.session.execute(
            insert(Owner).values(
                activity_id=activity_id,
                person_id=owner,
                position=0,
                kind=OwnerKind.PERSON,
                name="Ledare",
            )
        )
        if position % CELLED_EVERY == 0:
            db.session.execute(insert(Cell), [_cell(activity_id, p, chance) for p in places])


def _activity(plan: WorkPlan, position: int, chance: random.Random, today: date) -> int:
    heard = datetime(plan.year, 1, 10, tzinfo=UTC) + timedelta(days=chance.randrange(300))
    activity = Activity(
        uid=str(uuid.UUID(int=chance.getrandbits(128))),
        plan_id=plan.id,
        position=position,
        title=f"Aktivitet {position} i planen för {plan.year}",
        owner_text="Ledare",
        status=chance.choice(ACTIVITY_STATUSES),
        last_comment="Arbetet går enligt plan.",
        last_heard_at=heard,
        updated_at=heard,
    )
    activity.when = read(chance.choice(WORDS), year=plan.year)
    db.session.add(activity)
    db.session.flush()
    return activity.id


def _cell(activity_id: int, place: Municipality, chance: random.Random) -> dict[str, Any]:
    return {
        "activity_id": activity_id,
        "municipality_id": place.id,
        "position": place.position,
        "status": chance.choice(CELL_STATUSES),
        "when_doubts": [],
    }
