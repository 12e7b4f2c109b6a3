"""The order of goals and activities within their plan."""

from collections.abc import Sequence

from sqlalchemy import update

from regionhub.extensions import db
from regionhub.models import Activity, Goal


def move(rows: Sequence[Goal] | Sequence[Activity], row: Goal | Activity, *, up: bool) -> bool:
    """Move a row one step among its siblings; False where it stands at the end already.

    The rows' versions stay: an order is no change of what anybody has written.
    """
    order: list[Goal | Activity] = [*rows]
    place = order.index(row)
    to = place - 1 if up else place + 1
    if not 0 <= to < len(order):
        return False
    order[place], order[to] = order[to], order[place]
    for position, sibling in enumerate(order):
        if sibling.position != position:
            kind = Activity if isinstance(sibling, Activity) else Goal
            db.session.execute(update(kind).where(kind.id == sibling.id).values(position=position))
    return True
