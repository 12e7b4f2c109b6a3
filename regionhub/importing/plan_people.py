"""Gathers a plan's contacts and members from its sections."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.columns import Columns, by_headings
from regionhub.importing.draft import Contact, Member, OtherPart
from regionhub.importing.headings import Part
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Grid, Section, all_lines
from regionhub.importing.people import PeopleReader, Person, people_in_sentence
from regionhub.importing.prompts import is_prompt

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
    for section in sections:
        reader = PeopleReader(knowledge.vocabulary, knowledge.time)
        if section.part is part:
            reader.read([line.text for line in section.lines])
        for grid in section.grids:
            if _holds_people(grid, section, part):
                reader.read(_rows_as_lines(grid))
        people += reader.people
        if reader.leftovers:
            other.append(OtherPart(section.heading, "\n".join(reader.leftovers)))
    return people


def _holds_people(grid: Grid, section: Section, part: Part) -> bool:
    """Whether a table lists people of the part; headings tell better than where it stands."""
    columns = by_headings(grid.rows[0])
    if columns is None:
        plans = any(role_of(cell.text) is Role.ACTIVITY for cell in grid.rows[0])
        return section.part is part and not plans
    elsewhere = section.part not in (Part.CONTACTS, Part.MEMBERS) and part is Part.MEMBERS
    return columns.holds_people and (section.part is part or elsewhere)


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
