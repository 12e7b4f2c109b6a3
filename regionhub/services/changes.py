"""The change log that speaks: every write tells in a sentence what it did, in its transaction."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from sqlalchemy import Executable, bindparam, insert, or_, select, update

from regionhub.database import must_be_writing
from regionhub.domain.permissions import Actor
from regionhub.domain.swedish import sort_key
from regionhub.extensions import db
from regionhub.models import Activity, Change, Group, Region, WorkPlan
from regionhub.services.paging import Page, page_of

# No new id is asked back for: nobody waits for one.
_NEW_LINE = insert(Change).inline()
_NEXT_REVISION = (
    update(Region).where(Region.id == bindparam("region")).values(revision=Region.revision + 1)
)


@dataclass(frozen=True, slots=True)
class Save:
    """One save by one person: who, when, and the batch that joins its lines in the log."""

    actor: Actor
    at: datetime
    batch: str = field(default_factory=lambda: str(uuid.uuid4()))


def record(
    save: Save,
    sentence: str,
    *,
    region_id: int,
    subject: str,
    subject_id: int | None,
    group_id: int | None = None,
    plan_id: int | None = None,
    activity_id: int | None = None,
    values: Mapping[str, tuple[Any, Any]] | None = None,
) -> None:
    """Add one line to the log and raise the region's revision.

    `values` maps a field's name to (old, new); they are kept as plain values.
    """
    line = {
        "region_id": region_id,
        "at": save.at,
        "account_id": save.actor.account_id,
        "actor_name": save.actor.name or "Regionhub",
        "group_id": group_id,
        "plan_id": plan_id,
        "activity_id": activity_id,
        "subject": subject,
        "subject_id": subject_id,
        "sentence": sentence,
        "values": {name: [plain(old), plain(new)] for name, (old, new) in (values or {}).items()},
        "batch": save.batch,
    }
    db.session.flush()
    _write(_NEW_LINE, line)
    touch(region_id)


def touch(region_id: int) -> None:
    """Raise the region's revision, so that every cached answer about it is asked for anew."""
    _write(_NEXT_REVISION, {"region": region_id})


def _write(statement: Executable, values: Mapping[str, Any]) -> None:
    """Past the session, which has nothing to keep of it."""
    must_be_writing()
    db.session.connection().execute(statement, values)


def of_activity(activity_id: int, *, limit: int = 50) -> list[Change]:
    """The latest lines about an activity, newest first."""
    return list(
        db.session.scalars(
            select(Change)
            .where(Change.activity_id == activity_id)
            .order_by(Change.at.desc(), Change.id.desc())
            .limit(limit)
        )
    )


def of_plan(plan_id: int, *, limit: int = 50) -> list[Change]:
    """The latest lines about a plan and all in it, newest first."""
    return list(
        db.session.scalars(
            select(Change)
            .where(Change.plan_id == plan_id)
            .order_by(Change.at.desc(), Change.id.desc())
            .limit(limit)
        )
    )


def of_region(
    region_id: int, reader: Actor, *, group_id: int | None, who: str, number: int
) -> Page[Change]:
    """The region's log, newest first, a page at a time; of one group or one person if asked.

    What concerns no group, such as accounts, is for the office, the auditors and who did it.
    """
    query = select(Change).where(Change.region_id == region_id)
    if not (reader.office or reader.auditor):
        own = Change.account_id == reader.account_id
        query = query.where(or_(Change.group_id.is_not(None), own))
    if group_id is not None:
        query = query.where(Change.group_id == group_id)
    if who:
        query = query.where(Change.actor_name == who)
    return page_of(query.order_by(Change.at.desc(), Change.id.desc()), number)


@dataclass(frozen=True, slots=True)
class Where:
    """What a line of the log is about, as far as it is still there."""

    group_key: str
    group_name: str
    year: int | None
    activity_id: int | None
    title: str | None


def where(lines: Iterable[Change]) -> dict[int, Where]:
    """What each line that concerns a group is about, by the line's id (one query)."""
    rows = db.session.execute(
        select(Change.id, Group.key, Group.name, WorkPlan.year, Activity.id, Activity.title)
        .join(Group, Group.id == Change.group_id)
        .outerjoin(WorkPlan, WorkPlan.id == Change.plan_id)
        .outerjoin(Activity, Activity.id == Change.activity_id)
        .where(Change.id.in_([line.id for line in lines]))
    )
    return {row[0]: Where(*row[1:]) for row in rows}


def names(region_id: int) -> list[str]:
    """Everybody whose name stands in the log."""
    found = db.session.scalars(
        select(Change.actor_name).where(Change.region_id == region_id).distinct()
    )
    return sorted(found, key=sort_key)


def plain(value: Any) -> Any:
    """A value as JSON can hold it."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value
