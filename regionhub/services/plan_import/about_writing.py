"""Writes what stands about a group, as a newer version of the plan's document has it."""

from collections.abc import Mapping

from regionhub.importing import remarks
from regionhub.importing.draft import Purpose
from regionhub.importing.remarks import Run
from regionhub.models import OverarchingGoal, PlanPurpose, WorkPlan
from regionhub.services import differences, revisions
from regionhub.services.changes import Save
from regionhub.services.plan_import import draft_rows
from regionhub.services.plan_import.difference import Difference

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
            case (None, Purpose() as told):
                self._add_purpose(told)
            case (PlanPurpose() as row, Purpose() as told):
                self._change_purpose(row, told)
            case (PlanPurpose() as row, None):
                self._plan.purposes.remove(row)
                self._log(f"Tog bort avsikten {_quoted(row.text)}")
            case (Run() as run, Run() | None as told):
                self._change_remark(run, told.text if told else "")
            case (None, Run() as told):
                self._plan.remarks = remarks.with_run(self._plan.remarks, told)
                self._log(f"Lade till anmärkningen {_quoted(told.text)}")
            case (str() | None, str() | None as words):
                self._area(words or "")

    def _area(self, words: str) -> None:
        changed = differences.between(self._plan, {"area": ("verksamhetsområdet", words)})
        differences.apply(self._plan, changed)
        self._log(differences.told(changed))

    def _add_purpose(self, told: Purpose) -> None:
        position = max((one.position for one in self._plan.purposes), default=-1) + 1
        self._plan.purposes.append(draft_rows.purpose_row(position, told, self._in_force))
        self._log(f"Lade till avsikten {_quoted(told.text)}")

    def _change_purpose(self, row: PlanPurpose, told: Purpose) -> None:
        row.text = told.text
        if told.overarching_goals is not None:
            row.serves = draft_rows.served(told, self._in_force)
        self._log(f"Ändrade avsikten {_quoted(told.text)}")

    def _change_remark(self, run: Run, words: str) -> None:
        self._plan.remarks = remarks.with_other(self._plan.remarks, run, words)
        if words:
            self._log(f"Ändrade anmärkningen {_quoted(words)}")
        else:
            self._log(f"Tog bort anmärkningen {_quoted(run.text)}")

    def _log(self, sentence: str) -> None:
        revisions.log(self._plan, sentence, save=self._save)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    return f"”{line if len(line) <= _LONGEST_QUOTE else line[: _LONGEST_QUOTE - 1] + '…'}”"
