"""Takes away what only our own files add, so that a plan that went out comes back as it was."""

import re
from dataclasses import replace

from regionhub.domain.status import Flag, Status
from regionhub.importing.draft import ActivityDraft, OtherPart, PlanDraft, Purpose

_STATUSES = "|".join(re.escape(f"{state.label} {state.sign}") for state in (*Status, *Flag))
_STATUS_LINE = re.compile(rf"Status: (?:{_STATUSES})(?:[ :].*)?")
_SERVES = re.compile(r"Övergripande mål (?P<numbers>\d+(?:, \d+)*(?: och \d+)?): ")
_REMARKS = "Övrigt"


def without_our_marks(draft: PlanDraft) -> PlanDraft:
    """The draft without statuses written with their sign, which belong to the plan on the web;
    without the numbers before a purpose that say what it serves, and the heading over remarks.
    """
    return replace(
        draft,
        purpose=tuple(map(_purpose, draft.purpose)),
        activities=tuple(map(_activity, draft.activities)),
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


def _activity(activity: ActivityDraft) -> ActivityDraft:
    lines = (activity.comment or "").splitlines()
    kept = [line for line in lines if not _STATUS_LINE.fullmatch(line)]
    return replace(activity, comment="\n".join(kept) or None)
