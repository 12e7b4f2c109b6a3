"""Finds what each column of a table holds: by its heading in any wording, otherwise by content."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from regionhub.importing.column_roles import Role, heading_role, role_of
from regionhub.importing.document import Cell
from regionhub.importing.folding import fold, words

_LONGEST_HEADING = 8
_MOST_LINES = 3
_FEWEST_PLACES = 2
_YEAR_LENGTH = 4
_ABOUT = (Role.ACTIVITY, Role.PART, Role.GOAL, Role.NAME)
_MOST_LIKELY = 0.5
_RISK = re.compile(r"\b(?:risk(?:er|en)?|sannolikhet)\b")
_WEAK_TIME = re.compile(r"genomf|slutfort")


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns, left to right, and the headings they stood under."""

    roles: tuple[Role | None, ...]
    headings: tuple[str, ...]

    def place(self, role: Role) -> int | None:
        """The first column with the role."""
        return self.roles.index(role) if role in self.roles else None

    def places(self, role: Role | None) -> list[int]:
        """Every column with the role."""
        return [place for place, own in enumerate(self.roles) if own is role]

    @property
    def names_what(self) -> bool:
        """Whether a heading says outright what the rows are about."""
        return any(heading_role(heading) in _ABOUT for heading in self.headings)

    @property
    def names_goals(self) -> bool:
        """Whether a heading says outright that the rows are goals, and none that they are tasks."""
        told = set(map(heading_role, self.headings))
        return Role.GOAL in told and Role.ACTIVITY not in told

    @property
    def all_told(self) -> bool:
        """Whether every heading tells a role by its own words."""
        return all(role_of(heading) is not None for heading in self.headings if heading)

    @property
    def holds_risks(self) -> bool:
        """Whether the table lists what may happen, with what to do about it beside."""
        return any(_RISK.search(fold(heading)) for heading in self.headings)

    @property
    def holds_people(self) -> bool:
        """Whether the table lists people."""
        return Role.NAME in self.roles and Role.ACTIVITY not in self.roles

    @property
    def holds_goals(self) -> bool:
        """Whether the table lists goals and nothing to do about them."""
        return Role.GOAL in self.roles and Role.ACTIVITY not in self.roles


def by_headings(row: Sequence[Cell]) -> Columns | None:
    """The columns that a heading row announces, or None when the row is no heading row."""
    if any(len(cell.lines) > _MOST_LINES for cell in row):
        return None
    headings = tuple(" ".join(line.text for line in cell.lines) for cell in row)
    if any(len(words(one)) > _LONGEST_HEADING or ": " in one for one in headings):
        return None
    roles = [heading_role(heading) for heading in headings]
    if any(_is_numbered(one, role) for one, role in zip(headings, roles, strict=True)):
        return None
    if roles.count(Role.WHEN) == 1:
        roles = [None if role is Role.WHEN else role for role in roles]
    if not _tell_enough(set(roles)) or len(set(headings)) < len(set(roles)):
        return None
    return Columns(_settled(roles, headings), headings)


def by_places(row: Sequence[Cell], is_place: Callable[[str], bool]) -> Columns | None:
    """The columns of a table that has one for each place and little else, or None."""
    if not row or any(len(cell.lines) > 1 for cell in row):
        return None
    headings = tuple(cell.text for cell in row)
    roles = [heading_role(heading) for heading in headings]
    if Role.ACTIVITY not in roles and not headings[0]:
        roles[0] = Role.ACTIVITY
    if Role.ACTIVITY not in roles or len(set(filter(is_place, headings))) < _FEWEST_PLACES:
        return None
    return Columns(_settled(roles, headings), headings)


def by_content(
    rows: Sequence[Sequence[Cell]],
    *,
    is_time: Callable[[str], bool],
    is_owner: Callable[[str], float],
) -> Columns:
    """The columns of a table without headings, from what most of their lines look like.

    `is_owner` says how surely a text is one, from 0 to 1.
    """
    columns = [
        [line.text for cell in column for line in cell.lines] for column in zip(*rows, strict=True)
    ]
    roles: list[Role | None] = [
        Role.NUMBER if texts and all(text.strip(".)").isdigit() for text in texts) else None
        for texts in columns
    ]
    _mark_likeliest(roles, columns, Role.DEADLINE, is_time)
    _mark_likeliest(roles, columns, Role.OWNER, is_owner)
    left = [place for place, role in enumerate(roles) if role is None]
    if not left:
        # Something must say what is done: a column of owners does, unless all are sure.
        owners = [place for place, role in enumerate(roles) if role is Role.OWNER]
        left = [place for place in owners if min(map(is_owner, columns[place])) < 1]
    longest = max(left, key=lambda place: (_mean_length(columns[place]), -place), default=None)
    for place in left:
        roles[place] = Role.AREA if longest is not None and place < longest else Role.COMMENT
    if longest is not None:
        roles[longest] = Role.ACTIVITY
    return Columns(tuple(roles), ("",) * len(roles))


def _is_numbered(heading: str, role: Role | None) -> bool:
    """Whether the words are one of many ("Aktivitet 2", "Vecka 12") and head no column."""
    numbers = [word for word in words(heading) if word.isdigit() and len(word) < _YEAR_LENGTH]
    return bool(numbers) and role in (Role.ACTIVITY, Role.DEADLINE, Role.OWNER)


def _tell_enough(roles: set[Role | None]) -> bool:
    """Whether the roles met in a row make it a heading row of a table that a plan may have."""
    roles = roles - {None, Role.NUMBER}
    if roles & {Role.ACTIVITY, Role.PART, Role.GOAL}:
        return len(roles) > 1
    if Role.NAME in roles and roles & {Role.CONTACT, Role.MUNICIPALITY}:
        return True
    return {Role.DEADLINE, Role.OWNER} <= roles


def _settled(roles: Sequence[Role | None], headings: Sequence[str]) -> tuple[Role | None, ...]:
    """One column each for activity, time and owner; what is to spare becomes a comment."""
    settled = list(roles)
    if Role.ACTIVITY not in settled:
        settled = [Role.ACTIVITY if role is Role.PART else role for role in settled]
    plans = not set(settled).isdisjoint({Role.ACTIVITY, Role.DEADLINE, Role.OWNER})
    if plans and Role.OWNER not in settled:
        settled = [Role.OWNER if role is Role.NAME else role for role in settled]
    if Role.DEADLINE not in settled:
        settled = [Role.DEADLINE if role is Role.START else role for role in settled]
    if plans and Role.ACTIVITY not in settled:
        settled[_likeliest_activity(settled, headings)] = Role.ACTIVITY
    _keep_first(settled, Role.ACTIVITY, range(len(settled)))
    _keep_first(settled, Role.OWNER, range(len(settled)))
    sure_first = sorted(
        range(len(settled)), key=lambda place: bool(_WEAK_TIME.search(fold(headings[place])))
    )
    _keep_first(settled, Role.DEADLINE, sure_first)
    return tuple(settled)


def _likeliest_activity(roles: Sequence[Role | None], headings: Sequence[str]) -> int:
    """The column that says what is done where none is headed so."""
    for wanted in (None, Role.GOAL, Role.AREA, Role.COMMENT):
        for place, role in enumerate(roles):
            if role is wanted and headings[place]:
                return place
    return 0


def _keep_first(roles: list[Role | None], role: Role, order: Iterable[int]) -> None:
    places = [place for place in order if roles[place] is role]
    for place in places[1:]:
        roles[place] = Role.COMMENT


def _mark_likeliest(
    roles: list[Role | None],
    columns: Sequence[Sequence[str]],
    role: Role,
    is_one: Callable[[str], float],
) -> None:
    """Give the role to the column with the greatest share of such lines, of equals the tersest."""
    shares = [
        (sum(map(is_one, texts)) / len(texts), -_mean_length(texts), place)
        for place, texts in enumerate(columns)
        if texts and roles[place] is None
    ]
    share, _, place = max(shares, default=(0.0, 0.0, 0))
    if share > _MOST_LIKELY:
        roles[place] = role


def _mean_length(texts: Sequence[str]) -> float:
    return sum(map(len, texts)) / len(texts) if texts else 0.0
