"""Places in working groups: given, changed and ended. `memberships` reads them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import joinedload

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.permissions import LEADING, GroupRole
from regionhub.domain.swedish import long_date
from regionhub.extensions import db
from regionhub.models import Group, Membership, Municipality, Person, Region
from regionhub.models.swedish_order import swedish
from regionhub.services import changes, differences, regions, versions
from regionhub.services.changes import Save
from regionhub.services.differences import Difference


@dataclass(frozen=True, slots=True)
class SeatWords:
    """What a place is: in what role, for which municipality, from when until when."""

    role: GroupRole
    municipality: Municipality | None
    starts: date | None
    ends: date | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A group: how many hold a place in it, and the names of those who lead."""

    group: Group
    count: int
    leaders: tuple[str, ...]


def of_group(group: Group) -> list[Membership]:
    """Every place in the group, past ones and those to come too, by name and time (one query)."""
    return list(
        db.session.scalars(
            select(Membership)
            .join(Membership.person)
            .where(Membership.group_id == group.id)
            .options(
                joinedload(Membership.person, innerjoin=True).lazyload(Person.municipality),
                joinedload(Membership.municipality),
            )
            .order_by(swedish(Person.name), Membership.starts, Membership.id)
        )
    )


def summaries(region: Region, day: date) -> list[Summary]:
    """Every active group with its places on the day (two queries)."""
    active = regions.groups(region)
    held = db.session.scalars(
        select(Membership)
        .join(Membership.person)
        .where(
            Membership.group_id.in_([group.id for group in active]),
            or_(Membership.starts.is_(None), Membership.starts <= day),
            or_(Membership.ends.is_(None), Membership.ends >= day),
        )
        .options(joinedload(Membership.person, innerjoin=True).lazyload(Person.municipality))
        .order_by(swedish(Person.name), Membership.id)
    ).all()
    return [_summary(group, [p for p in held if p.group_id == group.id]) for group in active]


def one(group: Group, place_id: int) -> Membership:
    """One of the group's places."""
    place = db.session.get(Membership, place_id)
    if place is None or place.group_id != group.id:
        raise NotFound("Platsen finns inte i den här gruppen.")
    return place


def of_person(person_id: int) -> list[Membership]:
    """The places that a person has had, has or will have, the latest first."""
    return list(
        db.session.scalars(
            select(Membership)
            .where(Membership.person_id == person_id)
            .options(joinedload(Membership.group), joinedload(Membership.municipality))
            .order_by(Membership.starts.desc(), Membership.id.desc())
        )
    )


def held_by(people_ids: Iterable[int], day: date) -> dict[int, list[Membership]]:
    """The places that each of the people holds on the day (one query)."""
    held: dict[int, list[Membership]] = {}
    for place in db.session.scalars(
        select(Membership)
        .where(
            Membership.person_id.in_(people_ids),
            or_(Membership.starts.is_(None), Membership.starts <= day),
            or_(Membership.ends.is_(None), Membership.ends >= day),
        )
        .options(joinedload(Membership.group), joinedload(Membership.municipality))
        .order_by(Membership.id)
    ):
        held.setdefault(place.person_id, []).append(place)
    return held


def in_words(place: Membership) -> str:
    """ "Ledamot i IT för Umeå"."""
    there = f" för {place.municipality.name}" if place.municipality is not None else ""
    return f"{place.role.label} i {place.group.name}{there}"


def give(group: Group, person: Person, words: SeatWords, *, save: Save) -> Membership:
    """Give a person a place in the group."""
    _check(group, person, words)
    place = Membership(starts=words.starts, ends=words.ends, role=words.role, note=words.note)
    place.group, place.person, place.municipality = group, person, words.municipality
    db.session.add(place)
    db.session.flush()
    since = f" från {long_date(words.starts)}" if words.starts else ""
    _log(place, f"{person.name} blev {_lower(in_words(place))}{since}", save, [])
    return place


def change(place: Membership, words: SeatWords, *, version: int, save: Save) -> None:
    """Change a place, for example its last day; raises StaleEdit when somebody else just has."""
    _check(place.group, place.person, words, but=place)
    versions.must_be(place, version)
    changed = differences.between(
        place,
        {
            "role": ("roll", words.role),
            "starts": ("första dag", words.starts),
            "ends": ("sista dag", words.ends),
            "note": ("anteckning", words.note),
        },
    )
    differences.apply(place, changed)
    before, after = _named(place.municipality), _named(words.municipality)
    if before != after:
        changed.append(Difference("municipality", "kommun", before, after))
        place.municipality = words.municipality
    if changed:
        sentence = f"{place.person.name} i {place.group.name}: {differences.told(changed)}"
        _log(place, sentence, save, changed)


def end(place: Membership, *, last_day: date, save: Save) -> None:
    """Let the place end with this day."""
    words = SeatWords(place.role, place.municipality, place.starts, last_day, place.note)
    change(place, words, version=place.version, save=save)


def withdraw(place: Membership, *, day: date, save: Save) -> None:
    """Take back a place that has not begun on the day. One that has is ended, and stays."""
    if place.starts is None or place.starts <= day:
        raise Refused("Platsen har redan börjat. Avsluta den i stället.")
    versions.hold(place)
    _log(place, f"{place.person.name} blir inte {_lower(in_words(place))}", save, [])
    db.session.delete(place)
    db.session.flush()


def _summary(group: Group, held: list[Membership]) -> Summary:
    leaders = tuple(place.person.name for place in held if place.role in LEADING)
    return Summary(group, len(held), leaders)


def _check(group: Group, person: Person, words: SeatWords, but: Membership | None = None) -> None:
    if words.starts and words.ends and words.ends < words.starts:
        raise Refused("Sista dagen kommer före den första. Ändra en av dem.", field="ends")
    taken = [
        place
        for place in db.session.scalars(
            select(Membership).where(
                Membership.group_id == group.id, Membership.person_id == person.id
            )
        )
        if place is not but and _overlap(place, words)
    ]
    if taken:
        raise Refused(
            f"{person.name} har redan en plats i gruppen under den tiden. Ändra den i stället, "
            "eller välj andra dagar.",
            field="person" if but is None else "starts",
        )


def _overlap(place: Membership, words: SeatWords) -> bool:
    begins_late = place.starts and words.ends and place.starts > words.ends
    ended = place.ends and words.starts and place.ends < words.starts
    return not (begins_late or ended)


def _log(place: Membership, sentence: str, save: Save, changed: list[Difference]) -> None:
    db.session.flush()
    changes.record(
        save,
        sentence,
        region_id=place.group.region_id,
        subject="membership",
        subject_id=place.id,
        group_id=place.group_id,
        values=differences.values(changed),
    )


def _named(municipality: Municipality | None) -> str:
    return municipality.name if municipality is not None else ""


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
