"""What the office changes of the region: municipalities and overarching goals, each with its time.

Nothing is taken away: what leaves gets an end, since earlier years keep it. The region's version
stands for all of it.
"""

import re
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from regionhub.domain.errors import NotFound, Refused
from regionhub.extensions import db
from regionhub.importing.folding import fold
from regionhub.models import Municipality, MunicipalityPeriod, OverarchingGoal, Region
from regionhub.services import changes, differences, versions
from regionhub.services.changes import Save
from regionhub.services.differences import Difference

_CODE = re.compile(r"\d{4}")
_LONGEST_KEY = 40
FEWEST_DAYS, MOST_DAYS = 7, 400


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A municipality, and its latest stretch of time in the region."""

    name: str
    letters: str
    code: str
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class GoalWords:
    """An overarching goal and the years that it holds, the last open."""

    number: int
    text: str
    from_year: int
    to_year: int | None


def municipalities(region: Region) -> list[Municipality]:
    """All that belong, have belonged or will belong to the region."""
    return list(
        db.session.scalars(
            select(Municipality)
            .where(Municipality.region_id == region.id)
            .order_by(Municipality.position, Municipality.id)
        )
    )


def overarching_goals(region: Region) -> list[OverarchingGoal]:
    """All that hold, have held or will hold."""
    return list(
        db.session.scalars(
            select(OverarchingGoal)
            .where(OverarchingGoal.region_id == region.id)
            .order_by(OverarchingGoal.from_year.desc(), OverarchingGoal.number)
        )
    )


def municipality(region: Region, municipality_id: int) -> Municipality:
    """One of them."""
    place = db.session.get(Municipality, municipality_id)
    if place is None or place.region_id != region.id:
        raise NotFound("Kommunen finns inte i den här regionen.")
    return place


def overarching_goal(region: Region, goal_id: int) -> OverarchingGoal:
    """One of them."""
    goal = db.session.get(OverarchingGoal, goal_id)
    if goal is None or goal.region_id != region.id:
        raise NotFound("Målet finns inte i den här regionen.")
    return goal


def edit_region(region: Region, *, name: str, check_in_days: int, version: int, save: Save) -> None:
    """Change the region's name, and after how many days an activity counts as silent."""
    if not FEWEST_DAYS <= check_in_days <= MOST_DAYS:
        raise Refused(f"Välj mellan {FEWEST_DAYS} och {MOST_DAYS} dagar.", field="check_in_days")
    versions.must_be(region, version)
    changed = differences.between(
        region, {"name": ("namn", name), "check_in_days": ("dagar till tyst", check_in_days)}
    )
    differences.apply(region, changed)
    _log(region, region.name, changed, save)


def add_municipality(region: Region, words: PlaceWords, *, save: Save) -> None:
    """Let a municipality join the region."""
    _check(words)
    key = "-".join(re.findall(r"[a-z0-9]+", fold(words.name)))[:_LONGEST_KEY]
    known = municipalities(region)
    if not key or key in {place.key for place in known}:
        raise Refused("Kommunen finns redan. Ändra den i stället.", field="name")
    place = Municipality(region_id=region.id, key=key, position=len(known))
    place.name, place.letters, place.code = words.name, words.letters, words.code
    place.periods.append(MunicipalityPeriod(starts=words.starts, ends=words.ends))
    db.session.add(place)
    joined = Difference("starts", "medlem från och med", None, words.starts)
    _log(region, words.name, [joined], save)


def edit_municipality(
    region: Region, place: Municipality, words: PlaceWords, *, version: int, save: Save
) -> None:
    """Change a municipality, for example its last day in the region."""
    _check(words)
    period = place.periods[-1]
    if any(earlier.ends is None or earlier.ends >= words.starts for earlier in place.periods[:-1]):
        raise Refused("Kommunen var redan med då. Välj en senare första dag.", field="starts")
    versions.must_be(region, version)
    name = place.name
    about = {"name": ("namn", words.name), "letters": ("förkortning", words.letters)}
    about["code"] = ("kommunkod", words.code)
    when = {"starts": ("första dag", words.starts), "ends": ("sista dag", words.ends)}
    changed, moved = differences.between(place, about), differences.between(period, when)
    differences.apply(place, changed)
    differences.apply(period, moved)
    _log(region, name, [*changed, *moved], save)


def add_overarching_goal(region: Region, words: GoalWords, *, save: Save) -> None:
    """Set a new overarching goal."""
    _check_goal(region, words)
    goal = OverarchingGoal(region_id=region.id, number=words.number, text=words.text)
    goal.from_year, goal.to_year = words.from_year, words.to_year
    db.session.add(goal)
    _log(region, _title(words.number), [Difference("text", "text", "", words.text)], save)


def edit_overarching_goal(
    region: Region, goal: OverarchingGoal, words: GoalWords, *, version: int, save: Save
) -> None:
    """Change an overarching goal, for example its last year."""
    _check_goal(region, words, but=goal)
    versions.must_be(region, version)
    changed = differences.between(
        goal,
        {
            "number": ("nummer", words.number),
            "text": ("text", words.text),
            "from_year": ("första år", words.from_year),
            "to_year": ("sista år", words.to_year),
        },
    )
    title = _title(goal.number)
    differences.apply(goal, changed)
    _log(region, title, changed, save)


def _check(words: PlaceWords) -> None:
    if not _CODE.fullmatch(words.code):
        raise Refused("Skriv kommunkoden med fyra siffror, till exempel 2480.", field="code")
    if words.ends and words.ends < words.starts:
        raise Refused("Sista dagen kommer före den första. Ändra en av dem.", field="ends")


def _check_goal(region: Region, words: GoalWords, but: OverarchingGoal | None = None) -> None:
    last = words.to_year or words.from_year
    if last < words.from_year:
        raise Refused("Sista året kommer före det första. Ändra ett av dem.", field="to_year")
    for goal in overarching_goals(region):
        both = range(max(goal.from_year, words.from_year), _open(goal.to_year, words.to_year) + 1)
        if goal is not but and goal.number == words.number and both:
            raise Refused(
                f"Mål {words.number} finns redan under de åren. Välj ett annat nummer, eller ge "
                "det gamla målet ett sista år först.",
                field="number",
            )


def _open(*years: int | None) -> int:
    """The first of the last years, where None is never."""
    return min((year for year in years if year is not None), default=date.max.year)


def _title(number: int) -> str:
    return f"Övergripande mål {number}"


def _log(region: Region, what: str, changed: list[Difference], save: Save) -> None:
    if not changed:
        return
    region.version += 1
    db.session.flush()
    changes.record(
        save,
        f"{what}: {differences.told(changed)}",
        region_id=region.id,
        subject="region",
        subject_id=region.id,
        values=differences.values(changed),
    )
