"""The shape of a reading: what a text about time was understood to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any


class Precision(StrEnum):
    """How exactly the text says when."""

    DAY = "day"
    MONTH = "month"
    PERIOD = "period"
    YEAR = "year"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What the interval means for the undertaking."""

    ON = "on"
    BY = "by"
    WITHIN = "within"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    BY_EVENT = "by_event"
    CONDITIONAL = "conditional"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class PlanTime:
    """A text about time and its reading.

    `text` is kept for ever as written. `end` is the due date; both dates are inclusive, and
    `start` is None where it is open. `recurrence` has the key `rrule` (RFC 5545) where the text
    has one. `doubts` are Swedish sentences that ask the person what the text left open.
    """

    text: str
    start: date | None = None
    end: date | None = None
    precision: Precision = Precision.UNKNOWN
    kind: Kind = Kind.UNKNOWN
    recurrence: Mapping[str, Any] | None = None
    doubts: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The reading as plain values, in the shape of the `plantime` command."""
        return {
            "text": self.text,
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision.value,
            "kind": self.kind.value,
            "recurrence": dict(self.recurrence) if self.recurrence is not None else None,
            "doubts": list(self.doubts),
        }
