"""Takes away what only our own files add, so that a plan that went out comes back as it was."""

import re
from collections.abc import Mapping
from dataclasses import replace

from regionhub.domain.status import Flag, Status
from regionhub.importing.draft import ActivityDraft, OtherPart, PlanDraft, Purpose, RowDraft
from regionhub.importing.vocabulary import Vocabulary

_STATUSES = "|".join(re.escape(f"{state.label} {state.sign}") for state in (*Status, *Flag))
_STATUS_LINE = re.compile(rf"Status: (?:{_STATUSES})(?:[ :].*)?")
_SERVES = re.compile(r"Övergripande mål (?P<numbers>\d+(?:, \d+)*(?: och \d+)?): ")
_REMARKS = "Övrigt"
_NO_SECTION = "Utan område"


def without_our_marks(draft: PlanDraft, vocabulary: Vocabulary) -> PlanDraft:
    """The draft without statuses written with their sign, which belong to the plan on the web;
    without the numbers before a purpose that say what it serves, the heading over remarks,
    the name of the municipality whose part a row is, and the words for having no section.
    """
    names = {place.key: place.name for place in vocabulary.municipalities}
    return replace(
        draft,
        purpose=tuple(map(_purpose, draft.purpose)),
        activities=tuple(_activity(activity, names) for activity in draft.activities),
        other=tuple(
            OtherPart("", part.text) if part.heading == _REMARKS else part for part in draft.other
        ),
    )


def _purpose(purpose: Purpose) -> Purpose:
    mark = _SERVES.match(purpose.text)
    if mark is None or not purpose.overarching_goals:
        return purpose
    numbers = tuple(int(number) for number in re.findall(r"\d+", mark["numbers"]))
    if numbers != purpose.overarching_goals:
        return purpose
    return replace(purpose, text=purpose.text[mark.end() :])


def _activity(activity: ActivityDraft, names: Mapping[str, str]) -> ActivityDraft:
    lines = (activity.comment or "").splitlines()
    kept = [line for line in lines if not _STATUS_LINE.fullmatch(line)]
    rows = tuple(_row(row, names.get(row.municipality or "", "")) for row in activity.rows)
    section = None if activity.section == _NO_SECTION else activity.section
    return replace(activity, section=section, comment="\n".join(kept) or None, rows=rows)


def _row(row: RowDraft, name: str) -> RowDraft:
    if name and (row.text == name or row.text.startswith(f"{name}: ")):
        return replace(row, text=row.text[len(name) :].removeprefix(": "))
    return row
