"""The session behind a cookie: who it belongs to, what they may do, in which group's pages, and
at which revision the region stands.

Asked by every request of a signed-in person, so everything comes in one question. Rights are
asked for each time: who has lost one has lost it at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, or_, select

from regionhub.domain.permissions import Actor, GroupRole, Role, Seat
from regionhub.extensions import db
from regionhub.models import Account, Grant, Group, Membership, Person, Region, SignIn
from regionhub.questions import Question, Row
from regionhub.services.sign_ins import hashed


@dataclass(frozen=True, slots=True)
class Session:
    """A living session of an open account."""

    actor: Actor
    region_name: str
    revision: int
    group_id: int | None


def _living(*wanted: Any) -> Select[*tuple[Any, ...]]:
    """What is wanted of who has the session with a secret, while it and the account hold."""
    return (
        select(*wanted)
        .select_from(SignIn)
        .join(Account, Account.id == SignIn.account_id)
        .join(Person, Person.id == Account.person_id)
        .join(Region, Region.id == Person.region_id)
        .where(
            SignIn.token_hash == bindparam("token_hash"),
            SignIn.expires_at > bindparam("now"),
            SignIn.session_version == Account.session_version,
            Account.active,
        )
    )


_STANDING = Question(_living(Account.id, Region.revision))
# Nobody has more than a few roles and seats, so each role stands beside each seat.
_WHOLE = Question(
    _living(
        Account.id,
        Person.id,
        Person.name,
        Account.email,
        Region.name,
        Region.revision,
        Grant.role,
        Grant.municipality_id,
        Membership.group_id,
        Membership.role,
        Membership.municipality_id,
        Group.id,
    )
    .outerjoin(Group, and_(Group.region_id == Region.id, Group.key == bindparam("group_key")))
    .outerjoin(Grant, Grant.account_id == Account.id)
    .outerjoin(
        Membership,
        and_(
            Membership.person_id == Person.id,
            or_(Membership.starts.is_(None), Membership.starts <= bindparam("today")),
            or_(Membership.ends.is_(None), Membership.ends >= bindparam("today")),
        ),
    )
    .order_by(Membership.id, Grant.id)
)


def find(
    secret: str, *, now: datetime, today: date, group_key: str | None = None
) -> Session | None:
    """The session behind a cookie's secret; None when it, or its account, no longer holds.

    With a group's key the session knows that group's id, where the region has the group.
    """
    rows = _WHOLE.all(
        db.engine, token_hash=hashed(secret), now=now, today=today, group_key=group_key
    )
    if not rows:
        return None
    account_id, person_id, name, email, region_name, revision, *_ = rows[0]
    grants = {(Role(row[6]), row[7]) for row in rows if row[6] is not None}
    actor = Actor(
        account_id=account_id,
        person_id=person_id,
        name=name,
        email=email,
        office=any(role is Role.OFFICE for role, _ in grants),
        auditor=any(role is Role.AUDITOR for role, _ in grants),
        chief_of=frozenset(
            place for role, place in grants if role is Role.CHIEF and place is not None
        ),
        seats=_seats(rows),
    )
    return Session(actor, region_name, revision, group_id=rows[0][-1])


def standing(secret: str, *, now: datetime) -> tuple[int, int] | None:
    """Whose session it is, by the account's id, and the region's revision; None as with `find`.

    It is all that is needed to tell that nothing is new, and half the work.
    """
    found = _STANDING.first(db.engine, token_hash=hashed(secret), now=now)
    return (found[0], found[1]) if found else None


def _seats(rows: Sequence[Row]) -> tuple[Seat, ...]:
    held = (Seat(row[8], GroupRole(row[9]), row[10]) for row in rows if row[8] is not None)
    return tuple(dict.fromkeys(held))
