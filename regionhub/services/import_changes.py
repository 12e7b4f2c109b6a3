"""A newer version of a document laid into a plan that has content: what differs, what is chosen."""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regionhub.domain.errors import Refused, StaleEdit
from regionhub.domain.plan_state import OPEN_FOR_DRAFTING
from regionhub.domain.status import Status
from regionhub.importing.comparison import (
    ActivityFacts,
    Change,
    ChangeKind,
    RowFacts,
    compare,
    facts_of,
    facts_of_goal,
    new_rows,
)
from regionhub.importing.draft import ActivityDraft, GoalDraft, PlanDraft
from regionhub.models import Activity, Goal, ImportReview, Municipality, Region, WorkPlan
from regionhub.services import plan_import_rows, plan_imports, regions, revisions
from regionhub.services.changes import Save
from regionhub.services.import_writing import Writer
from regionhub.services.plan_import_people import Register
from regionhub.services.plan_import_rows import Frame

_NAMES = {
    "text": "Text",
    "section": "Avsnitt",
    "when": "Tid",
    "owner": "Ansvarig",
    "comment": "Beskrivning",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the document has otherwise than the plan.

    `name` is what it is chosen by. `told` are (what, in the plan, in the document) for a change.
    `old` and `new` are the plan's row and the document's draft, where there are such.
    """

    name: str
    kind: ChangeKind
    title: str
    told: tuple[tuple[str, str, str], ...] = ()
    old: Goal | Activity | None = None
    new: GoalDraft | ActivityDraft | None = None

    @property
    def proposed(self) -> bool:
        """Whether it is chosen until the person says otherwise: all but what would be lost."""
        return self.kind is not ChangeKind.REMOVED


def between(plan: WorkPlan, draft: PlanDraft, region: Region) -> list[Difference]:
    """What the document has otherwise than the plan, goals first.

    Goals of an accepted plan are not taken away, so none is told of as gone there.
    """
    places = _places(region, plan.year)
    found = list(_goals(plan, draft).differences())
    if plan.state not in OPEN_FOR_DRAFTING:
        found = [one for one in found if one.kind is not ChangeKind.REMOVED]
    return [*found, *_activities(plan, draft, places).differences()]


def seen(found: Sequence[Difference]) -> str:
    """A mark of the differences, for a form to tell which ones the person saw."""
    told = [(one.name, one.kind, one.title, one.told) for one in found]
    return hashlib.sha256(repr(told).encode()).hexdigest()[:32]


def apply(
    plan: WorkPlan,
    draft: PlanDraft,
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
    found = between(plan, draft, region)
    if seen(found) != mark:
        raise StaleEdit("Planen har ändrats sedan du öppnade sidan.", current=plan)
    wanted = [one for one in found if one.name in chosen]
    if not wanted:
        raise Refused("Välj minst en ändring, eller släng inläsningen.")
    writer = Writer(plan, _frame(region, plan, save), reason, save)
    for one in wanted:
        writer.write(one.old, one.new)
    plan_imports.keep_source(
        plan, draft, filename=review.filename, content=review.content, save=save
    )
    plan.updated_at = save.at
    revisions.log(plan, f"Läste in en ny version av planen från {review.filename}", save=save)


def _goals(plan: WorkPlan, draft: PlanDraft) -> "_Compared":
    drafts = [plan_import_rows.fitted_goal(goal) for goal in draft.goals]
    return _Compared(
        what="goal",
        rows=plan.goals,
        drafts=drafts,
        old=[ActivityFacts(goal.text, goal.heading) for goal in plan.goals],
        new=[facts_of_goal(goal) for goal in drafts],
    )


def _activities(
    plan: WorkPlan, draft: PlanDraft, places: Mapping[str, Municipality]
) -> "_Compared":
    drafts = plan_import_rows.laid_out(draft, places)
    return _Compared(
        what="activity",
        rows=plan.activities,
        drafts=drafts,
        old=[_facts(activity) for activity in plan.activities],
        new=[facts_of(activity) for activity in drafts],
        places=places,
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """Rows of the plan and drafts of the document, each with the words that are compared."""

    what: str
    rows: Sequence[Goal | Activity]
    drafts: Sequence[GoalDraft | ActivityDraft]
    old: Sequence[ActivityFacts]
    new: Sequence[ActivityFacts]
    places: Mapping[str, Municipality] = field(default_factory=dict)

    def differences(self) -> Iterator[Difference]:
        for change in compare(self.old, self.new):
            if change.new is None:
                yield from self._gone(self.rows[change.old or 0])
                continue
            yield Difference(
                name=f"{self.what}-{change.new}",
                kind=change.kind,
                title=self.new[change.new].text,
                told=tuple(self._told(change)),
                old=None if change.old is None else self.rows[change.old],
                new=self.drafts[change.new],
            )

    def _gone(self, row: Goal | Activity) -> Iterator[Difference]:
        if isinstance(row, Goal):
            yield Difference(f"goal-gone-{row.id}", ChangeKind.REMOVED, row.text, old=row)
        elif row.status is not Status.DROPPED:
            yield Difference(f"activity-gone-{row.id}", ChangeKind.REMOVED, row.title, old=row)

    def _told(self, change: Change) -> Iterator[tuple[str, str, str]]:
        """(What, in the plan, in the document) for each of the facts that differ."""
        if change.old is None or change.new is None:
            return
        older, newer = self.old[change.old], self.new[change.new]
        for fact in change.facts:
            if fact != "rows":
                yield _NAMES[fact], getattr(older, fact), getattr(newer, fact)
        known = {row.municipality: row for row in older.rows}
        for row in new_rows(older, newer):
            place = self.places[row.municipality or ""]
            yield place.name, _row_words(known.get(row.municipality)), _row_words(row)


def _row_words(row: RowFacts | None) -> str:
    return ", ".join(filter(None, (row.text, row.when, row.owner))) if row else ""


def _facts(activity: Activity) -> ActivityFacts:
    """A plan's activity as the words that are compared."""
    return ActivityFacts(
        text=activity.title,
        section=activity.section,
        when=activity.when_text,
        owner=activity.owner_text,
        comment=activity.description,
        rows=tuple(
            RowFacts(cell.text, cell.municipality.key, cell.when_text, cell.owner_text)
            for cell in activity.cells
        ),
    )


def _places(region: Region, year: int) -> dict[str, Municipality]:
    return {place.key: place for place in regions.municipalities(region, year)}


def _frame(region: Region, plan: WorkPlan, save: Save) -> Frame:
    places = _places(region, plan.year)
    return Frame(
        places=places,
        overarching_goals={},
        people=Register(region, places).by_name(),
        at=save.at,
    )
