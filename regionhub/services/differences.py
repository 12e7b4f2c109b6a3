"""What a save changed, field by field, and the sentence that tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from regionhub.domain.plantime.reading import PlanTime
from regionhub.domain.swedish import long_date

LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: its name in the log's values, its name in a sentence, what it was and is."""

    field: str
    name: str
    old: Any
    new: Any


def between(row: Any, wanted: dict[str, tuple[str, Any]]) -> list[Difference]:
    """How the row differs from what is wanted, given as field → (name in a sentence, value)."""
    return [
        Difference(field, name, getattr(row, field), new)
        for field, (name, new) in wanted.items()
        if getattr(row, field) != new
    ]


def apply(row: Any, differences: Iterable[Difference]) -> None:
    """Set the new values on the row."""
    for difference in differences:
        setattr(row, difference.field, difference.new)


def told(differences: Iterable[Difference]) -> str:
    """ "Ändrade ansvarig från ”Eva” till ”Bo”. Tog bort beskrivning ”…”"."""
    return ". ".join(_told(difference) for difference in differences)


def values(differences: Iterable[Difference]) -> dict[str, tuple[Any, Any]]:
    """What the log keeps: field → (old, new)."""
    return {d.field: (_kept(d.old), _kept(d.new)) for d in differences}


def _told(difference: Difference) -> str:
    old, new = difference.old, difference.new
    if isinstance(old, PlanTime) and isinstance(new, PlanTime):
        if old.end and new.end and old.end != new.end:
            return f"Flyttade slutdatum från {long_date(old.end)} till {long_date(new.end)}"
        old, new = old.text, new.text
    was, now = in_words(old), in_words(new)
    if len(was) + len(now) > LONGEST_QUOTE:
        return f"Ändrade {difference.name}"
    if not was:
        return f"Satte {difference.name} till ”{now}”"
    if not now:
        return f"Tog bort {difference.name} ”{was}”"
    return f"Ändrade {difference.name} från ”{was}” till ”{now}”"


def in_words(value: Any) -> str:
    """A value as it stands in a sentence."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        # In one piece, as every number in Swedish: "1 256,5".
        return f"{value.normalize():,f}".replace(",", "\N{NO-BREAK SPACE}").replace(".", ",")
    if isinstance(value, date):
        return long_date(value)
    return str(getattr(value, "label", value))


def _kept(value: Any) -> Any:
    return value.as_dict() if isinstance(value, PlanTime) else value
