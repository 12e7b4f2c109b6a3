"""The areas and goals that stand beside activities, and go on in the empty cells beneath."""

from dataclasses import dataclass, field

from regionhub.importing.column_roles import Role
from regionhub.importing.columns import Columns
from regionhub.importing.outline import Row, all_lines


@dataclass(slots=True)
class Areas:
    """What holds at the row read last; a column's new words end those of columns to its right."""

    _named: dict[int, str] = field(default_factory=dict)

    def take(self, row: Row, columns: Columns) -> list[str]:
        """Take in a row; returns the goals that it names anew."""
        goals = []
        for place in sorted(columns.places(Role.AREA) + columns.places(Role.GOAL)):
            cell = row[place]
            text = " ".join(line.text for line in all_lines(cell))
            if not text or (not cell.origin and self._named.get(place) == text):
                continue
            self._named = {left: name for left, name in self._named.items() if left < place}
            self._named[place] = text
            if cell.origin and columns.roles[place] is Role.GOAL:
                goals.append(text)
        return goals

    def names(self, columns: Columns) -> list[str]:
        """The areas, then the goals."""
        order = columns.places(Role.AREA) + columns.places(Role.GOAL)
        return [self._named[place] for place in order if place in self._named]

    def clear(self) -> None:
        """Forget all, as where a new section begins."""
        self._named = {}
