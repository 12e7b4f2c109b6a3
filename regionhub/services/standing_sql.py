"""The rules of `domain.status` as SQL, for counting and listing over many years without objects.

A test holds these expressions against the domain's own functions; change both together.
"""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, case, func, or_

from regionhub.domain.progress import Tally
from regionhub.domain.status import DUE_SOON_DAYS, SETTLED, Status
from regionhub.domain.swedish import STOCKHOLM
from regionhub.models import Activity, Cell, WorkPlan

_CAN_FALL_SILENT = (Status.NOT_STARTED, Status.IN_PROGRESS)


def overdue(today: date) -> ColumnElement[bool]:
    """Activities whose interval has ended and that are not settled."""
    return and_(Activity.when_end < today, Activity.status.not_in(SETTLED))


def due_soon(today: date) -> ColumnElement[bool]:
    """Activities whose last day is within two weeks."""
    last = today + timedelta(days=DUE_SOON_DAYS)
    return and_(Activity.when_end.between(today, last), Activity.status.not_in(SETTLED))


def silent(today: date, check_in_days: int) -> ColumnElement[bool]:
    """Activities that nobody has spoken of within the check-in interval (joined to their plan)."""
    return and_(
        Activity.status.in_(_CAN_FALL_SILENT),
        or_(Activity.when_start.is_(None), Activity.when_start <= today),
        _unheard(Activity.last_heard_at, today, check_in_days),
    )


def cell_end() -> ColumnElement[date | None]:
    """A cell's own last day, or its activity's where it has no words of its own."""
    return case((Cell.when_text != "", Cell.when_end), else_=Activity.when_end)


def cell_overdue(today: date) -> ColumnElement[bool]:
    """Cells (joined to their activity) whose interval has ended and that are not settled."""
    return and_(cell_end() < today, Cell.status.not_in(SETTLED))


def cell_silent(today: date, check_in_days: int) -> ColumnElement[bool]:
    """Cells (joined to activity and plan) that nobody has spoken of within the interval."""
    start = case((Cell.when_text != "", Cell.when_start), else_=Activity.when_start)
    return and_(
        Cell.status.in_(_CAN_FALL_SILENT),
        or_(start.is_(None), start <= today),
        _unheard(Cell.last_heard_at, today, check_in_days),
    )


def tally_columns(today: date, check_in_days: int) -> list[ColumnElement[int]]:
    """The fields of a Tally in their order, as sums over activities joined to their plan."""
    wanted: dict[str, ColumnElement[bool]] = {
        "done": Activity.status == Status.DONE,
        "in_progress": Activity.status == Status.IN_PROGRESS,
        "not_started": Activity.status == Status.NOT_STARTED,
        "paused": Activity.status == Status.PAUSED,
        "dropped": Activity.status == Status.DROPPED,
        "overdue": overdue(today),
        "silent": silent(today, check_in_days),
        "due_soon": due_soon(today),
    }
    assert tuple(wanted) == Tally.__slots__[1:], "the columns follow the Tally's fields"
    total = func.count(Activity.id).label("total")
    return [total, *(how_many(condition).label(name) for name, condition in wanted.items())]


def how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    """How many rows of a group the condition holds for."""
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _unheard(
    heard: SQLColumnExpression[datetime | None], today: date, days: int
) -> ColumnElement[bool]:
    """Last heard before the interval; before the first word, the plan's acceptance counts."""
    limit = today - timedelta(days=days)
    first_moment = datetime.combine(limit, time(), STOCKHOLM).astimezone(UTC)
    return or_(
        heard < first_moment,
        and_(heard.is_(None), WorkPlan.accepted_on < limit),
    )
