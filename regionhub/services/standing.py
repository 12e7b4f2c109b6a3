"""How an activity stands on a day: one word, what follows from the facts, and the strip of six.

Pages, feeds, mails and reports all ask here, so that none can disagree.
"""

from dataclasses import dataclass
from datetime import date

from regionhub.domain.progress import CellState, sentence
from regionhub.domain.status import Facts, Flag, Status, flags, shown
from regionhub.domain.swedish import local_day
from regionhub.models import Activity, Cell, WorkPlan


@dataclass(frozen=True, slots=True)
class Standing:
    """`state` is the one word to show; `cells` are in the municipalities' fixed order."""

    state: Status | Flag
    flags: tuple[Flag, ...]
    cells: tuple[CellState, ...]
    sentence: str


def facts_of(activity: Activity, plan: WorkPlan, *, check_in_days: int) -> Facts:
    """What the rules need to know of an activity."""
    heard = activity.last_heard_at
    return Facts(
        status=activity.status,
        kind=activity.when_kind,
        start=activity.when_start,
        end=activity.when_end,
        last_heard=local_day(heard) if heard is not None else plan.accepted_on,
        check_in_days=check_in_days,
    )


def facts_of_cell(cell: Cell, activity: Activity, plan: WorkPlan, *, check_in_days: int) -> Facts:
    """What the rules need to know of a cell; without a time of its own it has the activity's."""
    timed = cell if cell.when_text else activity
    heard = cell.last_heard_at
    return Facts(
        status=cell.status,
        kind=timed.when_kind,
        start=timed.when_start,
        end=timed.when_end,
        last_heard=local_day(heard) if heard is not None else plan.accepted_on,
        check_in_days=check_in_days,
    )


def last_said(activity: Activity) -> str:
    """The last words about an activity: why it was dropped, what was said of the whole, or what
    a municipality has said since.
    """
    if activity.status is Status.DROPPED and activity.dropped_reason:
        return activity.dropped_reason
    spoken = [
        (heard, f"{cell.municipality.name}: {cell.comment}")
        for cell in activity.cells
        if cell.comment and (heard := cell.last_heard_at)
    ]
    if not spoken:
        return activity.last_comment
    heard, words = max(spoken)
    since = heard == activity.last_heard_at
    return words if since or not activity.last_comment else activity.last_comment


def word(activity: Activity, plan: WorkPlan, *, today: date, check_in_days: int) -> Status | Flag:
    """The one word to show for the activity, where its cells are not shown."""
    return shown(facts_of(activity, plan, check_in_days=check_in_days), today)


def of(activity: Activity, plan: WorkPlan, *, today: date, check_in_days: int) -> Standing:
    """How the activity stands; reads its cells and their municipalities."""
    own = facts_of(activity, plan, check_in_days=check_in_days)
    cells = tuple(
        CellState(
            name=cell.municipality.name,
            letters=cell.municipality.letters,
            state=_shown(cell, activity, plan, today=today, check_in_days=check_in_days),
        )
        for cell in sorted(activity.cells, key=lambda cell: cell.municipality.position)
    )
    return Standing(shown(own, today), flags(own, today), cells, sentence(cells))


def _shown(
    cell: Cell, activity: Activity, plan: WorkPlan, *, today: date, check_in_days: int
) -> Status | Flag:
    """Nothing more is expected of the cells of what has been dropped."""
    if activity.status is Status.DROPPED:
        return cell.status
    return shown(facts_of_cell(cell, activity, plan, check_in_days=check_in_days), today)
