"""The demo region as it is told in the TOML files beside: read, checked and typed.

A story is what happens through a plan year, one line an event: "05-20 done Rutinen är antagen."
(month and day, the status from then on, and perhaps a comment). Words may hold `{year}`.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from regionhub.domain.status import Status
from regionhub.importing import region_file
from regionhub.importing.region_file import ToldRegion

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which somebody told how an activity or a cell stood."""

    day: date
    status: Status
    comment: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement: `word` is a forecast, or in the last period of the year an outcome."""

    period: str
    word: str
    trend: str
    comment: str


@dataclass(frozen=True, slots=True)
class Point:
    """A measured value; `municipality` is None for the whole region."""

    day: date
    value: str
    municipality: str | None = None


@dataclass(frozen=True, slots=True)
class GroupStory:
    """One group: who its people are, and its plans by year."""

    key: str
    area: str
    remarks: str
    people: Mapping[str, Any]
    purposes: Sequence[Mapping[str, Any]]
    plans: Mapping[int, Mapping[str, Any]]


def region() -> ToldRegion:
    """The region, its municipalities and overarching goals."""
    return region_file.read((_FOLDER / "region.toml").read_bytes())


def officials() -> Mapping[str, Mapping[str, str]]:
    """The office, the auditor, and the chief executives by municipality."""
    return _read(_FOLDER / "officials.toml")


def group(key: str, this_year: int) -> GroupStory:
    """A group's story, its plans laid on the years around this one."""
    told = _read(_FOLDER / "groups" / f"{key}.toml")
    years = {"last_year": this_year - 1, "this_year": this_year, "next_year": this_year + 1}
    return GroupStory(
        key=key,
        area=told["area"],
        remarks=told.get("remarks", ""),
        people=told["people"],
        purposes=told["purposes"],
        plans={year: told[name] for name, year in years.items() if name in told},
    )


def events(lines: Sequence[str], year: int) -> list[Event]:
    """The events of a story."""
    return [_event(line, year) for line in lines]


def judgements(lines: Sequence[str]) -> list[Judged]:
    """The judgements of a goal: "delar partly level Etapp 2 är sen."."""
    found = []
    for line in lines:
        period, word, *rest = line.split(maxsplit=3)
        trend, comment = [*rest, "", ""][:2]
        found.append(Judged(period, word, trend, comment))
    return found


def points(indicator: Mapping[str, Any], year: int) -> list[Point]:
    """The measured values of an indicator, the region's own and the municipalities'."""
    places: dict[str | None, Sequence[str]] = {None: indicator.get("points", ())}
    places.update(indicator.get("municipal", {}))
    found = []
    for place, lines in places.items():
        for line in lines:
            day, value = line.split()
            found.append(Point(on(day, year), value, place))
    return found


def on(month_and_day: str, year: int) -> date:
    """ "05-20" in a year."""
    return date.fromisoformat(f"{year}-{month_and_day}")


def _event(line: str, year: int) -> Event:
    day, status, *comment = line.split(maxsplit=2)
    return Event(on(day, year), Status(status), "".join(comment))


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))
