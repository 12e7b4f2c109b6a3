"""Writes goals and activities into a plan, as a newer version of its document has them."""

from collections.abc import Sequence

from regionhub.domain.plan_state import OPEN_FOR_DRAFTING
from regionhub.domain.plantime.reading import PlanTime
from regionhub.domain.status import Status
from regionhub.domain.swedish import listed
from regionhub.extensions import db
from regionhub.importing.draft import ActivityDraft, GoalDraft, RowDraft
from regionhub.models import Activity, Goal, WorkPlan
from regionhub.services import activities, differences, goals, owner_matching, updates
from regionhub.services.changes import Save
from regionhub.services.plan_import import draft_rows
from regionhub.services.plan_import.difference import Difference
from regionhub.services.plan_import.draft_rows import Frame


class Writer:
    """Writes differences into a plan that is open for the change."""

    def __init__(self, plan: WorkPlan, frame: Frame, reason: str, save: Save) -> None:
        self._plan = plan
        self._frame = frame
        self._reason = reason
        self._save = save

    def write(self, one: Difference) -> None:
        """Add what is new, write what has changed, and take away what is gone."""
        match (one.old, one.new):
            case (None, GoalDraft() as told):
                self._add_goal(told)
            case (None, ActivityDraft() as told):
                self._add_activity(told)
            case (Goal() as goal, GoalDraft() as told):
                self._change_goal(goal, told)
            case (Activity() as activity, ActivityDraft() as told):
                self._change_activity(activity, told)
            case (Goal() as goal, None):
                goals.delete(goal, save=self._save)
            case (Activity() as activity, None):
                self._remove_activity(activity)

    def _add_goal(self, told: GoalDraft) -> None:
        goal = draft_rows.goal_row(_next(self._plan.goals), told)
        self._plan.goals.append(goal)
        db.session.flush()
        goals.log(goal, f"Lade till målet ”{goals.name(goal)}”", save=self._save)

    def _change_goal(self, goal: Goal, told: GoalDraft) -> None:
        changed = differences.between(
            goal, {"text": ("texten", told.text), "heading": ("rubriken", told.heading or "")}
        )
        differences.apply(goal, changed)
        goals.log(goal, differences.told(changed), changed, save=self._save)

    def _add_activity(self, told: ActivityDraft) -> None:
        position = _next(self._plan.activities)
        activity = draft_rows.activity_row(position, told, self._frame)
        self._plan.activities.append(activity)
        db.session.flush()
        draft_rows.give_owners_of(activity, told, self._frame.people)
        updates.roll_up(activity)
        self._log(activity, f"Lade till aktiviteten ”{activity.title}”")

    def _change_activity(self, activity: Activity, told: ActivityDraft) -> None:
        changed = differences.between(
            activity,
            {
                "title": ("rubriken", told.text),
                "section": ("avsnitt", told.section or ""),
                "when": ("tiden", told.deadline or PlanTime("")),
                "owner_text": ("ansvarig", told.owner_text),
                "description": ("beskrivningen", told.comment or ""),
            },
        )
        owners_before = activity.owner_text
        differences.apply(activity, changed)
        if activity.owner_text != owners_before:
            activity.owners.clear()
            db.session.flush()
            owner_matching.give(activity, told.owners, self._frame.people)
        places = self._write_cells(activity, told)
        activity.updated_at = self._save.at
        sentence = ". ".join(filter(None, (differences.told(changed), places)))
        self._log(activity, sentence, changed)

    def _write_cells(self, activity: Activity, told: ActivityDraft) -> str:
        """Give the municipalities the parts that the document tells of; the others stay."""
        cells = {cell.municipality.key: cell for cell in activity.cells}
        named = []
        for row in told.rows:
            place = self._frame.places[row.municipality or ""]
            cell = cells.get(place.key)
            if cell is None:
                cell = draft_rows.cell_row(row, place)
                activity.cells.append(cell)
            elif (cell.text, cell.when_text, cell.owner_text) == _words(row):
                continue
            cell.text, cell.owner_text = row.text, row.owner_text
            cell.when = row.deadline or PlanTime("")
            db.session.flush()
            cell.owners.clear()
            db.session.flush()
            owner_matching.give(cell, row.owners, self._frame.people)
            named.append(place.name)
        updates.roll_up(activity)
        return f"Ändrade delarna för {listed(named)}" if named else ""

    def _remove_activity(self, activity: Activity) -> None:
        """Out of a draft; in an accepted plan it is dropped, and the reason stands with it."""
        if self._plan.state in OPEN_FOR_DRAFTING:
            activities.delete(activity, save=self._save)
            return
        changed = differences.between(
            activity,
            {"status": ("läge", Status.DROPPED), "dropped_reason": ("skäl", self._reason)},
        )
        differences.apply(activity, changed)
        activity.updated_at = activity.last_heard_at = self._save.at
        self._log(activity, f"Avförde aktiviteten: {self._reason}", changed)

    def _log(
        self, activity: Activity, sentence: str, changed: Sequence[differences.Difference] = ()
    ) -> None:
        updates.log(
            activity,
            self._save,
            sentence,
            subject="activity",
            subject_id=activity.id,
            values=differences.values(changed),
        )


def _words(row: RowDraft) -> tuple[str, str, str]:
    return row.text, row.deadline.text if row.deadline else "", row.owner_text


def _next(rows: Sequence[Goal | Activity]) -> int:
    return max((row.position for row in rows), default=-1) + 1
