"""Taking back one's own latest update, as long as nobody has built upon it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import select

from regionhub.domain import plan_state
from regionhub.domain.errors import NotAllowed, NotFound, Refused
from regionhub.domain.permissions import Actor
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Activity, Cell, Change, Region
from regionhub.services import updates
from regionhub.services.changes import Save, plain

UNDONE = "activity_undo"
LINES_SHOWN = 40
_OWN = ("status", "last_comment", "comment")


def lately(actor: Actor) -> list[list[Change]]:
    """What the person has lately updated, a list of lines for each save, newest save first."""
    lines = db.session.scalars(
        select(Change)
        .where(Change.account_id == actor.account_id, Change.subject.in_(updates.SUBJECTS))
        .order_by(Change.at.desc(), Change.id.desc())
        .limit(LINES_SHOWN)
    )
    batches: dict[str, list[Change]] = {}
    for line in lines:
        batches.setdefault(line.batch, []).insert(0, line)
    return list(batches.values())


def undoable(batches: Iterable[list[Change]]) -> str | None:
    """The batch that can be undone among the person's own: the latest not yet undone."""
    return next((lines[0].batch for lines in batches if not lines[0].undone), None)


def titles(lines: Iterable[Change]) -> dict[int, str]:
    """What the activities that the lines tell of are called, by id (one query)."""
    ids = {line.activity_id for line in lines if line.activity_id is not None}
    query = select(Activity.id, Activity.title).where(Activity.id.in_(ids))
    return {row.id: row.title for row in db.session.execute(query)}


def undo(region: Region, *, batch: str, save: Save) -> None:
    """Take the person's latest update back and log it as such.

    Refused when it is not the latest, has been undone, or somebody has changed the same since.
    """
    lines = _lines(batch, save.actor)
    ids = [line.activity_id for line in lines if line.activity_id is not None]
    activities = {a.id: a for a in updates.in_region(region, ids, lock=True)}
    rows = [(line, _row(line, activities)) for line in lines if line.subject != updates.WHOLE]
    for line, row in rows:
        _must_be_as_left(line, row)
    for line, row in reversed(rows):
        _put_back(line, row, save)
    for activity in activities.values():
        updates.roll_up(activity)
        activity.updated_at = save.at
    for line in lines:
        line.undone = True
        _log(line, activities, save)
    db.session.flush()


def _lines(batch: str, actor: Actor) -> list[Change]:
    lines = list(
        db.session.scalars(
            select(Change)
            .where(
                Change.batch == batch,
                Change.account_id == actor.account_id,
                Change.subject.in_(updates.SUBJECTS),
            )
            .order_by(Change.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
    )
    if not lines:
        raise NotFound("Uppdateringen finns inte bland dina egna.")
    if lines[0].undone:
        raise Refused("Uppdateringen är redan ångrad.")
    if undoable(lately(actor)) != batch:
        raise Refused("Bara din senaste uppdatering kan ångras. Skriv ett nytt läge i stället.")
    return lines


def _row(line: Change, activities: Mapping[int, Activity]) -> Activity | Cell:
    activity = activities[line.activity_id or 0]
    if line.subject == updates.SHARED:
        return activity
    found = next((cell for cell in activity.cells if cell.id == line.subject_id), None)
    if found is None:
        raise Refused(f"Kommunens del av ”{activity.title}” finns inte längre att ångra.")
    return found


def _must_be_as_left(line: Change, row: Activity | Cell) -> None:
    activity = row.activity if isinstance(row, Cell) else row
    plan_state.must_be_open(activity.plan.state)
    for name, (_, left) in line.values.items():
        if name in _OWN and plain(getattr(row, name)) != left:
            raise Refused(
                f"Någon har ändrat ”{activity.title}” efter dig, så din uppdatering kan inte "
                "ångras. Skriv ett nytt läge i stället."
            )


def _put_back(line: Change, row: Activity | Cell, save: Save) -> None:
    activity = row.activity if isinstance(row, Cell) else row
    may_shared, may_cells = updates.parts_for(save.actor, activity)
    if not (may_shared if row is activity else row in may_cells):
        raise NotAllowed("Du har inte längre behörighet att ändra det här läget.")
    for name, (before, left) in line.values.items():
        target, column = (activity, "last_heard_at") if name == "activity_heard_at" else (row, name)
        # When it was last heard of may be somebody else's word by now: then it stays.
        if plain(getattr(target, column)) == left:
            setattr(target, column, _value(column, before))


def _value(column: str, kept: str | None) -> Any:
    if kept is None:
        return None
    if column == "status":
        return Status(kept)
    return datetime.fromisoformat(kept) if column == "last_heard_at" else kept


def _log(line: Change, activities: Mapping[int, Activity], save: Save) -> None:
    activity = activities[line.activity_id or 0]
    swapped = {name: (left, before) for name, (before, left) in line.values.items()}
    updates.log(
        activity,
        save,
        f"Ångrade: {line.sentence}",
        subject=UNDONE,
        subject_id=line.subject_id or activity.id,
        values=swapped,
    )
