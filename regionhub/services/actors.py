"""Make an actor out of a session: everything that decides what the person may do today."""

from datetime import date
from functools import lru_cache

from sqlalchemy import bindparam, or_, select

from regionhub.domain.permissions import Actor, Role, Seat
from regionhub.extensions import db
from regionhub.models import Grant, Membership
from regionhub.services.sessions import Session

# Put together once: every request of a signed-in person asks both.
_GRANTS = select(Grant.role, Grant.municipality_id).where(
    Grant.account_id == bindparam("account_id")
)
_SEATS = (
    select(Membership.group_id, Membership.role, Membership.municipality_id)
    .where(
        Membership.person_id == bindparam("person_id"),
        or_(Membership.starts.is_(None), Membership.starts <= bindparam("today")),
        or_(Membership.ends.is_(None), Membership.ends >= bindparam("today")),
    )
    .order_by(Membership.id)
)


@lru_cache(maxsize=512)
def of(session: Session, *, today: date) -> Actor:
    """The actor behind a session, with its seats as they hold today.

    Asked for once at each revision of the region (two queries): whatever gives or takes a role
    or a seat raises it.
    """
    grants = db.session.execute(_GRANTS, {"account_id": session.account_id}).all()
    seats = db.session.execute(_SEATS, {"person_id": session.person_id, "today": today})
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
        seats=tuple(Seat(group_id, role, place) for group_id, role, place in seats),
    )
