"""The demo's invented people: their places in groups, and the accounts that one can try."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from regionhub.demo.stories import GroupStory
from regionhub.domain.permissions import Actor, GroupRole, Role, Seat
from regionhub.extensions import db
from regionhub.models import Account, Grant, Group, Membership, Municipality, Person, Region
from regionhub.services import sign_ins

PASSWORD = "prova-regionhub"  # noqa: S105 - known to all, and refused outside the demo


@dataclass(slots=True)
class People:
    """Who is who. `leaders` are by group key, `members` by (group key, municipality key)."""

    region: Region
    places: Mapping[str, Municipality]
    now: datetime
    password_hash: str = field(default_factory=lambda: sign_ins.hash_password(PASSWORD))
    office: Actor = field(init=False)
    leaders: dict[str, Actor] = field(default_factory=dict)
    members: dict[tuple[str, str], Actor] = field(default_factory=dict)
    by_name: dict[str, Person] = field(default_factory=dict)

    def person(self, name: str, title: str, place: str | None, email: str = "") -> Person:
        """Somebody new."""
        made = Person(region_id=self.region.id, name=name, title=title, email=email)
        made.municipality = self.places[place] if place else None
        db.session.add(made)
        db.session.flush()
        self.by_name[name] = made
        return made

    def account(
        self, person: Person, *, role: Role | None = None, place: Municipality | None = None
    ) -> Actor:
        """A way in to the demo for a person, by the person's address."""
        account = Account(
            person_id=person.id,
            email=person.email,
            password_hash=self.password_hash,
            created_at=self.now,
            demo=True,
        )
        if role is not None:
            account.grants.append(Grant(role=role, municipality_id=place.id if place else None))
        db.session.add(account)
        db.session.flush()
        return Actor(
            account_id=account.id, person_id=person.id, name=person.name, email=person.email
        )

    def sit(
        self,
        group: Group,
        person: Person,
        role: GroupRole,
        *,
        starts: date | None = None,
        ends: date | None = None,
    ) -> None:
        """Give a person a place in a group."""
        db.session.add(
            Membership(
                group_id=group.id,
                person_id=person.id,
                municipality_id=person.municipality_id,
                role=role,
                starts=starts,
                ends=ends,
            )
        )


def officials(people: People, told: Mapping[str, Mapping[str, str]]) -> None:
    """The office, the auditor, and a chief executive for each municipality."""
    for key, address, role in (
        ("office", "kansli@example.org", Role.OFFICE),
        ("auditor", "revisor@example.org", Role.AUDITOR),
    ):
        person = people.person(told[key]["name"], told[key]["title"], None, address)
        actor = people.account(person, role=role)
        if role is Role.OFFICE:
            people.office = replace(actor, office=True)
    for key, name in told["chiefs"].items():
        person = people.person(name, "Kommunchef", key, f"kommunchef.{key}@example.org")
        people.account(person, role=Role.CHIEF, place=people.places[key])


def of_group(people: People, group: Group, story: GroupStory, year: int) -> None:
    """A convener, a member for each municipality, and those who have no account."""
    name, title, place = _split(story.people["convener"])
    convener = people.person(name, title, place, f"ledare.{group.key}@example.org")
    seat = Seat(group.id, GroupRole.CONVENER, convener.municipality_id)
    people.leaders[group.key] = replace(people.account(convener), seats=(seat,))
    changed = "former_convener" in story.people
    people.sit(
        group, convener, GroupRole.CONVENER, starts=date(year - 1, 7, 1) if changed else None
    )
    if changed:
        former = people.person(*_split(story.people["former_convener"]))
        people.sit(group, former, GroupRole.CONVENER, ends=date(year - 1, 6, 30))
    for key in people.places:
        name, title = story.people[key].split(", ")
        member = people.person(name, title, key, f"medlem.{group.key}.{key}@example.org")
        seat = Seat(group.id, GroupRole.MEMBER, member.municipality_id)
        people.members[group.key, key] = replace(people.account(member), seats=(seat,))
        people.sit(group, member, GroupRole.MEMBER)
    for other in story.people.get("others", ()):
        *who, role = _split(other)
        people.sit(group, people.person(*who), GroupRole(role))


def in_two_groups(people: People, groups: Mapping[str, Group], story: GroupStory) -> None:
    """Members who have a place in a second group: "webb vindeln deputy"."""
    for line in story.people.get("also", ()):
        group, place, role = line.split()
        member = people.members[story.key, place]
        person = people.by_name[member.name]
        people.sit(groups[group], person, GroupRole(role))


def _split(line: str) -> tuple[str, ...]:
    return tuple(line.split(", "))
