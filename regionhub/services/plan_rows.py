"""The activities of a plan as rows to choose among and to sort."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from regionhub.domain.plantime.reading import Kind
from regionhub.domain.status import Flag, Status
from regionhub.domain.swedish import sort_key
from regionhub.models import Activity, WorkPlan
from regionhub.services import standing
from regionhub.services.standing import Standing

SORTS = ("plan", "activity", "time", "owner", "status", "heard")
_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_STATUS_ORDER: tuple[Status | Flag, ...] = (
    Flag.OVERDUE,
    Flag.SILENT,
    Status.IN_PROGRESS,
    Status.NOT_STARTED,
    Status.PAUSED,
    Status.DONE,
    Status.DROPPED,
)


@dataclass(frozen=True, slots=True)
class Row:
    """An activity and how it stands."""

    activity: Activity
    standing: Standing

    @property
    def last_said(self) -> str:
        """The last words about it."""
        return standing.last_said(self.activity)

    @property
    def continuous(self) -> bool:
        """Whether it goes on all the time, apart from the year's own items."""
        return self.activity.when_kind is Kind.CONTINUOUS


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person has asked to see; an empty word means all. Unknown words find nothing."""

    status: str = ""
    owner: str = ""
    municipality: str = ""
    section: str = ""
    sort: str = "plan"
    descending: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything is filtered away."""
        return bool(self.status or self.owner or self.municipality or self.section)

    def sorted_by(self, sort: str) -> "Choice":
        """The same choice sorted by a column; by the same column again, the other way round."""
        return replace(self, sort=sort, descending=self.sort == sort and not self.descending)

    def in_address(self) -> dict[str, str]:
        """The choice as words of the query string, without those that say nothing."""
        said = {
            "status": self.status,
            "ansvarig": self.owner,
            "kommun": self.municipality,
            "avsnitt": self.section,
            "sortera": "" if self.sort == "plan" else self.sort,
            "ordning": "fallande" if self.descending else "",
        }
        return {name: word for name, word in said.items() if word}


@dataclass(frozen=True, slots=True)
class Offered:
    """What the filters have to offer in this plan, as (word in the address, word shown)."""

    statuses: list[tuple[str, str]]
    owners: list[tuple[str, str]]
    municipalities: list[tuple[str, str]]
    sections: list[tuple[str, str]]


def of_plan(plan: WorkPlan, *, today: date, check_in_days: int) -> list[Row]:
    """Every activity of the plan with its standing, in the plan's order."""
    return [
        Row(activity, standing.of(activity, plan, today=today, check_in_days=check_in_days))
        for activity in plan.activities
    ]


def chosen(rows: Sequence[Row], choice: Choice) -> list[Row]:
    """The rows that the choice asks for, sorted; equals keep the plan's order."""
    found = [row for row in rows if _fits(row, choice)]
    if choice.sort in _SORT_KEYS:
        found.sort(key=_SORT_KEYS[choice.sort], reverse=choice.descending)
    elif choice.descending:
        found.reverse()
    return found


def offered(rows: Sequence[Row]) -> Offered:
    """What there is to filter by."""
    activities = [row.activity for row in rows]
    states = {a.status for a in activities} | {f for r in rows for f in r.standing.flags}
    places = {cell.municipality for activity in activities for cell in activity.cells}
    owners = {owner.name for activity in activities for owner in activity.owners}
    sections = dict.fromkeys(activity.section for activity in activities if activity.section)
    return Offered(
        statuses=[(state.value, state.label) for state in (*Status, *Flag) if state in states],
        owners=[(name, name) for name in sorted(owners, key=sort_key)],
        municipalities=[(p.key, p.name) for p in sorted(places, key=lambda place: place.position)],
        sections=[(section, section) for section in sections],
    )


def _fits(row: Row, choice: Choice) -> bool:
    states = {row.activity.status, row.standing.state, *row.standing.flags}
    return (
        (not choice.status or choice.status in states)
        and (not choice.owner or any(o.name == choice.owner for o in row.activity.owners))
        and (
            not choice.municipality
            or any(c.municipality.key == choice.municipality for c in row.activity.cells)
        )
        and (not choice.section or row.activity.section == choice.section)
    )


def _state_place(row: Row) -> int:
    return _STATUS_ORDER.index(row.standing.state)


_SORT_KEYS: dict[str, Any] = {
    "activity": lambda row: sort_key(row.activity.title),
    "time": lambda row: row.activity.when_end or date.max,
    "owner": lambda row: sort_key(row.activity.owner_text),
    "status": _state_place,
    "heard": lambda row: row.activity.last_heard_at or _LONG_AGO,
}
