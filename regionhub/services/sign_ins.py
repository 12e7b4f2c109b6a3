"""Signing in and out: passwords, sessions on the server's side, and the throttle."""

import hashlib
import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select

from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import Account, SignIn, SignInAttempt

SESSION_HOURS = 12
THROTTLE_MINUTES = 15
FAILURES_ALLOWED = 5
FAILURES_ALLOWED_FROM = 50
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified when the address is unknown, so that the answer takes as long as for a known one.
_NOBODY = _HASHER.hash(secrets.token_urlsafe(16))


class Throttled(Refused):
    """Too many failures: wait before the next try (429)."""


def hash_password(password: str) -> str:
    """The argon2id hash to store."""
    return _HASHER.hash(password)


def start(
    email: str, password: str, *, came_from: str, user_agent: str, now: datetime, demo: bool
) -> str | None:
    """Sign in; returns the session's secret for the cookie, or None when refused.

    Counts the failure either way, so the caller commits in both cases. Raises Throttled when
    the address, or the place it comes from, has failed too often.
    """
    address = email.strip().lower()
    sources = {_source("email", address): FAILURES_ALLOWED}
    sources[_source("from", came_from)] = FAILURES_ALLOWED_FROM
    _refuse_throttled(sources, now)
    account = db.session.scalars(select(Account).where(Account.email == address)).first()
    if not _matches(account, password) or account is None or not _may_enter(account, demo=demo):
        db.session.add_all(SignInAttempt(source=source, at=now) for source in sources)
        db.session.flush()
        return None
    db.session.execute(
        delete(SignInAttempt).where(SignInAttempt.source == _source("email", address))
    )
    return _new_session(account, user_agent, now)


def find(secret: str, *, now: datetime) -> SignIn | None:
    """The session behind a cookie's secret, while it and its account hold (one query)."""
    found = db.session.scalars(
        select(SignIn).where(SignIn.token_hash == hashed(secret), SignIn.expires_at > now)
    ).first()
    if found is None or not found.account.active:
        return None
    return found if found.session_version == found.account.session_version else None


def end(secret: str) -> None:
    """Sign out: the row goes, and a replayed cookie opens nothing."""
    db.session.execute(delete(SignIn).where(SignIn.token_hash == hashed(secret)))


def clear_expired(*, now: datetime) -> int:
    """Remove sessions and failures whose time has passed; returns how many sessions."""
    old = now - timedelta(days=1)
    db.session.execute(delete(SignInAttempt).where(SignInAttempt.at < old))
    gone = db.session.scalars(delete(SignIn).where(SignIn.expires_at <= now).returning(SignIn.id))
    return len(gone.all())


def hashed(secret: str) -> str:
    """How a secret is stored: its SHA-256. The secrets are random, so no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def _new_session(account: Account, user_agent: str, now: datetime) -> str:
    secret = secrets.token_urlsafe(32)
    db.session.add(
        SignIn(
            account_id=account.id,
            token_hash=hashed(secret),
            session_version=account.session_version,
            user_agent=user_agent[:200],
            started_at=now,
            expires_at=now + timedelta(hours=SESSION_HOURS),
        )
    )
    db.session.flush()
    return secret


def _matches(account: Account | None, password: str) -> bool:
    try:
        return _HASHER.verify(account.password_hash if account else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False


def _may_enter(account: Account, *, demo: bool) -> bool:
    return account.active and (demo or not account.demo)


def _refuse_throttled(sources: dict[str, int], now: datetime) -> None:
    since = now - timedelta(minutes=THROTTLE_MINUTES)
    counts = db.session.execute(
        select(SignInAttempt.source, func.count())
        .where(SignInAttempt.source.in_(sources), SignInAttempt.at > since)
        .group_by(SignInAttempt.source)
    ).all()
    if any(failures >= sources[source] for source, failures in counts):
        raise Throttled(
            f"För många försök. Vänta {THROTTLE_MINUTES} minuter och försök igen.",
            field="password",
        )


def _source(kind: str, value: str) -> str:
    return hashed(f"{kind}:{value}")
