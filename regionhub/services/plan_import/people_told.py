"""People of an imported plan: matched to those known, or made anew, and given their places."""

from collections.abc import Iterator, Mapping
from datetime import date

from sqlalchemy import or_, select

from regionhub.domain.permissions import GroupRole
from regionhub.extensions import db
from regionhub.importing.draft import Contact, Member, PlanDraft
from regionhub.importing.folding import fold, words
from regionhub.models import Group, Membership, Municipality, Person, Region

_SHORT = 200


class Register:
    """The people that the region knows.

    Somebody is the same person by the same name in the same municipality, or by an address with
    at least one name in common (offices share addresses). Where two fit, neither is taken.
    """

    def __init__(self, region: Region, places: Mapping[str, Municipality]) -> None:
        self._region = region
        self._places = places
        self._people = list(db.session.scalars(select(Person).where(Person.region_id == region.id)))
        self._settled: dict[tuple[str, str | None], Person | None] = {}

    def settle(self, told: Contact | Member, person: Person | None) -> None:
        """Say who somebody told of is: this person, or None for somebody new."""
        self._settled[_key(told)] = person

    def find(self, told: Contact | Member) -> Person | None:
        """The known person, if somebody has said who it is or there surely is one."""
        if _key(told) in self._settled:
            return self._settled[_key(told)]
        place = self.place(told)
        alike = [
            person
            for person in self._people
            if fold(person.name) == fold(told.name)
            and person.municipality_id == (place.id if place else None)
        ]
        if not alike and told.email:
            alike = [
                person
                for person in self._people
                if person.email.lower() == told.email.lower()
                and set(words(person.name)) & set(words(told.name))
            ]
        return alike[0] if len(alike) == 1 else None

    def find_or_make(self, told: Contact | Member) -> Person:
        """The known person with what the document adds, or a new one."""
        person = self.find(told)
        if person is None:
            person = Person(
                region_id=self._region.id, name=told.name[:_SHORT], email="", phone="", title=""
            )
            person.municipality = self.place(told)
            db.session.add(person)
            self._people.append(person)
            self._settled[_key(told)] = person
        for field, said in added(told, person).items():
            setattr(person, field, said)
        db.session.flush()
        return person

    def by_name(self) -> dict[str, Person]:
        """People by folded name; where two share a name neither is there."""
        names = [fold(person.name) for person in self._people]
        return {
            name: person
            for name, person in zip(names, self._people, strict=True)
            if names.count(name) == 1
        }

    def place(self, told: Contact | Member) -> Municipality | None:
        """The municipality that the document gives somebody, if it is one of the year's."""
        return self._places.get(told.municipality or "")


def _key(told: Contact | Member) -> tuple[str, str | None]:
    return fold(told.name), told.municipality


def added(told: Contact | Member, person: Person) -> dict[str, str]:
    """What the document tells of a person that is not known yet; what is known stays."""
    return {
        field: getattr(told, field)[:_SHORT]
        for field in ("title", "phone", "email")
        if getattr(told, field) and not getattr(person, field)
    }


def everybody(draft: PlanDraft) -> Iterator[tuple[GroupRole, Contact | Member]]:
    """Everybody that a document tells of, contacts first, each in their role."""
    yield from ((GroupRole.CONTACT, contact) for contact in draft.contacts)
    yield from ((GroupRole.MEMBER, member) for member in draft.members)


def seat_all(draft: PlanDraft, group: Group, year: int, register: Register) -> dict[str, Person]:
    """Give contacts and members their places for the year; returns the draft's people by folded
    name.

    Who already has a place in the group during that time keeps it as it is.
    """
    people: dict[str, Person] = {}
    for role, told in everybody(draft):
        person = register.find_or_make(told)
        people[fold(told.name)] = person
        starts, ends = time_of(told, year)
        if not _has_place(group, person, starts, ends):
            municipality = register.place(told) or person.municipality
            db.session.add(
                Membership(
                    group_id=group.id,
                    person_id=person.id,
                    municipality_id=municipality.id if municipality else None,
                    role=role,
                    starts=starts,
                    ends=ends,
                    note=note_on(told, municipality),
                )
            )
            db.session.flush()
    return people


def time_of(told: Contact | Member, year: int) -> tuple[date, date]:
    """A plan speaks for its year, unless it says that the person has a part of that year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    period = told.period
    if period is None or (period.start is None and period.end is None):
        return first, last
    starts, ends = max(period.start or first, first), min(period.end or last, last)
    return (starts, ends) if starts <= ends else (first, last)


def note_on(told: Contact | Member, municipality: Municipality | None) -> str:
    """What else the document says: of the person, of a place or a time that was not understood."""
    said = [told.note] if isinstance(told, Member) and told.note else []
    if told.municipality and municipality is None:
        said.append(told.municipality)
    if told.period is not None:
        said.append(told.period.text)
    return ", ".join(said)[:_SHORT]


def _has_place(group: Group, person: Person, starts: date, ends: date) -> bool:
    query = select(Membership.id).where(
        Membership.group_id == group.id,
        Membership.person_id == person.id,
        or_(Membership.starts.is_(None), Membership.starts <= ends),
        or_(Membership.ends.is_(None), Membership.ends >= starts),
    )
    return db.session.scalars(query).first() is not None
