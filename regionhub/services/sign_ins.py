"""Signing in and out: passwords, and sessions on the server's side."""

import hashlib
import secrets
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, func, select, update

from regionhub.extensions import db
from regionhub.models import Account, SignIn
from regionhub.services import throttle

SESSION_HOURS = 12
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified when the address is unknown, so that the answer takes as long as for a known one.
_NOBODY = _HASHER.hash(secrets.token_urlsafe(16))


def hash_password(password: str) -> str:
    """The argon2id hash to store."""
    return _HASHER.hash(password)


def matches(account: Account | None, password: str) -> bool:
    """Whether this is the account's password. Takes as long when there is no account."""
    try:
        return _HASHER.verify(account.password_hash if account else _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False


def start(
    email: str, password: str, *, came_from: str, user_agent: str, now: datetime, demo: bool
) -> str | None:
    """Sign in; returns the session's secret for the cookie, or None when refused.

    Counts the try, which commits (see `throttle`). Raises Throttled after too many failures.
    """
    address = email.strip().lower()
    this = throttle.count(address, came_from=came_from, now=now)
    account = db.session.scalars(select(Account).where(Account.email == address)).first()
    if not matches(account, password) or account is None or not _may_enter(account, demo=demo):
        return None
    throttle.forgive(this)
    return _new_session(account, user_agent, now)


def living(account: Account, *, now: datetime) -> int:
    """In how many places the account is signed in."""
    held = select(func.count()).where(
        SignIn.account_id == account.id,
        SignIn.session_version == account.session_version,
        SignIn.expires_at > now,
    )
    return db.session.scalar(held) or 0


def end(secret: str) -> None:
    """Sign out: the row goes, and a replayed cookie opens nothing."""
    db.session.execute(delete(SignIn).where(SignIn.token_hash == hashed(secret)))


def end_others(account: Account, *, keep: str | None = None) -> None:
    """Sign the account out everywhere, but for the session with this secret."""
    account.session_version += 1
    kept = hashed(keep) if keep is not None else ""
    db.session.execute(
        delete(SignIn).where(SignIn.account_id == account.id, SignIn.token_hash != kept)
    )
    db.session.execute(
        update(SignIn)
        .where(SignIn.token_hash == kept)
        .values(session_version=account.session_version)
    )
    db.session.flush()


def clear_expired(*, now: datetime) -> int:
    """Remove sessions and tries whose time has passed; returns how many sessions."""
    throttle.forget_old(now=now)
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


def _may_enter(account: Account, *, demo: bool) -> bool:
    return account.active and (demo or not account.demo)
