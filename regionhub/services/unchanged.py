"""Has anything in the region changed? Answered by one small query, before any page is built."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from regionhub.extensions import db
from regionhub.models import Account, Region, SignIn
from regionhub.services.sign_ins import hashed


@dataclass(frozen=True, slots=True)
class Seen:
    """For whom, and at which revision of the region."""

    account_id: int
    revision: int


def seen_by(secret: str, *, now: datetime) -> Seen | None:
    """The account behind a session's secret with the region's revision; None when it is dead."""
    row = db.session.execute(
        select(SignIn.account_id, Region.revision)
        .join(Account, Account.id == SignIn.account_id)
        .join(Region, Region.id > 0)
        .where(
            SignIn.token_hash == hashed(secret),
            SignIn.expires_at > now,
            SignIn.session_version == Account.session_version,
            Account.active,
        )
        .order_by(Region.id)
        .limit(1)
    ).first()
    return Seen(*row) if row is not None else None
