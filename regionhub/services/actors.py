"""Make an actor out of a session: everything that decides what the person may do today."""

from datetime import date
from functools import lru_cache

from sqlalchemy import and_, bindparam, or_, select

from regionhub.domain.permissions import Actor, GroupRole, Role, Seat
from regionhub.extensions import db
from regionhub.models import Account, Grant, Membership
from regionhub.questions import Question
from regionhub.services.sessions import Session

# Nobody has more than a few of either, so the two stand in one answer, each role beside each seat.
_ROLES_AND_SEATS = Question(
    select(
        Grant.role,
        Grant.municipality_id,
        Membership.group_id,
        Membership.role,
        Membership.municipality_id,
    )
    .select_from(Account)
    .outerjoin(Grant, Grant.account_id == Account.id)
    .outerjoin(
        Membership,
        and_(
            Membership.person_id == Account.person_id,
            or_(Membership.starts.is_(None), Membership.starts <= bindparam("today")),
            or_(Membership.ends.is_(None), Membership.ends >= bindparam("today")),
        ),
    )
    .where(Account.id == bindparam("account_id"))
    .order_by(Membership.id, Grant.id)
)


@lru_cache(maxsize=512)
def of(session: Session, *, today: date) -> Actor:
    """The actor behind a session, with its seats as they hold today.

    Asked for once at each revision of the region (one query): whatever gives or takes a role
    or a seat raises it.
    """
    rows = _ROLES_AND_SEATS.all(db.engine, account_id=session.account_id, today=today)
    grants = {(Role(row[0]), row[1]) for row in rows if row[0] is not None}
    seats = dict.fromkeys(
        Seat(row[2], GroupRole(row[3]), row[4]) for row in rows if row[2] is not None
    )
    return Actor(
        account_id=session.account_id,
        person_id=session.person_id,
        name=session.name,
        email=session.email,
        office=any(role is Role.OFFICE for role, _ in grants),
        auditor=any(role is Role.AUDITOR for role, _ in grants),
        chief_of=frozenset(
            place for role, place in grants if role is Role.CHIEF and place is not None
        ),
        seats=tuple(seats),
    )
