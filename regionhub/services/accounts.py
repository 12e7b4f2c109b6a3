"""Accounts: made, closed, given roles and new passwords."""

import re
from datetime import datetime

from sqlalchemy import select

from regionhub.domain.errors import Refused
from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.models import Account, Grant, Municipality, Person, Region
from regionhub.services import sign_ins

MIN_PASSWORD = 12
MAX_PASSWORD = 200
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def create(
    region: Region,
    *,
    email: str,
    name: str,
    password: str,
    now: datetime,
    role: Role | None = None,
    municipality: Municipality | None = None,
    person: Person | None = None,
    demo: bool = False,
) -> Account:
    """A new account, for a known person or for a new one with this name."""
    address = email.strip().lower()
    _check_address(address)
    check_password(password)
    if person is None:
        person = Person(region_id=region.id, name=name.strip(), email=address)
        person.municipality = municipality
        db.session.add(person)
        db.session.flush()
    account = Account(
        person_id=person.id,
        email=address,
        password_hash=sign_ins.hash_password(password),
        created_at=now,
        demo=demo,
    )
    if role is not None:
        account.grants.append(Grant(role=role, municipality_id=_place(role, municipality)))
    db.session.add(account)
    db.session.flush()
    return account


def check_password(password: str) -> None:
    """Refuse a password that is too short to be safe or too long to be meant."""
    if len(password) < MIN_PASSWORD:
        raise Refused(
            f"Välj ett lösenord med minst {MIN_PASSWORD} tecken, gärna flera ord.",
            field="password",
        )
    if len(password) > MAX_PASSWORD:
        raise Refused(f"Lösenordet får ha högst {MAX_PASSWORD} tecken.", field="password")


def _check_address(address: str) -> None:
    if not _ADDRESS.fullmatch(address):
        raise Refused("Skriv e-postadressen som namn@exempel.se.", field="email")
    if db.session.scalars(select(Account.id).where(Account.email == address)).first() is not None:
        raise Refused("Det finns redan ett konto med den e-postadressen.", field="email")


def _place(role: Role, municipality: Municipality | None) -> int | None:
    if role is not Role.CHIEF:
        return None
    if municipality is None:
        raise Refused("Ange vilken kommun kommunchefen hör till.", field="municipality")
    return municipality.id
