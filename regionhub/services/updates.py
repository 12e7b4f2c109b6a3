"""The two-minute update: what is new in an activity and in its municipalities' parts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, joinedload
from sqlalchemy.orm.attributes import set_committed_value

from regionhub.domain import plan_state, updates
from regionhub.domain.errors import DomainError, NotAllowed, NotFound, Refused, StaleEdit
from regionhub.domain.permissions import Action, Actor, can
from regionhub.domain.status import CELL_STATUSES, Status
from regionhub.extensions import db
from regionhub.models import Activity, Cell, Group, Region, WorkPlan
from regionhub.services import changes
from regionhub.services.changes import Save

# The subjects of our lines in the change log.
SHARED, CELL, WHOLE = "activity_update", "cell_update", "activity_whole"
SUBJECTS = (SHARED, CELL, WHOLE)
_CELLS = (
    select(Cell)
    .where(Cell.activity_id.in_(bindparam("ids", expanding=True)))
    .order_by(Cell.position)
    .options(joinedload(Cell.municipality, innerjoin=True))
    .execution_options(populate_existing=True)
)
# What an address or a form can name but no column can hold.
_LARGEST_ID = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says of the shared part, or of one cell.

    `version` is the row's version as the person saw it. `status` None leaves it as it is.
    `nothing_new` says that the thing goes on although nothing has changed.
    """

    version: int
    status: Status | None = None
    comment: str = ""
    nothing_new: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """All that a person says of one activity at once; `cells` by the cell's id."""

    activity: Activity
    shared: Said | None
    cells: Mapping[int, Said]

    @property
    def says_something(self) -> bool:
        """Whether any part is spoken of at all."""
        return self.shared is not None or bool(self.cells)


def in_plan(group_id: int, year: int, activity_id: int, *, lock: bool = False) -> Activity:
    """An activity of this group's plan of the year, with its cells.

    With `lock` nobody else can write it until the transaction ends.
    """
    found = _load(WorkPlan.group_id, group_id, [activity_id], lock=lock)
    if not found or found[0].plan.year != year:
        raise NotFound("Aktiviteten finns inte i den här planen.")
    return found[0]


def in_region(region: Region, ids: Iterable[int], *, lock: bool = False) -> list[Activity]:
    """Activities by id, all of this region, with their cells, in the order of the ids."""
    wanted = list(dict.fromkeys(ids))
    found = {a.id: a for a in _load(Group.region_id, region.id, wanted, lock=lock)}
    if len(found) < len(wanted):
        raise NotFound("En av aktiviteterna finns inte längre.")
    return [found[activity_id] for activity_id in wanted]


def parts_for(actor: Actor, activity: Activity) -> tuple[bool, list[Cell]]:
    """What the person may update: whether the shared part, and which cells."""
    group_id = activity.plan.group_id
    cells = [
        cell
        for cell in sorted(activity.cells, key=lambda cell: cell.municipality.position)
        if can(actor, Action.UPDATE_CELL, group_id=group_id, municipality_id=cell.municipality_id)
    ]
    return can(actor, Action.UPDATE_ACTIVITY, group_id=group_id), cells


def update_activity(
    activity: Activity, *, shared: Said | None = None, cells: Mapping[int, Said], save: Save
) -> None:
    """Save what is said of the shared part and of cells. What says nothing leaves no trace.

    The shared status of a split activity follows from its cells. Raises StaleEdit with the rows
    that somebody has changed since; `activity` should be loaded with `lock`.
    """
    update = Update(activity, shared, cells)
    _check(update, save.actor)
    _apply(update, save)


def update_activities(wanted: Sequence[Update], *, save: Save) -> dict[int, DomainError]:
    """Save several at once, or none: returns what is wrong by the activity's id, {} when saved."""
    problems: dict[int, DomainError] = {}
    for update in wanted:
        try:
            _check(update, save.actor)
        except (Refused, StaleEdit) as problem:
            problems[update.activity.id] = problem
    if not problems:
        for update in wanted:
            _apply(update, save)
    return problems


def roll_up(activity: Activity) -> Status:
    """Let the shared status follow the cells; a dropped activity stays so. Returns what it was."""
    was = activity.status
    if activity.cells and was is not Status.DROPPED:
        activity.status = updates.status_of_whole(cell.status for cell in activity.cells)
    return was


def _load(
    home: InstrumentedAttribute[int], home_id: int, ids: Sequence[int], *, lock: bool
) -> list[Activity]:
    possible = [number for number in ids if number <= _LARGEST_ID]
    query = _locking(home) if lock else _reading(home)
    found = list(db.session.scalars(query, {"home_id": home_id, "ids": possible}))
    _load_cells(found)
    return found


def _load_cells(activities: Sequence[Activity]) -> None:
    """Asked after the activities are locked, so that nobody's latest word is missed.

    The loading that SQLAlchemy offers puts this question together anew, a fifth of a save.
    """
    ids = [activity.id for activity in activities]
    cells: dict[int, list[Cell]] = {number: [] for number in ids}
    for cell in db.session.scalars(_CELLS, {"ids": ids}):
        cells[cell.activity_id].append(cell)
    for activity in activities:
        set_committed_value(activity, "cells", cells[activity.id])


@cache
def _reading(home: InstrumentedAttribute[int]) -> Select[Activity]:
    """Put together once for each kind of home: it is half of the work of asking."""
    return (
        select(Activity)
        .join(Activity.plan)
        .join(WorkPlan.group)
        .where(Activity.id.in_(bindparam("ids", expanding=True)), home == bindparam("home_id"))
        .order_by(Activity.id)
        .options(
            joinedload(Activity.plan, innerjoin=True).joinedload(WorkPlan.group, innerjoin=True),
        )
    )


@cache
def _locking(home: InstrumentedAttribute[int]) -> Select[Activity]:
    query = _reading(home).with_for_update(of=Activity)
    return query.execution_options(populate_existing=True)


def _check(update: Update, actor: Actor) -> None:
    _must_be_allowed(update, actor)
    plan_state.must_be_open(update.activity.plan.state)
    _must_be_possible(update)
    stale = list(_changed_since(update))
    if stale:
        raise StaleEdit(
            "Någon annan har ändrat samma sak sedan du öppnade sidan. Läs vad som är nytt och "
            "spara igen om ditt fortfarande gäller.",
            current=stale,
        )


def _must_be_allowed(update: Update, actor: Actor) -> None:
    may_shared, may_cells = parts_for(actor, update.activity)
    if not set(update.cells) <= {cell.id for cell in update.activity.cells}:
        raise NotFound("Kommunens del finns inte i den här aktiviteten.")
    if not set(update.cells) <= {cell.id for cell in may_cells}:
        raise NotAllowed("En kommuns läge sätts av kommunens egna ledamöter i gruppen.")
    if update.shared is not None and not may_shared:
        raise NotAllowed("Det gemensamma läget sätts av gruppens sammankallande.")


def _must_be_possible(update: Update) -> None:
    activity, shared = update.activity, update.shared
    if activity.status is Status.DROPPED and update.says_something:
        raise Refused("Aktiviteten är avförd. Ta upp den igen först.")
    if any(said.status not in (None, *CELL_STATUSES) for said in update.cells.values()):
        raise Refused("Välj ett läge i listan.", field="status")
    if shared is None or shared.status is None:
        return
    if shared.status not in updates.SHARED_STATUSES:
        raise Refused("Välj ett läge i listan.", field="status")
    if activity.cells:
        raise Refused(
            "Läget för en uppdelad aktivitet följer av kommunernas. Ändra deras lägen.",
            field="status",
        )


def _changed_since(update: Update) -> Iterable[Activity | Cell]:
    """The rows that have changed since the person saw them and that would be overwritten."""
    rows: dict[int, Activity | Cell] = {cell.id: cell for cell in update.activity.cells}
    said = [(rows[cell_id], words) for cell_id, words in update.cells.items()]
    if update.shared is not None:
        said.append((update.activity, update.shared))
    for row, words in said:
        if words.version != row.version and (words.status is not None or words.comment):
            yield row


def _apply(update: Update, save: Save) -> None:
    cells = {cell.id: cell for cell in update.activity.cells}
    for cell_id, said in update.cells.items():
        _say_of_cell(cells[cell_id], said, update.activity, save)
    if update.shared is not None:
        _say_of_shared(update.activity, update.shared, save)
    was = roll_up(update.activity)
    if was is not update.activity.status:
        sentence = updates.told_of_whole(was=was, now=update.activity.status)
        values = {"status": (was, update.activity.status)}
        whole = update.activity
        log(whole, save, sentence, subject=WHOLE, subject_id=whole.id, values=values)
    db.session.flush()


def _say_of_shared(activity: Activity, said: Said, save: Save) -> None:
    now = said.status or activity.status
    if not (said.comment or said.nothing_new or now is not activity.status):
        return
    sentence = updates.told(was=activity.status, now=now, comment=said.comment)
    wanted: dict[str, Any] = {"status": now, "last_heard_at": save.at}
    if said.comment:
        wanted["last_comment"] = said.comment
    values = _set(activity, wanted)
    activity.updated_at = save.at
    log(activity, save, sentence, subject=SHARED, subject_id=activity.id, values=values)


def _say_of_cell(cell: Cell, said: Said, activity: Activity, save: Save) -> None:
    now = said.status or cell.status
    if not (said.comment or said.nothing_new or now is not cell.status):
        return
    sentence = updates.told_of(
        cell.municipality.name, was=cell.status, now=now, comment=said.comment
    )
    wanted: dict[str, Any] = {"status": now, "last_heard_at": save.at}
    if said.comment:
        wanted["comment"] = said.comment
    values = _set(cell, wanted)
    values["activity_heard_at"] = (activity.last_heard_at, save.at)
    activity.last_heard_at = activity.updated_at = save.at
    log(activity, save, sentence, subject=CELL, subject_id=cell.id, values=values)


def _set(row: Activity | Cell, wanted: Mapping[str, Any]) -> dict[str, tuple[Any, Any]]:
    """Set what differs; returns (old, new) of each."""
    values = {}
    for name, new in wanted.items():
        old = getattr(row, name)
        if old != new:
            setattr(row, name, new)
            values[name] = (old, new)
    return values


def log(
    activity: Activity,
    save: Save,
    sentence: str,
    *,
    subject: str,
    subject_id: int,
    values: Mapping[str, tuple[Any, Any]],
) -> None:
    """Add a line about an activity to the change log."""
    plan = activity.plan
    changes.record(
        save,
        sentence,
        region_id=plan.group.region_id,
        subject=subject,
        subject_id=subject_id,
        group_id=plan.group_id,
        plan_id=plan.id,
        activity_id=activity.id,
        values=values,
    )
