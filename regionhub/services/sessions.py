"""The session behind a cookie: who it belongs to, and at which revision the region stands.

Asked by every request of a signed-in person, so everything comes in one question.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select

from regionhub.extensions import db
from regionhub.models import Account, Person, Region, SignIn
from regionhub.questions import Question
from regionhub.services.sign_ins import hashed


@dataclass(frozen=True, slots=True)
class Session:
    """A living session of an open account."""

    account_id: int
    person_id: int
    name: str
    email: str
    region_name: str
    revision: int


_LIVING = Question(
    select(Account.id, Person.id, Person.name, Account.email, Region.name, Region.revision)
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


def find(secret: str, *, now: datetime) -> Session | None:
    """The session behind a cookie's secret; None when it, or its account, no longer holds."""
    row = _LIVING.first(db.engine, token_hash=hashed(secret), now=now)
    return Session(*row) if row is not None else None
