"""Gathers a plan's activities from its sections: tables wherever they stand, otherwise lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from regionhub.importing.activity_lines import LineReader, first_labelled, labels_in
from regionhub.importing.activity_tables import TableReader
from regionhub.importing.column_roles import Role
from regionhub.importing.columns import Columns, by_headings
from regionhub.importing.document import Line
from regionhub.importing.draft import ActivityDraft
from regionhub.importing.folding import words
from regionhub.importing.headings import Part, numbered_goal
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Grid, Section, spans
from regionhub.importing.rough import RoughActivity
from regionhub.importing.table_heads import find_columns
from regionhub.importing.wording import says_none

_LONGEST_HEADING = 12


@dataclass(slots=True)
class ActivityGatherer:
    """Takes what is about activities out of sections; `goals` are those named in their tables, and
    `doubts` are about what stands among activities and is none.
    """

    knowledge: Knowledge
    activities: list[RoughActivity] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    _columns: Columns | None = None
    _columns_of: Section | None = None

    def take_from(self, section: Section, above: str | None = None) -> None:
        """Read the section's activities and leave in it what is about something else.

        `above` is the heading of the chapter that the section stands in.
        """
        kept: list[Line | Grid] = []
        sums: list[Line | Grid] = []
        for item in section.items:
            if isinstance(item, Grid) and self._holds_activities(item, section):
                between = self._columns_of is section or self._is_area(kept[-1:], item)
                heading = _heading_above(kept, section, between=between) or above
                sums += self._read_grid(item, heading, section)
            else:
                kept.append(item)
        took_table = len(kept) < len(section.items) and any(section.grids)
        if section.part is Part.ACTIVITIES and not took_table:
            lines = [item for item in kept if isinstance(item, Line)]
            none = _saying_none(lines)
            told = [line for line in lines if id(line) not in none]
            remarks = self._read_lines(told, above)
            kept = [item for item in kept if isinstance(item, Grid) or id(item) in none]
            kept += remarks
        section.items = kept + sums

    def take_labelled(self, sections: Iterable[Section]) -> None:
        """Read lines with "Ansvarig:" and the like beneath them, where no heading tells of any."""
        self._take_beneath_goals([section for section in sections if _lists_beneath_goal(section)])
        for section in sections:
            if section.part not in (Part.PREFACE, Part.OTHER):
                continue
            lines = section.lines
            start = first_labelled(lines)
            if start is not None:
                _take_out(section, lines[start:])
                section.items += self._read_lines(lines[start:])

    def _take_beneath_goals(self, goals: Sequence[Section]) -> None:
        """Read the lists beneath numbered goals, when any of their items has labels."""
        if all(first_labelled(goal.lines[1:]) is None for goal in goals):
            return
        for goal in goals:
            first, *items = goal.lines
            heading = f"{goal.heading} {first.text}"
            _take_out(goal, items)
            goal.items += self._read_lines(items, heading)

    def take_calendar(self, section: Section) -> None:
        """Read lines beneath months or seasons, where no heading speaks of activities."""
        starts = (
            place
            for place, item in enumerate(section.items)
            if isinstance(item, Line) and self.knowledge.heads_time(item.text)
        )
        start = next(starts, len(section.items))
        lines = [item for item in section.items[start:] if isinstance(item, Line)]
        section.items = [
            item
            for place, item in enumerate(section.items)
            if place < start or isinstance(item, Grid)
        ]
        section.items += self._read_lines(lines)

    def _read_lines(self, lines: Sequence[Line], heading: str | None = None) -> list[Line]:
        """Read activities out of lines; returns the sentences among them that are remarks."""
        reader = LineReader(self.knowledge, heading)
        reader.read(lines)
        self.activities += reader.activities
        self._doubt(reader.remarks)
        return reader.remarks

    def _doubt(self, remarks: Sequence[Line]) -> None:
        self.doubts += [
            f"”{line.text}” står bland aktiviteterna och har lästs som en anmärkning."
            " Är det en aktivitet?"
            for line in remarks
        ]

    def finished(self) -> Iterator[ActivityDraft]:
        """The activities with times and owners read."""
        return (activity.finished(self.knowledge) for activity in self.activities)

    def _holds_activities(self, grid: Grid, section: Section) -> bool:
        _, columns = find_columns(grid.rows, self._before(section), self.knowledge)
        about_people = section.part in (Part.CONTACTS, Part.MEMBERS)
        if about_people and not {Role.DEADLINE, Role.OWNER} & set(columns.roles):
            return False
        if not any(columns.headings) and not self._tells_by_content(columns, section):
            return False
        if section.part is Part.GOALS and columns.names_goals:
            return False
        return not (columns.holds_people or columns.holds_goals or columns.holds_risks)

    def _tells_by_content(self, columns: Columns, section: Section) -> bool:
        """Whether a table without headings is one of activities where it stands."""
        dated = Role.DEADLINE in columns.roles
        return section.part is Part.ACTIVITIES or (section.part is Part.PREFACE and dated)

    def _is_area(self, above: Sequence[Line | Grid], grid: Grid) -> bool:
        """Whether the line above a table opens it and names an area: no columns are headed
        beneath it, or other areas are. One with a date rather tells of the document.
        """
        if grid.title is None or list(above) != [grid.title]:
            return False
        told = self.knowledge.is_time(grid.title.text)
        dated = told and not self.knowledge.heads_time(grid.title.text)
        return not dated and (by_headings(grid.rows[0]) is None or any(map(spans, grid.rows)))

    def _before(self, section: Section) -> Columns | None:
        """The columns that a table cut in two goes on with: those of the table just before it."""
        same = self._columns_of is section or section.part is Part.ACTIVITIES
        return self._columns if same else None

    def _read_grid(self, grid: Grid, heading: str | None, section: Section) -> list[Line | Grid]:
        """Read a table of activities; returns the sums and sentences in it, which are remarks."""
        start, columns = find_columns(grid.rows, self._before(section), self.knowledge)
        led = grid.led if grid.title and grid.title.text == heading else None
        reader = TableReader(columns, self.knowledge, heading, led)
        reader.read(grid.rows[start:])
        self._columns, self._columns_of = reader.columns, section
        self.activities += reader.activities
        self.goals += reader.goals
        self._doubt(reader.remarks)
        sums = [Grid(tuple(reader.sums))] if reader.sums else []
        return [*sums, *reader.remarks]


def _saying_none(lines: Sequence[Line]) -> set[int]:
    """The lines, by identity, that say that there is nothing to do, and what stands over them."""
    found: set[int] = set()
    for above, line in pairwise([None, *lines]):
        if line is not None and says_none(line.text):
            found.add(id(line))
            if above is not None and not above.bullet:
                found.add(id(above))
    return found


def _take_out(section: Section, lines: Sequence[Line]) -> None:
    taken = set(map(id, lines))
    section.items = [item for item in section.items if id(item) not in taken]


def _lists_beneath_goal(section: Section) -> bool:
    """Whether the section is a numbered goal with nothing but a list beneath it."""
    if section.part is not Part.GOALS or not section.lines:
        return False
    first, *items = section.lines
    listed = bool(items) and all(item.bullet for item in items)
    return listed and numbered_goal(f"{section.heading} {first.text}") is not None


def _heading_above(kept: list[Line | Grid], section: Section, *, between: bool) -> str | None:
    """The heading over a table: the short line just above, else the nearest real heading.

    `between` tells that there is a table of activities above, too, or that the line opens one.
    """
    above = [item for item in kept if isinstance(item, Line)]
    if above and numbered_goal(goal := f"{section.heading} {above[0].text}"):
        return goal
    if above and kept[-1] is above[-1] and _may_head(above[-1], section, between=between):
        if section.part is not Part.GOALS or above[-1].heading is not None:
            kept.pop()
        return above[-1].text
    nearest = next((line for line in reversed(above) if line.heading is not None), None)
    if nearest is not None:
        return nearest.text
    return section.heading if section.part is Part.OTHER and not kept else None


def _may_head(line: Line, section: Section, *, between: bool) -> bool:
    if (
        labels_in(line.text)
        or line.bullet
        or line.text.endswith(".")
        or len(words(line.text)) > _LONGEST_HEADING
    ):
        return False
    return between or line.heading is not None or section.part in (Part.ACTIVITIES, Part.GOALS)
