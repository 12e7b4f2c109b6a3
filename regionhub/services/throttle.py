"""The throttle on passwords, counted in the database so that it holds across processes.

A try is counted before its password is looked at, and forgotten if it was right: any number of
tries at the same moment then see each other. Commits on its own, by its nature, since a refused
try must be remembered though its request keeps nothing. Call it before anything else is written.

`docs/decisions/0012-throttle.md` tells why the limits are these.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address, ip_network

from sqlalchemy import delete, func, insert, or_, select

from regionhub.database import writing
from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import SignInAttempt

MINUTES = 15
# One place guessing at one address; anybody at one address; one place guessing at any address.
ALLOWED = 5
ALLOWED_TO_ADDRESS = 50
ALLOWED_FROM_PLACE = 50
KEPT = timedelta(days=1)


class Throttled(Refused):
    """Too many failures: wait before the next try (429)."""


@dataclass(frozen=True, slots=True)
class Try:
    """A counted try: its rows, and what it counts as when somebody guesses at one address."""

    ids: tuple[int, ...]
    pair: str


def count(address: str, *, came_from: str, now: datetime) -> Try:
    """Count a try at an address; raises Throttled, and forgets it, when it is one too many."""
    place = _place(came_from)
    pair = _source("pair", address, place)
    limits = {
        pair: ALLOWED,
        _source("to", address): ALLOWED_TO_ADDRESS,
        _source("from", place): ALLOWED_FROM_PLACE,
    }
    with writing():
        rows = [{"source": source, "at": now} for source in limits]
        ids = db.session.scalars(insert(SignInAttempt).returning(SignInAttempt.id), rows).all()
        db.session.commit()
        made = Try(tuple(ids), pair)
        if _over(limits, now):
            db.session.execute(delete(SignInAttempt).where(SignInAttempt.id.in_(made.ids)))
            db.session.commit()
            raise Throttled(
                f"För många försök. Vänta {MINUTES} minuter och försök igen.", field="password"
            )
    return made


def forgive(right: Try) -> None:
    """The password was right: forget this try, and those from here at the same address."""
    db.session.execute(
        delete(SignInAttempt).where(
            or_(SignInAttempt.id.in_(right.ids), SignInAttempt.source == right.pair)
        )
    )


def forget_old(*, now: datetime) -> None:
    """Remove what no longer counts."""
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < now - KEPT))


def _over(limits: dict[str, int], now: datetime) -> bool:
    counts = db.session.execute(
        select(SignInAttempt.source, func.count())
        .where(
            SignInAttempt.source.in_(limits), SignInAttempt.at > now - timedelta(minutes=MINUTES)
        )
        .group_by(SignInAttempt.source)
    ).all()
    db.session.rollback()
    return any(tries > limits[source] for source, tries in counts)


def _place(came_from: str) -> str:
    """Where from: an IPv4 address, or the network of an IPv6 one, whose holder has all of it."""
    try:
        address = ip_address(came_from)
    except ValueError:
        return came_from
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return str(ip_network((address, 64), strict=False))
    return str(address)


def _source(*parts: str) -> str:
    # Hashed, so that the table tells nobody which addresses people have tried.
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()
