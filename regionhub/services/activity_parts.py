"""What belongs to an activity: its owners, the goals that it serves, its municipalities' cells.

Each function tells in a sentence what it changed, or gives "" when nothing did.
"""

from collections.abc import Collection, Sequence

from regionhub.domain.errors import Refused
from regionhub.domain.plantime.reader import read
from regionhub.domain.status import Status
from regionhub.domain.swedish import listed
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.importing.folding import fold
from regionhub.importing.owners import split_owners
from regionhub.models import Activity, Cell, Goal, Municipality, Region, WorkPlan
from regionhub.services import memberships, owner_matching, region_words, updates


def set_owners(activity: Activity, plan: WorkPlan, region: Region, declared: WorkGroup) -> None:
    """Read the owners out of the words; persons are matched among the group's members by name."""
    day = memberships.day_within(plan.year, activity.updated_at.date())
    people = {fold(p.person.name): p.person for p in memberships.of_group(plan.group, day)}
    drafts = split_owners(
        activity.owner_text,
        region_words.of_region(region, plan.year, [declared]),
        group=declared.key,
        known_names=[person.name for person in people.values()],
    )
    activity.owners.clear()
    db.session.flush()
    owner_matching.give(activity, drafts, people)


def set_goals(activity: Activity, goals: Sequence[Goal]) -> str:
    """Tie the activity to exactly these goals."""
    if list(activity.goals) == list(goals):
        return ""
    activity.goals = list(goals)
    if not goals:
        return "Skilde aktiviteten från planens mål"
    return f"Knöt aktiviteten till {listed([_quoted(g.heading or g.text) for g in goals])}"


def divide(activity: Activity, places: Collection[Municipality], *, year: int) -> str:
    """Divide the activity between exactly these municipalities.

    A part that somebody has already spoken of cannot be taken away.
    """
    present = {cell.municipality_id: cell for cell in activity.cells}
    wanted = {place.id: place for place in places}
    gone = [cell for place_id, cell in present.items() if place_id not in wanted]
    new = [place for place_id, place in wanted.items() if place_id not in present]
    _must_be_unspoken(gone)
    first_time = not present
    for cell in gone:
        activity.cells.remove(cell)
    for place in new:
        activity.cells.append(_cell(activity, place, year, first_time))
    updates.roll_up(activity)
    return ". ".join(
        [
            *([f"Lade till {listed([place.name for place in new])}"] if new else []),
            *([f"Tog bort {listed([cell.municipality.name for cell in gone])}"] if gone else []),
        ]
    )


def _cell(activity: Activity, place: Municipality, year: int, first_time: bool) -> Cell:
    """A new part; when the activity is first divided, every part begins where the whole stands."""
    whole = activity.status
    begins = whole if first_time and whole is not Status.DROPPED else Status.NOT_STARTED
    cell = Cell(position=place.position, status=begins)
    cell.municipality = place
    cell.when = read("", year=year)
    return cell


def _must_be_unspoken(cells: Collection[Cell]) -> None:
    spoken = [cell.municipality.name for cell in cells if cell.last_heard_at is not None]
    if spoken:
        raise Refused(
            f"{listed(spoken)} har redan lämnat sitt läge och kan inte tas bort. "
            "Välj läget ”Deltar inte” för kommunen i stället.",
            field="municipality_ids",
        )


def _quoted(text: str) -> str:
    return f"”{text if len(text) <= 60 else text[:59] + '…'}”"  # noqa: PLR2004 - a short quote
