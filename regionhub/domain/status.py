"""The status of an activity or of one municipality's part: what is stored, and what follows.

Overdue, due soon and silent are never stored: they follow from the facts and today's date, and
every screen, feed, mail, report and interface asks the functions here, so that none can disagree.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from regionhub.domain.labelled import Labelled
from regionhub.domain.plantime.reading import Kind

DUE_SOON_DAYS = 14


class Status(Labelled):
    """What people set. `NOT_PARTICIPATING` is an answer for one municipality's cell only."""

    NOT_STARTED = "not_started", "Ej påbörjad", "○"
    IN_PROGRESS = "in_progress", "Pågår", "◐"
    DONE = "done", "Genomförd", "●"
    PAUSED = "paused", "Vilande", "‖"
    DROPPED = "dropped", "Avförd", "✕"
    NOT_PARTICIPATING = "not_participating", "Deltar inte", "–"


class Flag(Labelled):
    """What follows from the facts on a given day."""

    OVERDUE = "overdue", "Försenad", "!"
    DUE_SOON = "due_soon", "Snart", "◷"
    SILENT = "silent", "Tyst", "…"


ACTIVITY_STATUSES = tuple(s for s in Status if s is not Status.NOT_PARTICIPATING)
CELL_STATUSES = (
    Status.NOT_STARTED,
    Status.IN_PROGRESS,
    Status.DONE,
    Status.PAUSED,
    Status.NOT_PARTICIPATING,
)
# Nothing more is expected of what has one of these.
SETTLED = frozenset({Status.DONE, Status.DROPPED, Status.NOT_PARTICIPATING})
# Nobody has promised to move these just now, so they can be late but not silent.
_QUIET_BY_CHOICE = SETTLED | {Status.PAUSED}


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules need to know of an activity or a cell.

    `last_heard` is the day of the latest update, or the day the plan was accepted before there
    was one; None while the plan is a draft, when nothing can be silent.
    """

    status: Status
    kind: Kind
    start: date | None
    end: date | None
    last_heard: date | None
    check_in_days: int


def is_overdue(facts: Facts, today: date) -> bool:
    """The interval has ended and the thing is not settled. Not on the last day itself."""
    return facts.end is not None and facts.end < today and facts.status not in SETTLED


def is_due_soon(facts: Facts, today: date) -> bool:
    """The last day is today or within two weeks, and the thing is not settled."""
    if facts.end is None or facts.status in SETTLED:
        return False
    return today <= facts.end <= today + timedelta(days=DUE_SOON_DAYS)


def is_silent(facts: Facts, today: date) -> bool:
    """Nobody has said anything within the check-in interval, though the time has begun."""
    if facts.last_heard is None or facts.status in _QUIET_BY_CHOICE:
        return False
    if facts.start is not None and facts.start > today:
        return False
    return facts.last_heard + timedelta(days=facts.check_in_days) < today


def flags(facts: Facts, today: date) -> tuple[Flag, ...]:
    """Everything that follows on this day, the most pressing first."""
    tests = ((Flag.OVERDUE, is_overdue), (Flag.DUE_SOON, is_due_soon), (Flag.SILENT, is_silent))
    return tuple(flag for flag, holds in tests if holds(facts, today))


def shown(facts: Facts, today: date) -> Status | Flag:
    """The one word for a small place: late and silent come before the stored status."""
    for flag in flags(facts, today):
        if flag is not Flag.DUE_SOON:
            return flag
    return facts.status
