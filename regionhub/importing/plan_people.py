"""Gathers a plan's contacts and members from its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.columns import Columns, by_headings
from regionhub.importing.draft import Contact, Member, OtherPart
from regionhub.importing.folding import fold
from regionhub.importing.headings import Part
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Grid, Section, all_lines
from regionhub.importing.people import PeopleReader, Person, people_in_sentence
from regionhub.importing.prompts import is_prompt
from regionhub.importing.same_person import put_together, share_places

_HEADED_ROW = 2
_DEPUTY = re.compile(r"(?:ersättare|suppleant)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PlanPeople:
    """The people of a plan, and what is uncertain about them."""

    contacts: tuple[Contact, ...]
    members: tuple[Member, ...]
    other: tuple[OtherPart, ...]
    doubts: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        contacts = [contact.name for contact in self.contacts]
        return tuple(dict.fromkeys([*contacts, *(member.name for member in self.members)]))


def gather_people(sections: Sequence[Section], knowledge: Knowledge) -> PlanPeople:
    """Contacts and members; members also out of running text where no list has them."""
    doubts: list[str] = []
    other: list[OtherPart] = []
    contacts = _people(sections, Part.CONTACTS, knowledge, other)
    members = _people(sections, Part.MEMBERS, knowledge, other)
    share_places(contacts, members)
    apart = {fold(one.name) for one in contacts}.isdisjoint(fold(one.name) for one in members)
    if apart and _lists_members_beneath_contacts(sections, knowledge):
        doubts.append("Tabellen under kontaktpersonen har lästs som medlemmar. Stämmer det?")
    if not members:
        members = _in_running_text(sections, knowledge)
        doubts += ["Medlemmarna har lästs ur löpande text. Stämmer de?"] if members else []
    if not contacts:
        contacts = [person for person in members if _convenes(person)]
    if not contacts:
        doubts.append("Dokumentet nämner ingen kontaktperson.")
    return PlanPeople(
        tuple(person.as_contact() for person in contacts),
        tuple(person.as_member() for person in members),
        tuple(other),
        tuple(doubts),
    )


def _people(
    sections: Sequence[Section], part: Part, knowledge: Knowledge, other: list[OtherPart]
) -> list[Person]:
    people: list[Person] = []
    listed = _lists_members(sections)
    for section in sections:
        reader = PeopleReader(knowledge.vocabulary, knowledge.time)
        if section.part is part:
            reader.read([line.text for line in section.lines])
        for grid in section.grids:
            if _part_of_people(grid, section, knowledge, listed=listed) is part:
                reader.read(_rows_as_lines(grid))
        people += reader.people
        if reader.leftovers:
            other.append(OtherPart(section.heading, "\n".join(reader.leftovers)))
    return put_together(people)


def _part_of_people(
    grid: Grid, section: Section, knowledge: Knowledge, *, listed: bool
) -> Part | None:
    """Whom a table lists, if it lists people; headings tell better than where it stands.

    Beneath a contact who is named in a line it is the members, unless these are `listed` in a
    part of their own.
    """
    here = section.part if section.part in (Part.CONTACTS, Part.MEMBERS) else None
    columns = by_headings(grid.rows[0])
    if columns is None:
        plans = any(role_of(cell.text) is Role.ACTIVITY for cell in grid.rows[0])
        return None if plans else here
    if not columns.holds_people:
        return None
    several = len(grid.rows) > _HEADED_ROW
    if here is Part.CONTACTS and several and not listed and _names_somebody(section, knowledge):
        return Part.MEMBERS
    return here or Part.MEMBERS


def _lists_members(sections: Sequence[Section]) -> bool:
    return any(section.part is Part.MEMBERS for section in sections)


def _lists_members_beneath_contacts(sections: Sequence[Section], knowledge: Knowledge) -> bool:
    listed = _lists_members(sections)
    return any(
        _part_of_people(grid, section, knowledge, listed=listed) is Part.MEMBERS
        for section in sections
        if section.part is Part.CONTACTS
        for grid in section.grids
    )


def _names_somebody(section: Section, knowledge: Knowledge) -> bool:
    reader = PeopleReader(knowledge.vocabulary, knowledge.time)
    reader.read([line.text for line in section.lines])
    return bool(reader.people)


def _rows_as_lines(grid: Grid) -> list[str]:
    """Each row as one line with commas, the name first and who stands in last."""
    columns = by_headings(grid.rows[0])
    lines = []
    for row in grid.rows[1:] if columns else grid.rows:
        texts = [
            " ".join(line.text for line in all_lines(cell)) if cell.origin else "" for cell in row
        ]
        pieces = _names_first(texts, columns) if columns else texts
        lines.append(", ".join(piece for piece in pieces if piece))
    return [line for line in lines if not is_prompt(line)]


def _names_first(texts: Sequence[str], columns: Columns) -> list[str]:
    """The texts of a row, a name in two columns put together and those who stand in told so."""
    names, others, deputies = [], [], []
    for text, role, heading in zip(texts, columns.roles, columns.headings, strict=True):
        if role is not Role.NAME:
            others.append(text)
        elif _DEPUTY.match(heading):
            deputies.append(text and f"ersättare: {text}")
        else:
            names.append(text)
    return [" ".join(filter(None, names)), *others, *deputies]


def _in_running_text(sections: Sequence[Section], knowledge: Knowledge) -> list[Person]:
    for section in sections:
        if section.part in (Part.AREA, Part.PREFACE, Part.OTHER, Part.PURPOSE):
            for line in section.lines:
                people = people_in_sentence(line.text, knowledge.vocabulary, knowledge.time)
                if people:
                    return people
    return []


def _convenes(person: Person) -> bool:
    said = " ".join([*person.titles, *person.notes]).casefold()
    return "sammankallande" in said or "kontaktperson" in said
