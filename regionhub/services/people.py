"""People who take part in the work, with or without an account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.importing.folding import fold
from regionhub.models import Account, Grant, Group, Municipality, Person, Region
from regionhub.models.swedish_order import swedish
from regionhub.services import changes, differences, memberships, versions
from regionhub.services.changes import Save
from regionhub.services.differences import Difference
from regionhub.services.paging import Page, page_of

_PLACE = "municipality"


@dataclass(frozen=True, slots=True)
class PersonWords:
    """What is written about a person."""

    name: str
    email: str
    phone: str
    title: str
    municipality: Municipality | None


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody to turn to."""

    name: str
    email: str


def search(region: Region, words: str, *, number: int) -> Page[Person]:
    """The region's people by name, those whose name, title or address holds every word."""
    query = _all_of(region)
    if words:
        query = query.where(Person.id.in_(ids_matching(region, words)))
    return page_of(query, number)


def everybody(region: Region) -> list[Person]:
    """All the region's people by name, to choose among."""
    return list(db.session.scalars(_all_of(region)))


def ids_matching(region: Region, words: str) -> list[int]:
    """Whose name, title or address holds every word, whatever the case and accents.

    Compared here and not in SQL, where SQLite knows no case outside ASCII; people are hundreds.
    """
    wanted = fold(words).split()
    rows = db.session.execute(
        select(Person.id, Person.name, Person.title, Person.email, Account.email)
        .outerjoin(Account, Account.person_id == Person.id)
        .where(Person.region_id == region.id)
    )
    return [
        person_id
        for person_id, *about in rows
        for text in [fold(" ".join(filter(None, about)))]
        if all(word in text for word in wanted)
    ]


def of_region(region: Region, person_id: int) -> Person:
    """One of the region's people."""
    person = db.session.get(Person, person_id)
    if person is None or person.region_id != region.id:
        raise NotFound("Personen finns inte i den här regionen.")
    return person


def create(region: Region, words: PersonWords, *, save: Save) -> Person:
    """Somebody new to the region."""
    _check(words)
    person = Person(
        region_id=region.id,
        name=words.name,
        email=words.email,
        phone=words.phone,
        title=words.title,
        municipality=words.municipality,
    )
    db.session.add(person)
    db.session.flush()
    changes.record(
        save,
        f"Lade till personen {person.name}",
        region_id=region.id,
        subject="person",
        subject_id=person.id,
    )
    return person


def edit(person: Person, words: PersonWords, *, version: int, save: Save) -> None:
    """Change what is written about a person; raises StaleEdit when somebody else just has."""
    _check(words)
    versions.must_be(person, version)
    name = person.name
    changed = differences.between(
        person,
        {
            "name": ("namn", words.name),
            "email": ("e-postadress", words.email),
            "phone": ("telefon", words.phone),
            "title": ("titel", words.title),
        },
    )
    before, after = _named(person.municipality), _named(words.municipality)
    if before != after:
        changed.append(Difference(_PLACE, "kommun", before, after))
    person.municipality = words.municipality
    if not changed:
        return
    differences.apply(person, [d for d in changed if d.field != _PLACE])
    changes.record(
        save,
        f"{name}: {differences.told(changed)}",
        region_id=person.region_id,
        subject="person",
        subject_id=person.id,
        values=differences.values(changed),
    )


def who_can_help(region: Region, group: Group | None, *, today: date) -> list[Helper]:
    """Who to turn to: those who lead the group, then the office."""
    leading = memberships.leading(memberships.of_group(group, today)) if group else []
    office = db.session.scalars(
        select(Person)
        .join(Account, Account.person_id == Person.id)
        .join(Grant, Grant.account_id == Account.id)
        .where(Person.region_id == region.id, Account.active, Grant.role == Role.OFFICE)
        .order_by(swedish(Person.name), Person.id)
    )
    return [Helper(p.name, p.email) for p in _once([*(m.person for m in leading), *office])]


def _all_of(region: Region) -> Select[Any]:
    return (
        select(Person)
        .where(Person.region_id == region.id)
        .options(joinedload(Person.municipality))
        .order_by(swedish(Person.name), Person.id)
    )


def _once(people: Iterable[Person]) -> list[Person]:
    return list({person.id: person for person in people}.values())


def _check(words: PersonWords) -> None:
    if not words.name:
        raise Refused("Skriv personens namn.", field="name")


def _named(municipality: Municipality | None) -> str:
    return municipality.name if municipality is not None else ""
