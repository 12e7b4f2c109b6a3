"""A newer version of a document laid into a plan that has content: what differs, what is chosen."""

import hashlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date

from regionhub.domain.errors import Refused, StaleEdit
from regionhub.importing.draft import PlanDraft
from regionhub.importing.folding import fold
from regionhub.models import ImportReview, Person, Region, WorkPlan
from regionhub.services import regions, revisions
from regionhub.services.changes import Save
from regionhub.services.plan_import import (
    about_changes,
    content_changes,
    laying_in,
    people_changes,
    people_told,
)
from regionhub.services.plan_import.about_writing import AboutWriter
from regionhub.services.plan_import.content_writing import Writer
from regionhub.services.plan_import.difference import Difference, Part
from regionhub.services.plan_import.draft_rows import Frame
from regionhub.services.plan_import.laying_in import Told
from regionhub.services.plan_import.people_told import Register
from regionhub.services.plan_import.people_writing import PeopleWriter


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of a plan: what it says, who its people are, and the day it is read."""

    draft: PlanDraft
    people: Sequence[Told]
    today: date


def between(plan: WorkPlan, newer: Newer, region: Region) -> list[Difference]:
    """What the document has otherwise than the plan: about the group, then goals, activities and
    remarks. The number of queries is the same for any plan.
    """
    return _Comparison(plan, newer, region).differences()


def seen(found: Sequence[Difference]) -> str:
    """A mark of the differences, for a form to tell which ones the person saw."""
    told = [(one.name, one.kind, one.label, one.title, one.told, one.note) for one in found]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def apply(
    plan: WorkPlan,
    newer: Newer,
    review: ImportReview,
    *,
    chosen: Collection[str],
    mark: str,
    region: Region,
    reason: str,
    save: Save,
) -> None:
    """Lay the chosen differences into the plan, and keep the document among its sources.

    Status, history and all that is not chosen stay. Raises StaleEdit when the differences are no
    longer those that the person saw.
    """
    revisions.revise(plan, reason=reason, save=save)
    comparison = _Comparison(plan, newer, region)
    found = comparison.differences()
    if seen(found) != mark:
        raise StaleEdit("Planen har ändrats sedan du öppnade sidan.", current=plan)
    wanted = [one for one in found if one.name in chosen]
    if not wanted:
        raise Refused("Välj minst en ändring, eller släng inläsningen.")
    comparison.write(wanted, reason, save)
    laying_in.keep_source(
        plan, newer.draft, filename=review.filename, content=review.content, save=save
    )
    plan.updated_at = save.at
    revisions.log(plan, f"Läste in en ny version av planen från {review.filename}", save=save)


class _Comparison:
    """A plan, a newer version of its document, and what the region knows."""

    def __init__(self, plan: WorkPlan, newer: Newer, region: Region) -> None:
        self._plan = plan
        self._draft = newer.draft
        self._today = newer.today
        self._places = {place.key: place for place in regions.municipalities(region, plan.year)}
        goals = regions.overarching_goals(region, plan.year)
        self._in_force = {goal.number: goal for goal in goals}
        self._register = Register(region, self._places)
        for told, person in newer.people:
            self._register.settle(told, person)

    def differences(self) -> list[Difference]:
        plan, draft = self._plan, self._draft
        return [
            *about_changes.area(plan, draft),
            *about_changes.purposes(plan, draft, self._in_force),
            *people_changes.between(plan, draft, self._register, self._today),
            *content_changes.goals(plan, draft),
            *content_changes.activities(plan, draft, self._places),
            *about_changes.other(plan, draft),
        ]

    def write(self, wanted: Sequence[Difference], reason: str, save: Save) -> None:
        """People first: they may be who answers for an activity."""
        last_day = people_changes.last_day(self._plan, self._today)
        people = PeopleWriter(self._plan.group, self._register, last_day, save)
        _write_each(wanted, {Part.PERSON}, people.write)
        about = AboutWriter(self._plan, self._in_force, save)
        _write_each(wanted, {Part.AREA, Part.PURPOSE, Part.REMARK}, about.write)
        content = Writer(self._plan, self._frame(save), reason, save)
        _write_each(wanted, {Part.GOAL, Part.ACTIVITY}, content.write)

    def _frame(self, save: Save) -> Frame:
        return Frame(
            places=self._places,
            overarching_goals=self._in_force,
            people={**self._register.by_name(), **self._named()},
            at=save.at,
        )

    def _named(self) -> dict[str, Person]:
        """The document's people that the region knows, by folded name."""
        everybody = people_told.everybody(self._draft)
        known = ((told, self._register.find(told)) for _, told in everybody)
        return {fold(told.name): person for told, person in known if person is not None}


def _write_each(
    wanted: Sequence[Difference], parts: Collection[Part], write: Callable[[Difference], None]
) -> None:
    for one in wanted:
        if one.part in parts:
            write(one)
