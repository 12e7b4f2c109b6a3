"""Accounts: made, found, closed and opened, given roles."""

import re

from sqlalchemy import select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.models import Account, Grant, Municipality, Person, Region
from regionhub.models.swedish_order import swedish
from regionhub.services import changes, passwords, people, sign_ins, versions
from regionhub.services.changes import Save
from regionhub.services.paging import Page, page_of

LONGEST_ADDRESS = 200
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
# The roles that an account is given; the others follow from places in groups.
GIVEN = (Role.OFFICE, Role.CHIEF, Role.AUDITOR)


def create(
    region: Region,
    *,
    email: str,
    password: str,
    save: Save,
    name: str = "",
    person: Person | None = None,
    role: Role | None = None,
    municipality: Municipality | None = None,
) -> Account:
    """A new account, for a known person or for a new one with this name."""
    address = email.strip().lower()
    _check_address(address)
    passwords.check(password)
    place = _place(role, municipality)
    if person is None:
        words = people.PersonWords(name.strip(), address, "", "", municipality)
        person = people.create(region, words, save=save)
    elif person.id in by_person([person.id]):
        raise Refused(f"{person.name} har redan ett konto.")
    account = Account(
        person=person,
        email=address,
        password_hash=sign_ins.hash_password(password),
        created_at=save.at,
    )
    if role is not None:
        account.grants.append(Grant(role=role, municipality=place))
    db.session.add(account)
    _log(account, f"Skapade ett konto för {person.name}{_as(role)}", save)
    return account


def search(region: Region, words: str, *, number: int) -> Page[Account]:
    """The region's accounts by name, those that hold every word; with their roles."""
    query = (
        select(Account)
        .join(Account.person)
        .options(contains_eager(Account.person))
        .where(Person.region_id == region.id)
        .options(selectinload(Account.grants).joinedload(Grant.municipality))
        .order_by(swedish(Person.name), Account.id)
    )
    if words:
        query = query.where(Person.id.in_(people.ids_matching(region, words)))
    return page_of(query, number)


def of_region(region: Region, account_id: int) -> Account:
    """One of the region's accounts."""
    account = db.session.get(Account, account_id, options=[joinedload(Account.person)])
    if account is None or account.person.region_id != region.id:
        raise NotFound("Kontot finns inte i den här regionen.")
    return account


def by_person(people_ids: list[int]) -> dict[int, int]:
    """The accounts' ids by their people's."""
    rows = db.session.execute(
        select(Account.person_id, Account.id).where(Account.person_id.in_(people_ids))
    )
    return {row.person_id: row.id for row in rows}


def close(account: Account, *, save: Save) -> None:
    """Close an account: its sessions and calendars end at once. What it has done stays."""
    _not_own(account, save, "Du kan inte stänga ditt eget konto. Be en kollega på kansliet.")
    account.active = False
    sign_ins.end_others(account)
    _log(account, f"Stängde kontot för {account.person.name}", save)


def reopen(account: Account, *, save: Save) -> None:
    """Open a closed account again, with the password that it had."""
    account.active = True
    _log(account, f"Öppnade kontot för {account.person.name} igen", save)


def give_role(
    account: Account,
    *,
    role: Role | None,
    municipality: Municipality | None,
    version: int,
    save: Save,
) -> None:
    """Give the account this one role beyond its places in groups, or none."""
    if role is not Role.OFFICE:
        _not_own(account, save, "Du kan inte ta ifrån dig själv rollen som kansli. Be en kollega.")
    place = _place(role, municipality)
    versions.must_be(account, version)
    was = ", ".join(roles_in_words(account))
    account.grants = [Grant(role=role, municipality=place)] if role is not None else []
    # The roles are rows of their own; the account's version stands for them.
    account.version += 1
    db.session.flush()
    now = ", ".join(roles_in_words(account))
    if now != was:
        sentence = (
            f"Ändrade roll för {account.person.name} från {was or 'ingen'} till {now or 'ingen'}"
        )
        _log(account, sentence, save)


def roles_in_words(account: Account) -> list[str]:
    """ "Kommunchef i Umeå" and the like, for the roles that are given."""
    return [
        f"{grant.role.label} i {grant.municipality.name}"
        if grant.municipality
        else grant.role.label
        for grant in account.grants
    ]


def _check_address(address: str) -> None:
    if not _ADDRESS.fullmatch(address) or len(address) > LONGEST_ADDRESS:
        raise Refused("Skriv e-postadressen som namn@exempel.se.", field="email")
    if db.session.scalars(select(Account.id).where(Account.email == address)).first() is not None:
        raise Refused("Det finns redan ett konto med den e-postadressen.", field="email")


def _place(role: Role | None, municipality: Municipality | None) -> Municipality | None:
    if role is not Role.CHIEF:
        return None
    if municipality is None:
        raise Refused("Ange vilken kommun kommunchefen hör till.", field="municipality")
    return municipality


def _not_own(account: Account, save: Save, words: str) -> None:
    if account.id == save.actor.account_id:
        raise Refused(words)


def _as(role: Role | None) -> str:
    return f" som {role.label.lower()}" if role is not None else ""


def _log(account: Account, sentence: str, save: Save) -> None:
    db.session.flush()
    changes.record(
        save,
        sentence,
        region_id=account.person.region_id,
        subject="account",
        subject_id=account.id,
    )
