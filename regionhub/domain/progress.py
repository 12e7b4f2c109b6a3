"""Rolling up: one activity from its municipalities' cells, one count from many activities."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regionhub.domain.status import Flag, Status
from regionhub.domain.swedish import listed


@dataclass(frozen=True, slots=True)
class CellState:
    """One municipality's place in the strip: what is shown there and for whom."""

    name: str
    letters: str
    state: Status | Flag


def rolled_up(cells: Iterable[Status]) -> Status | None:
    """The status that follows from the cells, or None where no municipality takes part.

    Done when all that take part are done; not started when none has begun; paused when every
    cell that is not done rests; otherwise in progress.
    """
    taking_part = [s for s in cells if s not in (Status.NOT_PARTICIPATING, Status.DROPPED)]
    if not taking_part:
        return None
    kinds = set(taking_part)
    if kinds == {Status.DONE}:
        return Status.DONE
    if kinds == {Status.NOT_STARTED}:
        return Status.NOT_STARTED
    if kinds <= {Status.DONE, Status.PAUSED}:
        return Status.PAUSED
    return Status.IN_PROGRESS


def sentence(cells: Sequence[CellState]) -> str:
    """The strip read aloud: "4 av 6 klara; Vindeln försenad; Bjurholm deltar inte"."""
    if not cells:
        return "Inte uppdelad på kommuner"
    done = sum(cell.state is Status.DONE for cell in cells)
    parts = [f"{done} av {len(cells)} klara"]
    for state, one, several in _NAMED_STATES:
        names = [cell.name for cell in cells if cell.state is state]
        if names:
            parts.append(f"{listed(names)} {one if len(names) == 1 else several}")
    return "; ".join(parts)


_NAMED_STATES: tuple[tuple[Status | Flag, str, str], ...] = (
    (Flag.OVERDUE, "försenad", "försenade"),
    (Flag.SILENT, "tyst", "tysta"),
    (Status.IN_PROGRESS, "pågår", "pågår"),
    (Status.NOT_STARTED, "ej påbörjad", "ej påbörjade"),
    (Status.PAUSED, "vilande", "vilande"),
    (Status.NOT_PARTICIPATING, "deltar inte", "deltar inte"),
)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many activities stand where. Late and silent overlap with the stored statuses."""

    total: int = 0
    done: int = 0
    in_progress: int = 0
    not_started: int = 0
    paused: int = 0
    dropped: int = 0
    overdue: int = 0
    silent: int = 0
    due_soon: int = 0

    @property
    def counted(self) -> int:
        """What the share of done is reckoned on: all that has not been dropped."""
        return self.total - self.dropped

    @property
    def percent_done(self) -> int:
        """Whole per cent done of what has not been dropped; 0 when there is nothing."""
        return round(100 * self.done / self.counted) if self.counted else 0

    def __add__(self, other: "Tally") -> "Tally":
        mine, theirs = self._values(), other._values()
        return Tally(*(a + b for a, b in zip(mine, theirs, strict=True)))

    def _values(self) -> tuple[int, ...]:
        return (
            self.total,
            self.done,
            self.in_progress,
            self.not_started,
            self.paused,
            self.dropped,
            self.overdue,
            self.silent,
            self.due_soon,
        )


def tally(items: Iterable[tuple[Status, Iterable[Flag]]]) -> Tally:
    """Count activities given as (stored status, what follows on this day)."""
    counts: Counter[str] = Counter()
    for status, flags in items:
        counts.update(("total", status.value, *(flag.value for flag in flags)))
    return Tally(**{name: counts[name] for name in Tally.__slots__})
