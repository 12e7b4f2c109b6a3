"""Part 1: the group, its contacts and members by municipality, and the changes of the year."""

from regionhub.domain.permissions import LEADING
from regionhub.domain.swedish import long_date
from regionhub.models import Membership
from regionhub.outputs.report import Block, Bullets, Empty, Facts, Grid
from regionhub.services import memberships
from regionhub.services.year_end.sources import Sources


def blocks(sources: Sources) -> tuple[Block, ...]:
    """Who the group was."""
    if not sources.members:
        return (Empty("Inga medlemmar är upplagda för året."),)
    found: list[Block] = []
    leading = [m for m in sources.members if m.role in LEADING]
    if leading:
        found.append(Facts(tuple((m.role.label, _contact(m)) for m in leading)))
    found.append(
        Grid(
            "Medlemmar per kommun",
            ("Kommun", "Namn", "Roll", "Period"),
            tuple(_row(m, sources.plan.year) for m in sources.members),
        )
    )
    changed = _changes(sources)
    if changed:
        found.append(Bullets(changed))
    return tuple(found)


def _contact(member: Membership) -> str:
    person = member.person
    place = member.municipality.name if member.municipality else ""
    return ", ".join(part for part in (person.name, place, person.email) if part)


def _row(member: Membership, year: int) -> tuple[str, str, str, str]:
    place = member.municipality.name if member.municipality else "Regionen"
    return place, member.person.name, member.role.label, _period(member, year)


def _period(member: Membership, year: int) -> str:
    starts, ends = memberships.bounds_within(member, year)
    if starts and ends:
        return f"{long_date(starts)} – {long_date(ends)}"
    if starts:
        return f"Från {long_date(starts)}"
    return f"Till {long_date(ends)}" if ends else "Hela året"


def _changes(sources: Sources) -> tuple[str, ...]:
    said = []
    for member in sources.members:
        place = f" ({member.municipality.name})" if member.municipality else ""
        role = member.role.label.lower()
        starts, ends = memberships.bounds_within(member, sources.plan.year)
        if starts:
            said.append(f"{member.person.name}{place} blev {role} {long_date(starts)}.")
        if ends:
            said.append(f"{member.person.name}{place} slutade som {role} {long_date(ends)}.")
    return tuple(said)
