"""What stands in a feed: the deadlines of the activities it covers, and of their cells."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import contains_eager, joinedload, selectinload

from regionhub.domain.feeds import FeedScope
from regionhub.domain.plan_state import PlanState
from regionhub.domain.progress import CellState, sentence
from regionhub.domain.status import Status
from regionhub.domain.swedish import local_day
from regionhub.extensions import db
from regionhub.models import (
    Account,
    Activity,
    Cell,
    FeedToken,
    Group,
    Membership,
    Municipality,
    Owner,
    Person,
    WorkPlan,
)
from regionhub.outputs.calendar import DeadlineEvent, calendar_bytes, event_bytes
from regionhub.services import feeds

CANCELLED_KEPT = timedelta(days=30)
# Building an event takes ten times as long as looking it up, and equal events are equal bytes.
_event_bytes = lru_cache(maxsize=16_384)(event_bytes)
_KNOWN_PLANS = (PlanState.ACCEPTED, PlanState.CLOSED)


def calendar(feed: FeedToken, *, base_url: str, today: date) -> bytes:
    """The feed as a file, with the latest due last. `base_url` has no slash at its end."""
    events = [
        event
        for activity in _activities(feed, today)
        for event in _events(activity, base_url)
        if not event.cancelled or local_day(event.changed_at) > today - CANCELLED_KEPT
    ]
    events.sort(key=lambda event: (event.end, event.uid))
    return calendar_bytes(
        f"Regionhub: {feed.name}",
        "Tidsgränser ur arbetsgruppernas verksamhetsplaner",
        map(_event_bytes, events),
    )


def _activities(feed: FeedToken, today: date) -> Sequence[Activity]:
    query = (
        select(Activity)
        .join(Activity.plan)
        .join(WorkPlan.group)
        .options(
            contains_eager(Activity.plan).contains_eager(WorkPlan.group),
            selectinload(Activity.cells).options(joinedload(Cell.municipality)),
        )
        .where(
            WorkPlan.year >= feeds.first_year(today),
            WorkPlan.state.in_(_KNOWN_PLANS),
        )
    )
    return db.session.scalars(_covered(query, feed, today)).all()


def _covered(query: Select[Activity], feed: FeedToken, today: date) -> Select[Activity]:
    if feed.scope is FeedScope.GROUP:
        return query.where(WorkPlan.group_id == feed.group_id)
    if feed.scope is FeedScope.MUNICIPALITY:
        return query.where(_of_municipality(feed.municipality_id))
    if feed.scope is FeedScope.OWN:
        return query.where(_own(feed.account_id, today))
    region_id = select(Person.region_id).join(Account).where(Account.id == feed.account_id)
    return query.where(Group.region_id == region_id.scalar_subquery())


def _of_municipality(municipality_id: int | None) -> ColumnElement[bool]:
    """Activities with a cell for the municipality, or with an owner who works there."""
    owned = (
        select(Owner.activity_id)
        .join(Person, Person.id == Owner.person_id)
        .where(Person.municipality_id == municipality_id)
    )
    celled = select(Cell.activity_id).where(Cell.municipality_id == municipality_id)
    return or_(Activity.id.in_(celled), Activity.id.in_(owned))


def _own(account_id: int, today: date) -> ColumnElement[bool]:
    """Activities that the person owns, or whose cell its seat answers for."""
    person_id = select(Account.person_id).where(Account.id == account_id).scalar_subquery()
    owned = select(Owner.activity_id).where(Owner.person_id == person_id)
    seats = select(Membership.group_id, Membership.municipality_id).where(
        Membership.person_id == person_id,
        or_(Membership.starts.is_(None), Membership.starts <= today),
        or_(Membership.ends.is_(None), Membership.ends >= today),
    )
    seat = seats.subquery()
    celled = (
        select(Cell.activity_id)
        .join(Activity, Activity.id == Cell.activity_id)
        .join(WorkPlan, WorkPlan.id == Activity.plan_id)
        .join(
            seat,
            and_(
                seat.c.group_id == WorkPlan.group_id,
                seat.c.municipality_id == Cell.municipality_id,
            ),
        )
    )
    return or_(Activity.id.in_(owned), Activity.id.in_(celled))


def _events(activity: Activity, base_url: str) -> list[DeadlineEvent]:
    """The activity's own deadline, and one for each cell that has words of its own about when."""
    events = [_of_activity(activity, base_url)] if activity.when_end else []
    events += [_of_cell(cell, activity, base_url) for cell in activity.cells if cell.when_end]
    return events


def _of_activity(activity: Activity, base_url: str) -> DeadlineEvent:
    return DeadlineEvent(
        uid=f"{activity.uid}@regionhub",
        title=_title(activity.status, activity.title),
        start=activity.when_start,
        end=_sure(activity.when_end),
        description=_description(
            activity.status, activity.owner_text, activity.last_comment, _cells(activity)
        ),
        url=_url(activity, base_url),
        categories=(activity.plan.group.name,),
        sequence=activity.version,
        changed_at=activity.updated_at,
        cancelled=activity.status is Status.DROPPED,
    )


def _of_cell(cell: Cell, activity: Activity, base_url: str) -> DeadlineEvent:
    place: Municipality = cell.municipality
    dropped = activity.status is Status.DROPPED
    return DeadlineEvent(
        uid=f"{activity.uid}-{place.key}@regionhub",
        title=_title(cell.status, f"{activity.title} – {place.name}"),
        start=cell.when_start,
        end=_sure(cell.when_end),
        description=_description(cell.status, cell.owner_text, cell.comment),
        url=_url(activity, base_url),
        categories=(activity.plan.group.name, place.name),
        # Grows with either row, since words of both stand in the event.
        sequence=activity.version + cell.version,
        changed_at=max(activity.updated_at, cell.last_heard_at or activity.updated_at),
        cancelled=dropped or cell.status is Status.NOT_PARTICIPATING,
    )


def _title(status: Status, title: str) -> str:
    return f"Klar: {title}" if status is Status.DONE else title


def _description(status: Status, owner: str, comment: str, cells: str = "") -> str:
    lines = [f"Läge: {status.label}"]
    if cells:
        lines.append(f"Kommunerna: {cells}")
    if owner:
        lines.append(f"Ansvarig: {owner}")
    if comment:
        lines.append(f"Senast sagt: {comment}")
    return "\n".join(lines)


def _cells(activity: Activity) -> str:
    """The strip in words. By what is stored alone: an event may not change as days go by."""
    return (
        sentence(
            [
                CellState(cell.municipality.name, cell.municipality.letters, cell.status)
                for cell in sorted(activity.cells, key=lambda cell: cell.municipality.position)
            ]
        )
        if activity.cells
        else ""
    )


def _url(activity: Activity, base_url: str) -> str:
    plan = activity.plan
    return f"{base_url}/{plan.group.key}/{plan.year}/aktivitet/{activity.id}"


def _sure(end: date | None) -> date:
    assert end is not None, "only what has a due date becomes an event"
    return end
