"""Goals and activities of a plan, beside those of a newer version of its document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

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
from regionhub.models import Activity, Goal, Municipality, WorkPlan
from regionhub.services.plan_import import draft_rows
from regionhub.services.plan_import.difference import Difference, Part

_LABELS = {Part.GOAL: "Mål", Part.ACTIVITY: "Aktivitet"}
_NAMES = {
    "text": "Text",
    "section": "Avsnitt",
    "when": "Tid",
    "owner": "Ansvarig",
    "comment": "Beskrivning",
}


def goals(plan: WorkPlan, draft: PlanDraft) -> Iterator[Difference]:
    """The goals. Those of an accepted plan are not taken away, so none is told of as gone there."""
    drafts = [draft_rows.fitted_goal(goal) for goal in draft.goals]
    found = _Compared(
        part=Part.GOAL,
        rows=plan.goals,
        drafts=drafts,
        old=[ActivityFacts(goal.text, goal.heading) for goal in plan.goals],
        new=[facts_of_goal(goal) for goal in drafts],
    )
    drafting = plan.state in OPEN_FOR_DRAFTING
    return (one for one in found.differences() if drafting or one.kind is not ChangeKind.REMOVED)


def activities(
    plan: WorkPlan, draft: PlanDraft, places: Mapping[str, Municipality]
) -> Iterator[Difference]:
    """The activities. In an accepted plan what is gone is dropped, and stays."""
    drafts = draft_rows.laid_out(draft, places)
    drafting = plan.state in OPEN_FOR_DRAFTING
    return _Compared(
        part=Part.ACTIVITY,
        rows=plan.activities,
        drafts=drafts,
        old=[_facts(activity) for activity in plan.activities],
        new=[facts_of(activity) for activity in drafts],
        places=places,
        when_gone="" if drafting else "Avförs, med samma skäl som revisionen.",
    ).differences()


@dataclass(frozen=True, slots=True)
class _Compared:
    """Rows of the plan and drafts of the document, each with the words that are compared."""

    part: Part
    rows: Sequence[Goal | Activity]
    drafts: Sequence[GoalDraft | ActivityDraft]
    old: Sequence[ActivityFacts]
    new: Sequence[ActivityFacts]
    places: Mapping[str, Municipality] = field(default_factory=dict)
    when_gone: str = ""

    def differences(self) -> Iterator[Difference]:
        for change in compare(self.old, self.new):
            if change.new is None:
                yield from self._gone(self.rows[change.old or 0])
                continue
            yield Difference(
                part=self.part,
                name=f"{self.part}-{change.new}",
                kind=change.kind,
                label=_LABELS[self.part],
                title=self.new[change.new].text,
                told=tuple(self._told(change)),
                old=None if change.old is None else self.rows[change.old],
                new=self.drafts[change.new],
            )

    def _gone(self, row: Goal | Activity) -> Iterator[Difference]:
        if isinstance(row, Activity) and row.status is Status.DROPPED:
            return
        yield Difference(
            part=self.part,
            name=f"{self.part}-gone-{row.id}",
            kind=ChangeKind.REMOVED,
            label=_LABELS[self.part],
            title=row.text if isinstance(row, Goal) else row.title,
            note=self.when_gone,
            old=row,
        )

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
