"""Writes what stands about a group, as a newer version of the plan's document has it."""

from collections.abc import Mapping

from regionhub.importing import remarks
from regionhub.importing.draft import Purpose
from regionhub.models import OverarchingGoal, PlanPurpose, WorkPlan
from regionhub.services import differences, plan_import_rows, revisions
from regionhub.services.changes import Save
from regionhub.services.import_difference import Difference, Part

_LONGEST_QUOTE = 60


class AboutWriter:
    """Writes area, purposes and remarks into a plan that is open for the change."""

    def __init__(self, plan: WorkPlan, in_force: Mapping[int, OverarchingGoal], save: Save) -> None:
        self._plan = plan
        self._in_force = in_force
        self._save = save

    def write(self, one: Difference) -> None:
        """Write one difference."""
        match (one.old, one.new):
            case (PlanPurpose() | None as row, Purpose() | None as told):
                self._purpose(row, told)
            case (str() | None as old, str() | None as new) if one.part is Part.AREA:
                self._area(new or "")
            case (str() | None as old, str() | None as new):
                self._remark(old or "", new or "")

    def _area(self, words: str) -> None:
        changed = differences.between(self._plan, {"area": ("verksamhetsområdet", words)})
        differences.apply(self._plan, changed)
        self._log(differences.told(changed))

    def _purpose(self, row: PlanPurpose | None, told: Purpose | None) -> None:
        if told is None:
            if row is not None:
                self._plan.purposes.remove(row)
                self._log(f"Tog bort avsikten {_quoted(row.text)}")
        elif row is None:
            position = max((one.position for one in self._plan.purposes), default=-1) + 1
            self._plan.purposes.append(plan_import_rows.purpose_row(position, told, self._in_force))
            self._log(f"Lade till avsikten {_quoted(told.text)}")
        else:
            row.text = told.text
            if told.overarching_goals is not None:
                row.serves = plan_import_rows.served(told, self._in_force)
            self._log(f"Ändrade avsikten {_quoted(told.text)}")

    def _remark(self, old: str, new: str) -> None:
        text = self._plan.remarks
        if old:
            self._plan.remarks = remarks.with_other_run(text, old, new)
        else:
            self._plan.remarks = remarks.with_run(text, new)
        done = ("Ändrade" if new else "Tog bort") if old else "Lade till"
        self._log(f"{done} anmärkningen {_quoted(new or old)}")

    def _log(self, sentence: str) -> None:
        revisions.log(self._plan, sentence, save=self._save)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"”{line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + '…'}”"
