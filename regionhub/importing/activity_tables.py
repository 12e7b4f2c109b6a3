"""Reads the rows of an activity table, whatever its shape, into activities."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from regionhub.importing.activity_cells import ActivityCell, row_of
from regionhub.importing.activity_lines import LineReader, tells_in_labels
from regionhub.importing.areas import Areas
from regionhub.importing.cell_lists import read_entries, texts_of, whole_lines
from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.columns import Columns, by_headings, by_places
from regionhub.importing.ditto import without_dittos
from regionhub.importing.document import Cell, Line
from regionhub.importing.folding import fold, word_set
from regionhub.importing.goal_labels import beneath_goals, entries_beneath_goals
from regionhub.importing.headings import goal_named
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.outline import Row, all_lines, spans
from regionhub.importing.rough import RoughActivity, RoughRow
from regionhub.importing.row_cells import comments_in, lines_in, says_something, times_in
from regionhub.importing.table_heads import lone_heads
from regionhub.importing.wording import is_prose, is_sign, labelled, quoted, says_none

_NUMBER = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_PAIR = 2
_LISTED = re.compile(r",|/|;|\s(?:och|samt|&)\s")
_SUMS = word_set("summa totalt total")


@dataclass(slots=True)
class TableReader:
    """Walks down a table's rows and gathers `activities`, the goals of a column of goals, the rows
    that are `sums` or sentences or say that there is nothing to do, and `remarks` in cells.

    `led` is the row that gave the `section`, where it stood alone in the table above the others.
    """

    columns: Columns
    knowledge: Knowledge
    section: str | None = None
    led: Row | None = None
    activities: list[RoughActivity] = field(default_factory=list)
    goals: list[str] = field(default_factory=list)
    sums: list[Row] = field(default_factory=list)
    remarks: list[Line] = field(default_factory=list)
    _areas: Areas = field(default_factory=Areas)
    _time: str | None = None
    _last_time: str | None = None
    _heads: frozenset[int] = frozenset()
    _numbered: tuple[str, str | None] = ("", None)

    def read(self, rows: Sequence[Row]) -> None:
        """Read the rows beneath the headings."""
        rows = list(without_dittos(rows))
        self._heads = lone_heads(rows, self.columns, self._goes_on, self.led)
        if self.led and self.section:
            self._begin_section(self.section)
        whole_plan = sum(bool(self._lines(row, Role.ACTIVITY)) for row in rows) == 1
        for number, row in enumerate(rows):
            below = rows[number + 1 : number + 2]
            if self._repeats_headings(row):
                continue
            if self._adds_up(row) or self._says_none(row) or self._is_prose(row):
                self.sums.append(row)
                continue
            self._leave_numbered_section(row)
            heading = self._heading(row) or self._numbered_heading(row, below)
            if number in self._heads:
                heading = " ".join(line.text for cell in row for line in all_lines(cell))
            if heading is not None:
                self._begin_section(heading)
            self.goals += self._areas.take(row, self.columns)
            if heading is not None:
                continue
            if self._is_row_of_last(row, below):
                self._add_row(row)
            elif (place := self._lone_municipality(row)) is not None:
                self._begin_section(place)
            else:
                self._add_activities(row, below, whole_plan=whole_plan)

    def _begin_section(self, heading: str) -> None:
        goal = goal_named(heading)
        if goal:
            self.goals.append(goal)
        self._time = heading if self.knowledge.heads_time(heading) else None
        self.section, self._last_time = goal or heading, None
        self._areas.clear()

    def _lines(self, row: Row, role: Role, *, new: bool = False) -> list[Line]:
        return lines_in(row, self.columns, role, new=new)

    def _repeats_headings(self, row: Row) -> bool:
        """Whether the row heads the columns once more, perhaps in another order."""
        columns = by_headings(row) or by_places(row, self._is_municipality)
        if columns is None:
            return False
        if columns.headings != self.columns.headings and not columns.all_told:
            return False
        self.columns = columns
        return True

    def _adds_up(self, row: Row) -> bool:
        """Whether the row is the sum beneath a column of figures."""
        first = next((line.text for cell in row for line in all_lines(cell) if cell.origin), "")
        planned = bool(self._times(row) or self._lines(row, Role.OWNER))
        return (self._lacks_activity(row) or not planned) and fold(first.rstrip(":")) in _SUMS

    def _says_none(self, row: Row) -> bool:
        """Whether the row only says that there is nothing to do ("Ej aktuellt i år")."""
        lines = [line for cell in row if cell.origin for line in all_lines(cell)]
        return bool(self._lines(row, Role.ACTIVITY)) and all(says_none(one.text) for one in lines)

    def _is_prose(self, row: Row) -> bool:
        """Whether the row has one sentence over its whole width, and names nothing beneath it."""
        return len(row) > 1 and spans(row) and is_prose(row[0].text) and len(row[0].lines) == 1

    # Headings and areas

    def _heading(self, row: Row) -> str | None:
        """The words of a row that only names what stands beneath it."""
        filled = [cell for cell in row if cell.origin and all_lines(cell)]
        if labelled_goal := self._labelled_goal(row):
            return labelled_goal
        if len(filled) != 1 or len(filled[0].lines) != 1:
            return None
        line = filled[0].lines[0]
        if len(row) > 1 and spans(row):
            return line.text
        if any(cell.lines and not cell.origin for cell in row):
            return None
        if row.index(filled[0]) > (self.columns.place(Role.ACTIVITY) or 0):
            return None
        marked = line.bold or line.heading is not None or line.text.endswith(":")
        marked = marked or line.text.isupper() or self.knowledge.heads_time(line.text)
        return line.text if marked and not self._is_municipality(line.text) else None

    def _labelled_goal(self, row: Row) -> str | None:
        """The words of a row that says "Mål" or "Område" to the left and which to the right."""
        role = role_of(row[0].text)
        if role not in (Role.GOAL, Role.AREA) or len(row) <= _PAIR or not spans(row[1:]):
            return None
        text = " ".join(line.text for line in all_lines(row[1]))
        if text and role is Role.GOAL:
            self.goals.append(text)
        return text or None

    def _numbered_heading(self, row: Row, below: Sequence[Row]) -> str | None:
        """The words of a row numbered 1 without a time or owner, above one that is numbered 1.1."""
        told = self._lines(row, Role.ACTIVITY)
        if len(told) != 1 or self._times(row) or self._lines(row, Role.OWNER):
            return None
        number = self._number(row)
        if not number or not any(self._number(one).startswith(f"{number}.") for one in below):
            return None
        self._numbered = number, self.section
        return told[0].text

    def _leave_numbered_section(self, row: Row) -> None:
        """Go back to the section around the one numbered 1 at a row numbered 2."""
        section, outside = self._numbered
        number = self._number(row)
        if section and number and not number.startswith(f"{section}."):
            self.section, self._numbered = outside, ("", None)

    def _number(self, row: Row) -> str:
        """The row's number, in a column of its own or before the activity."""
        place = self.columns.place(Role.NUMBER)
        if place is not None:
            return row[place].text.rstrip(".")
        told = self._lines(row, Role.ACTIVITY)
        found = _NUMBER.match(told[0].text) if told else None
        if found:
            return found[1]
        return str(told[0].number or "") if told else ""

    def _lone_municipality(self, row: Row) -> str | None:
        """A municipality that stands alone in its row, over activities of its own."""
        filled = [cell for cell in row if cell.origin and all_lines(cell)]
        alone = len(filled) == 1 and self._is_place_row(row)
        return filled[0].text if alone else None

    def _section_for(self, within: str | None) -> str | None:
        areas = self._areas.names(self.columns)
        named = [name for name in (self.section, *areas, within) if name]
        return " – ".join(dict.fromkeys(named)) or None

    # Rows beneath an activity

    def _is_row_of_last(self, row: Row, below: Sequence[Row]) -> bool:
        """Whether the row says more of the activity above: no activity of its own, or a place."""
        if not self.activities:
            return False
        if self._lacks_activity(row) or self._repeats_activity(row, self.activities[-1]):
            return True
        if not self._is_place_row(row):
            return False
        tells_more = self._lines(row, Role.DEADLINE) or self._lines(row, Role.OWNER)
        followed = bool(below) and self._is_place_row(below[0])
        return bool(tells_more or followed or self.activities[-1].rows)

    def _lacks_activity(self, row: Row) -> bool:
        place = self.columns.place(Role.ACTIVITY)
        return place is not None and not self._lines(row, Role.ACTIVITY, new=True)

    def _goes_on(self, row: Row) -> bool:
        return self._lacks_activity(row) or self._is_place_row(row)

    def _repeats_activity(self, row: Row, last: RoughActivity) -> bool:
        """Whether the row says an activity's words once more for another place or part."""
        same = [line.text for line in self._lines(row, Role.ACTIVITY)]
        part = [
            line.text
            for role in (Role.PART, Role.MUNICIPALITY)
            for line in self._lines(row, role, new=True)
        ]
        told = [part.text for part in last.rows]
        return same == [last.text] and bool(part and told) and " ".join(part) not in told

    def _is_place_row(self, row: Row) -> bool:
        lines = self._lines(row, Role.ACTIVITY, new=True)
        return len(lines) == 1 and self._is_municipality(lines[0].text)

    def _is_municipality(self, text: str) -> bool:
        return self.knowledge.vocabulary.is_municipality(text)

    def _add_row(self, row: Row) -> None:
        activity = self.activities[-1]
        repeats = self._repeats_activity(row, activity)
        text = " ".join(
            line.text
            for role in (Role.ACTIVITY, Role.PART, Role.MUNICIPALITY)
            if role is not Role.ACTIVITY or not repeats
            for line in self._lines(row, role, new=True)
        )
        times = list(texts_of(times_in(row, self.columns, new=not text)))
        owners = list(texts_of(self._lines(row, Role.OWNER, new=True)))
        if text:
            activity.rows.append(row_of(text, self.knowledge.vocabulary, times, owners))
        elif times or owners:
            activity.times += times
            activity.owners += owners
            activity.doubts.append(
                f"En rad utan aktivitet har lagts till här: {quoted(times + owners)}. Hör den hit?"
            )
        for heading, comment in self._comment_cells(row):
            activity.comments.append(labelled(heading, "\n".join(texts_of(comment))))
        activity.rows += self._rows_by_column(row)

    # Activities

    def _add_activities(self, row: Row, below: Sequence[Row], *, whole_plan: bool) -> None:
        lines = self._lines(row, Role.ACTIVITY)
        if not lines:
            return
        if tells_in_labels(lines):
            self._add_labelled(lines, row)
            return
        times, owners = self._times(row), self._lines(row, Role.OWNER)
        counts = {len(list(texts_of(times))), len(list(texts_of(owners)))} - {0, 1}
        vocabulary = self.knowledge.vocabulary
        entries = entries_beneath_goals(lines) or read_entries(
            lines, whole_plan=whole_plan, counts=counts, vocabulary=vocabulary
        )
        self.goals += (goal for goal, _ in beneath_goals(lines) if goal)
        cell = ActivityCell(entries, self._section_for, vocabulary)
        if len(times) == 1 and self._time_stands_first():
            cell.lead_with(times)
        else:
            cell.share_times(times)
        cell.share_owners(owners)
        for heading, comment in self._comment_cells(row):
            cell.share_comments(heading, comment)
        if len(cell.activities) == 1:
            self._add_places(cell.activities[0], row, below)
        if len(entries) == 1 and len(whole_lines(lines, wrap=0)) > 1:
            cell.activities[0].doubts.append(
                "Cellen har flera stycken och har lästs som en aktivitet. Är det flera?"
            )
        self._tell_time_above(cell.activities, times)
        self.activities += cell.activities

    def _add_labelled(self, lines: Sequence[Line], row: Row) -> None:
        """Activities of a cell that says itself when and who; what stands beside it goes with
        them where they leave it open.
        """
        found: list[RoughActivity] = []
        for goal, told in beneath_goals(lines):
            self.goals += [goal] if goal else []
            reader = LineReader(self.knowledge, self._section_for(goal))
            reader.read(told)
            found += reader.activities
            self.remarks += reader.remarks
        times = [line.text for line in self._times(row)]
        owners = list(texts_of(self._lines(row, Role.OWNER)))
        for activity in found:
            activity.times = activity.times or times
            activity.owners = activity.owners or owners
            activity.comments += [
                labelled(heading, "\n".join(texts_of(comment)))
                for heading, comment in self._comment_cells(row)
            ]
        self.activities += found

    def _tell_time_above(self, found: Sequence[RoughActivity], times: Sequence[Line]) -> None:
        """Give the activities the time that heads them: of the section, or of a row above theirs
        in a calendar, where what happens in the same month has an empty cell.
        """
        if times:
            heads = self._time_stands_first() and self.knowledge.heads_time(times[0].text)
            self._last_time = times[0].text if heads and len(times) == 1 else None
        above = None if times or self._time else self._last_time
        for activity in found:
            activity.time_above = self._time or above
            if above:
                activity.doubts.append(f"Tiden ”{above}” står på en rad ovanför. Gäller den här?")

    def _time_stands_first(self) -> bool:
        when, what = self.columns.place(Role.DEADLINE), self.columns.place(Role.ACTIVITY)
        return when is not None and what is not None and when < what

    def _times(self, row: Row) -> list[Line]:
        return times_in(row, self.columns)

    def _comment_cells(self, row: Row) -> list[tuple[str, list[Line]]]:
        return comments_in(row, self.columns, self._is_municipality)

    def _rows_by_column(self, row: Row) -> list[RoughRow]:
        """Rows out of columns that are headed by a municipality each."""
        vocabulary = self.knowledge.vocabulary
        return [
            self._place_row(heading, key, cell)
            for heading, cell in zip(self.columns.headings, row, strict=True)
            if (key := vocabulary.bare_municipality(heading))
            and cell.origin
            and says_something(cell)
        ]

    def _place_row(self, name: str, key: str, cell: Cell) -> RoughRow:
        """What a cell says of its municipality: when, who, only that it takes part, or in words."""
        text = " ".join(line.text for line in all_lines(cell))
        if self.knowledge.is_bare_time(text) and self.knowledge.time(text).end is not None:
            return RoughRow(name, key, times=[text])
        if self.knowledge.names_people(text):
            return RoughRow(name, key, owners=[text])
        return RoughRow(name if is_sign(text) else text, key)

    def _add_places(self, activity: RoughActivity, row: Row, below: Sequence[Row]) -> None:
        """Rows out of a column of municipalities, out of one for each, and out of one of parts."""
        activity.rows += self._rows_by_column(row)
        parts = [line.text for line in self._lines(row, Role.PART)]
        activity.rows += [row_of(part, self.knowledge.vocabulary) for part in parts]
        if len(parts) == 1:
            self._begin_rows(activity, below)
        names = [
            name.strip()
            for line in self._lines(row, Role.MUNICIPALITY)
            for name in _LISTED.split(line.text)
        ]
        if not names:
            return
        if not all(map(self._is_municipality, names)):
            activity.comments.append(f"Kommun: {', '.join(names)}")
            return
        activity.rows += [row_of(name, self.knowledge.vocabulary) for name in names]
        if len(names) == 1:
            self._begin_rows(activity, below)

    def _begin_rows(self, activity: RoughActivity, below: Sequence[Row]) -> None:
        """Give the first of several rows the time and owners that stand beside it."""
        if not below or not (
            self._lacks_activity(below[0]) or self._repeats_activity(below[0], activity)
        ):
            return
        if not self._reaches_down(Role.DEADLINE, below[0]):
            activity.rows[-1].times, activity.times = activity.times, []
        if not self._reaches_down(Role.OWNER, below[0]):
            activity.rows[-1].owners, activity.owners = activity.owners, []

    def _reaches_down(self, role: Role, below: Row) -> bool:
        """Whether the column's cell in a row is part of the one above."""
        place = self.columns.place(role)
        return place is not None and bool(below[place].lines) and not below[place].origin
