"""The file in which an office tells what its region is: municipalities, periods, overarching goals.

TOML, as `docs/operations.md` shows it. What is missing, of the wrong kind or unknown is refused
with its place, so that a slip of the pen changes nothing.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from regionhub.domain.errors import Refused

USUAL_CHECK_IN_DAYS = 60
_KEY = re.compile(r"[a-z][a-z0-9-]{1,39}")
_CODE = re.compile(r"\d{4}")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; without `ends` it is still running."""

    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class ToldMunicipality:
    """A municipality, and when it belongs to the region."""

    key: str
    name: str
    letters: str
    code: str
    periods: tuple[Period, ...]


@dataclass(frozen=True, slots=True)
class ToldGoal:
    """An overarching goal, in force from a year; without `to_year` still."""

    number: int
    text: str
    from_year: int
    to_year: int | None


@dataclass(frozen=True, slots=True)
class ToldRegion:
    """A region as its file tells it; municipalities in the order that people meet them."""

    key: str
    name: str
    check_in_days: int
    municipalities: tuple[ToldMunicipality, ...]
    overarching_goals: tuple[ToldGoal, ...]


def read(content: bytes) -> ToldRegion:
    """The region of a file; Refused says what is wrong with it, and where."""
    try:
        whole = _Table("Filen", tomllib.loads(content.decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise Refused(f"Filen går inte att läsa som TOML: {fault}") from fault
    region = ToldRegion(
        key=whole.matching("key", _KEY),
        name=whole.words("name"),
        check_in_days=whole.number("check_in_days", USUAL_CHECK_IN_DAYS),
        municipalities=tuple(_municipality(row) for row in whole.rows("municipalities")),
        overarching_goals=tuple(_goal(row) for row in whole.rows("overarching_goals")),
    )
    whole.nothing_left()
    _each_once("Kommunen", [place.key for place in region.municipalities])
    _each_once("Målet", [(goal.number, goal.from_year) for goal in region.overarching_goals])
    return region


class _Table:
    """A table of the file, whose values are taken out one by one."""

    def __init__(self, place: str, values: Mapping[str, Any]) -> None:
        self._place = place
        self._left = dict(values)

    def words(self, name: str, longest: int = _LONGEST) -> str:
        value = self._take(name, str)
        if not value.strip() or len(value) > longest:
            raise self._wrong(f"{name} ska ha 1 till {longest} tecken")
        return str(value.strip())

    def matching(self, name: str, pattern: re.Pattern[str]) -> str:
        value = self._take(name, str)
        if not pattern.fullmatch(value):
            raise self._wrong(f"{name} har ett värde som inte går att använda ({value})")
        return str(value)

    def number(self, name: str, usual: int | None = None) -> int:
        value = self._take(name, int, usual)
        if value <= 0:
            raise self._wrong(f"{name} ska vara större än noll")
        return int(value)

    def number_or_none(self, name: str) -> int | None:
        return self.number(name) if name in self._left else None

    def day(self, name: str) -> date:
        return self._take(name, date)  # type: ignore[no-any-return]

    def day_or_none(self, name: str) -> date | None:
        return self.day(name) if name in self._left else None

    def rows(self, name: str) -> list["_Table"]:
        found = self._take(name, list)
        if not found or not all(isinstance(row, dict) for row in found):
            raise self._wrong(f"{name} ska ha minst en post")
        return [_Table(f"{name} {number}", row) for number, row in enumerate(found, start=1)]

    def nothing_left(self) -> None:
        if self._left:
            raise self._wrong(f"{', '.join(self._left)} är okänt")

    def _take(self, name: str, kind: type, usual: Any = None) -> Any:
        value = self._left.pop(name, usual)
        if value is None:
            raise self._wrong(f"{name} saknas")
        if type(value) is not kind:
            raise self._wrong(f"{name} är av fel slag")
        return value

    def _wrong(self, what: str) -> Refused:
        return Refused(f"{self._place}: {what}.")


def _municipality(row: _Table) -> ToldMunicipality:
    place = ToldMunicipality(
        key=row.matching("key", _KEY),
        name=row.words("name"),
        letters=row.words("letters", 2),
        code=row.matching("code", _CODE),
        periods=tuple(_period(period) for period in row.rows("member")),
    )
    row.nothing_left()
    return place


def _period(row: _Table) -> Period:
    period = Period(starts=row.day("from"), ends=row.day_or_none("to"))
    row.nothing_left()
    if period.ends is not None and period.ends < period.starts:
        raise Refused(f"Medlemskapet från {period.starts} slutar innan det börjar.")
    return period


def _goal(row: _Table) -> ToldGoal:
    goal = ToldGoal(
        number=row.number("number"),
        text=row.words("text", 2_000),
        from_year=row.number("from_year"),
        to_year=row.number_or_none("to_year"),
    )
    row.nothing_left()
    return goal


def _each_once(what: str, keys: list[Any]) -> None:
    for key in keys:
        if keys.count(key) > 1:
            raise Refused(f"{what} {key} står två gånger i filen.")
