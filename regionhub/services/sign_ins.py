"""Signing in and out: passwords, and sessions on the server's side."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import bindparam, delete, func, select, update

from regionhub.extensions import db
from regionhub.models import Account, SignIn
from regionhub.questions import Question
from regionhub.services import throttle

SESSION_HOURS = 12
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_KNOWN = Question(
    select(
        Account.id, Account.password_hash, Account.active, Account.demo, Account.session_version
    ).where(Account.email == bindparam("email"))
)


@dataclass(frozen=True, slots=True)
class _Known:
    """An account as it is when somebody wants in."""

    account_id: int
    password_hash: str | None
    active: bool
    demo: bool
    session_version: int


def hash_password(password: str) -> str:
    """The argon2id hash to store."""
    return _HASHER.hash(password)


def matches(password_hash: str | None, password: str) -> bool:
    """Whether this is the password behind the hash. Takes as long when there is none."""
    nobody = _nobodys_hash()
    try:
        return _HASHER.verify(password_hash or nobody, password)
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
    # Outside the transaction: nobody else's save is to wait while a password is checked.
    row = _KNOWN.first(db.engine, email=address)
    known = _Known(*row) if row is not None else None
    right = matches(known.password_hash if known else None, password)
    if not right or known is None or not known.active or (known.demo and not demo):
        return None
    throttle.forgive(this)
    return _new_session(known.account_id, known.session_version, user_agent, now)


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


def _new_session(account_id: int, version: int, user_agent: str, now: datetime) -> str:
    secret = secrets.token_urlsafe(32)
    db.session.add(
        SignIn(
            account_id=account_id,
            token_hash=hashed(secret),
            session_version=version,
            user_agent=user_agent[:200],
            started_at=now,
            expires_at=now + timedelta(hours=SESSION_HOURS),
        )
    )
    db.session.flush()
    return secret


@cache
def _nobodys_hash() -> str:
    """What an unknown address is tried against. Made at the first sign-in, whoever tries."""
    return _HASHER.hash(secrets.token_urlsafe(16))
