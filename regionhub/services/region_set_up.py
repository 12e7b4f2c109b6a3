"""The region as its office tells it: laid once, and changed when the file says something new."""

from collections.abc import Iterable

from sqlalchemy import select

from regionhub.domain.errors import Refused
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.importing.region_file import ToldMunicipality, ToldRegion
from regionhub.models import Municipality, MunicipalityPeriod, OverarchingGoal, Region
from regionhub.services import changes, regions
from regionhub.services.changes import Save


def lay(told: ToldRegion, declared: Iterable[WorkGroup], *, save: Save) -> Region:
    """Lay the region, or bring the one that is there to what the file says.

    Nothing is taken away: a municipality that leaves gets an end to its period, since plans of
    earlier years keep it.
    """
    region = db.session.scalars(select(Region).order_by(Region.id).limit(1)).first()
    new = region is None
    if region is None:
        region = Region(key=told.key)
        db.session.add(region)
    elif region.key != told.key:
        raise Refused(f"Här finns redan regionen {region.key}. En installation har en region.")
    region.name = told.name
    region.check_in_days = told.check_in_days
    db.session.flush()
    _municipalities(region, told)
    _overarching_goals(region, told)
    regions.declare_groups(region, declared)
    changes.record(
        save,
        f"Lade upp {region.name}" if new else f"Ändrade uppgifterna om {region.name}",
        region_id=region.id,
        subject="region",
        subject_id=region.id,
    )
    return region


def _municipalities(region: Region, told: ToldRegion) -> None:
    query = select(Municipality).where(Municipality.region_id == region.id)
    known = {place.key: place for place in db.session.scalars(query)}
    _all_told("Kommunen", known, {place.key for place in told.municipalities})
    for position, place in enumerate(told.municipalities):
        row = known.get(place.key)
        if row is None:
            row = Municipality(region_id=region.id, key=place.key)
            db.session.add(row)
        _fill(row, place, position)
    db.session.flush()


def _fill(row: Municipality, told: ToldMunicipality, position: int) -> None:
    row.name, row.letters, row.code, row.position = told.name, told.letters, told.code, position
    row.periods = [
        MunicipalityPeriod(starts=period.starts, ends=period.ends) for period in told.periods
    ]


def _overarching_goals(region: Region, told: ToldRegion) -> None:
    query = select(OverarchingGoal).where(OverarchingGoal.region_id == region.id)
    known = {(goal.number, goal.from_year): goal for goal in db.session.scalars(query)}
    _all_told("Målet", known, {(goal.number, goal.from_year) for goal in told.overarching_goals})
    for goal in told.overarching_goals:
        row = known.get((goal.number, goal.from_year))
        if row is None:
            row = OverarchingGoal(region_id=region.id, number=goal.number, from_year=goal.from_year)
            db.session.add(row)
        row.text, row.to_year = goal.text, goal.to_year
    db.session.flush()


def _all_told(what: str, known: Iterable[object], told: set[object]) -> None:
    for key in known:
        if key not in told:
            raise Refused(
                f"{what} {key} finns i regionen men inte i filen. Det som har funnits tas inte "
                "bort; ge det ett slut i stället."
            )
