"""Make an actor out of an account: everything that decides what the person may do today."""

from datetime import date

from sqlalchemy import or_, select

from regionhub.domain.permissions import Actor, Role, Seat
from regionhub.extensions import db
from regionhub.models import Account, Grant, Membership


def of(account: Account, *, today: date) -> Actor:
    """The actor behind an account, with its seats as they hold today (two queries)."""
    grants = db.session.execute(
        select(Grant.role, Grant.municipality_id).where(Grant.account_id == account.id)
    ).all()
    return Actor(
        account_id=account.id,
        person_id=account.person_id,
        name=account.person.name,
        email=account.email,
        office=any(role is Role.OFFICE for role, _ in grants),
        auditor=any(role is Role.AUDITOR for role, _ in grants),
        chief_of=frozenset(
            place for role, place in grants if role is Role.CHIEF and place is not None
        ),
        seats=_seats(account.person_id, today),
    )


def _seats(person_id: int, today: date) -> tuple[Seat, ...]:
    rows = db.session.execute(
        select(Membership.group_id, Membership.role, Membership.municipality_id)
        .where(
            Membership.person_id == person_id,
            or_(Membership.starts.is_(None), Membership.starts <= today),
            or_(Membership.ends.is_(None), Membership.ends >= today),
        )
        .order_by(Membership.id)
    )
    return tuple(Seat(group_id, role, place) for group_id, role, place in rows)
