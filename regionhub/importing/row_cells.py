"""What the cells of one row of an activity table say, by the roles of their columns."""

from collections.abc import Callable

from regionhub.importing.column_roles import Role
from regionhub.importing.columns import Columns
from regionhub.importing.document import Cell, Line
from regionhub.importing.outline import Row, all_lines
from regionhub.importing.prompts import is_prompt

_LONGEST_MARK = 2
_STROKES = ("-", "–", "—")
_ROLES_READ = (
    Role.ACTIVITY,
    Role.PART,
    Role.DEADLINE,
    Role.START,
    Role.OWNER,
    Role.MUNICIPALITY,
)
_ROLES_ABOVE = (Role.NUMBER, Role.AREA, Role.GOAL)


def lines_in(row: Row, columns: Columns, role: Role, *, new: bool = False) -> list[Line]:
    """The lines in the column; `new` leaves out what a merged cell said in a row above."""
    place = columns.place(role)
    if place is None or (new and not row[place].origin):
        return []
    return [line for line in all_lines(row[place]) if not is_prompt(line.text)]


def times_in(row: Row, columns: Columns, *, new: bool = False) -> list[Line]:
    """The lines about when; a column for the start and one for the end make an interval.

    A start alone tells nothing of the end where that has a column of its own.
    """
    if marked := _marked_times(row, columns):
        return [Line(marked)]
    end = lines_in(row, columns, Role.DEADLINE, new=new)
    start = lines_in(row, columns, Role.START, new=new)
    if len(start) == len(end) == 1 and start[0].text != end[0].text:
        return [Line(f"{start[0].text} – {end[0].text}")]
    return end


def comments_in(
    row: Row, columns: Columns, is_place: Callable[[str], bool]
) -> list[tuple[str, list[Line]]]:
    """Heading and lines of every cell that no other role takes."""
    taken = {columns.place(role) for role in _ROLES_READ}
    starts = lines_in(row, columns, Role.START)
    if len(starts) > 1 or (starts and not lines_in(row, columns, Role.DEADLINE)):
        taken -= {columns.place(Role.START)}
    return [
        (columns.headings[place], all_lines(cell))
        for place, cell in enumerate(row)
        if place not in taken
        and columns.roles[place] not in _ROLES_ABOVE
        and not (columns.roles[place] is Role.WHEN and _is_mark(cell))
        and not is_place(columns.headings[place])
        and cell.origin
        and all_lines(cell)
    ]


def says_something(cell: Cell) -> bool:
    """Whether the cell holds more than the stroke that stands for nothing."""
    return any(line.text not in _STROKES for line in all_lines(cell))


def _marked_times(row: Row, columns: Columns) -> str:
    """The headings of the marked columns, those next to each other as an interval."""
    runs: list[list[str]] = []
    before = -1
    for place in columns.places(Role.WHEN):
        if all_lines(row[place]):
            if not runs or place > before + 1:
                runs.append([])
            runs[-1].append(columns.headings[place])
            before = place
    return ", ".join("–".join(dict.fromkeys((run[0], run[-1]))) for run in runs)


def _is_mark(cell: Cell) -> bool:
    """Whether the cell only says yes, with a cross, a tick or the like."""
    text = cell.text.strip()
    return len(text) <= _LONGEST_MARK and not text.isdigit()
