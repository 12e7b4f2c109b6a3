"""Gathers a plan's contacts and members from its sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from regionhub.importing.column_roles import Role
from regionhub.importing.columns import by_headings
from regionhub.importing.draft import Contact, Member, OtherPart
from regionhub.importing.headings import Part
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Grid, Section, all_lines
from regionhub.importing.people import PeopleReader, Person, people_in_sentence
from regionhub.importing.prompts import is_prompt


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
        return section.part is part
    elsewhere = section.part not in (Part.CONTACTS, Part.MEMBERS) and part is Part.MEMBERS
    return columns.holds_people and (section.part is part or elsewhere)


def _rows_as_lines(grid: Grid) -> list[str]:
    """Each row as one line with commas, the name first."""
    columns = by_headings(grid.rows[0])
    name = columns.place(Role.NAME) if columns else None
    lines = []
    for row in grid.rows[1:] if columns else grid.rows:
        cells = [" ".join(line.text for line in all_lines(cell)) for cell in row if cell.origin]
        if name:
            cells.insert(0, cells.pop(name))
        lines.append(", ".join(cell for cell in cells if cell))
    return [line for line in lines if not is_prompt(line)]


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
