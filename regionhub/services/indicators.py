"""Indicators of a goal, and their measurements."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from regionhub.domain import plan_state
from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.indicators import Direction, Reckoning
from regionhub.domain.swedish import long_date
from regionhub.extensions import db
from regionhub.models import Goal, Indicator, Measurement
from regionhub.services import differences, goals, revisions, versions
from regionhub.services.changes import Save
from regionhub.services.differences import Difference


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person wants an indicator to be. `target` is always the level to reach."""

    name: str
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    direction: Direction = Direction.UP
    reckoning: Reckoning = Reckoning.LEVEL


def of_goal(goal: Goal, indicator_id: int) -> Indicator:
    """An indicator of this very goal."""
    found = next((one for one in goal.indicators if one.id == indicator_id), None)
    if found is None:
        raise NotFound("Indikatorn finns inte för det här målet.")
    return found


def create(goal: Goal, wanted: Wanted, *, reason: str = "", save: Save) -> Indicator:
    """A new indicator of the goal."""
    revisions.revise(goal.plan, reason=reason, save=save)
    indicator = Indicator(goal_id=goal.id, position=len(goal.indicators))
    differences.apply(indicator, _differences(indicator, wanted))
    goal.indicators.append(indicator)
    db.session.flush()
    goals.log(goal, f"Lade till indikatorn ”{wanted.name}”", save=save)
    return indicator


def edit(
    indicator: Indicator, wanted: Wanted, *, version: int, reason: str = "", save: Save
) -> None:
    """Write the indicator anew. Raises StaleEdit when somebody has since `version`."""
    versions.must_be(indicator, version, within=indicator.goal.plan)
    called = indicator.name
    changed = _differences(indicator, wanted)
    if not changed:
        return
    revisions.revise(indicator.goal.plan, reason=reason, save=save)
    differences.apply(indicator, changed)
    sentence = f"Indikatorn ”{called}”: {differences.told(changed)}"
    goals.log(indicator.goal, sentence, changed, save=save)


def measure(
    indicator: Indicator,
    *,
    measured_on: date,
    value: Decimal,
    comment: str = "",
    municipality_id: int | None = None,
    today: date,
    save: Save,
) -> Measurement:
    """Note a value. A second one for the same day and place corrects the first."""
    goal = indicator.goal
    plan_state.must_be_open(goal.plan.state)
    if measured_on > today:
        raise Refused("Mätningens dag kan inte ligga i framtiden.", field="measured_on")
    versions.hold(indicator)
    found = _measured(indicator, measured_on, municipality_id)
    was = found.value if found is not None else None
    if found is None:
        found = Measurement(measured_on=measured_on, municipality_id=municipality_id)
        indicator.measurements.append(found)
    found.value, found.comment = value, comment
    db.session.flush()
    verb = "Mätte" if was is None else "Rättade mätningen av"
    figure = f"{differences.in_words(value)}\N{NO-BREAK SPACE}{indicator.unit}".strip()
    sentence = f"{verb} ”{indicator.name}” {long_date(measured_on)}: {figure}"
    goals.log(goal, sentence, [Difference("value", "värdet", was, value)], save=save)
    return found


def _measured(indicator: Indicator, day: date, municipality_id: int | None) -> Measurement | None:
    return db.session.scalars(
        select(Measurement).where(
            Measurement.indicator_id == indicator.id,
            Measurement.measured_on == day,
            Measurement.municipality_id.is_not_distinct_from(municipality_id),
        )
    ).first()


def _differences(indicator: Indicator, wanted: Wanted) -> list[Difference]:
    return differences.between(
        indicator,
        {
            "name": ("namnet", wanted.name),
            "unit": ("enheten", wanted.unit),
            "baseline": ("utgångsvärdet", wanted.baseline),
            "target": ("målvärdet", wanted.target),
            "direction": ("riktningen", wanted.direction),
            "reckoning": ("räknesättet", wanted.reckoning),
        },
    )
