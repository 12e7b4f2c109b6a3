"""Lays a document out as the parts of a plan: headings found, tables told from framed text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from regionhub.importing.activity_lines import labels_in
from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.columns import by_headings
from regionhub.importing.document import Cell, Document, Line, Table
from regionhub.importing.forms import turned_forms
from regionhub.importing.goal_labels import is_labelled, labelled_lines
from regionhub.importing.headings import Part, contact_line, part_of, plan_word, split_label
from regionhub.importing.prompts import is_prompt

Row = tuple[Cell, ...]
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Grid:
    """Consecutive rows of one table that are rows in earnest, not text in a frame.

    `led` is the row just above them in the table, where one line stands alone in it.
    """

    rows: tuple[Row, ...]
    led: Row | None = None

    @property
    def title(self) -> Line | None:
        """The line of the row above."""
        return _filled(self.led)[0].lines[0] if self.led else None


@dataclass(slots=True)
class Section:
    """A part of the plan with the lines and grids that stand in it."""

    part: Part
    heading: str = ""
    level: int | None = None
    items: list[Line | Grid] = field(default_factory=list)

    @property
    def lines(self) -> list[Line]:
        return [item for item in self.items if isinstance(item, Line)]

    @property
    def grids(self) -> list[Grid]:
        return [item for item in self.items if isinstance(item, Grid)]


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that stands where a heading of the plan may stand.

    `leads` tells that it stands alone in a table, above a row of more than a pair of cells.
    """

    line: Line
    leads: bool = False


_Piece = Line | Grid | _Heading


def outline(document: Document) -> list[Section]:
    """The document's sections in order; what stands before any heading is the preface."""
    sections = [Section(Part.PREFACE)]
    for piece in _pieces(document.blocks):
        if isinstance(piece, Grid):
            sections[-1].items.append(piece)
        elif isinstance(piece, _Heading):
            _begin(sections, piece.line, leads=piece.leads)
        elif piece.goes_on or not is_prompt(piece.text):
            sections[-1].items.append(piece)
    return sections


def _begin(sections: list[Section], line: Line, *, leads: bool) -> None:
    """Begin a section with the line, or add it to the last where it is no heading of a part."""
    part, label = part_of(line.text), split_label(line.text)
    awaited = sections[-1].part is Part.ACTIVITIES and not sections[-1].items
    if (
        _is_title(line, sections)
        or _is_about_an_activity(line, sections[-1])
        or (leads and awaited and _may_name_area(line))
    ):
        sections[-1].items.append(line)
    elif part is not None:
        sections.append(Section(part, line.text, line.heading))
    elif label is not None:
        part, rest = label
        sections.append(Section(part, line.text[: -len(rest)].strip(), line.heading))
        if not is_prompt(rest):
            sections[-1].items.append(Line(rest))
    elif contact := contact_line(line.text):
        heading, about = contact
        sections.append(Section(Part.CONTACTS, heading, line.heading, [Line(about)]))
    elif _is_new_chapter(line, sections[-1]):
        sections.append(Section(Part.OTHER, line.text, line.heading))
    elif not is_prompt(line.text):
        sections[-1].items.append(line)


def _is_title(line: Line, sections: Sequence[Section]) -> bool:
    """Whether the line opens the document and names a plan, which may also name a part of one."""
    if len(sections) > 1 or plan_word(line.text) is None:
        return False
    return not any(plan_word(above.text) for above in sections[0].lines)


def _is_about_an_activity(line: Line, current: Section) -> bool:
    """Whether the line is a label beneath an activity, such as "Kommentar: …"."""
    label, colon, rest = line.text.partition(":")
    last = current.items[-1] if current.items else None
    told_above = isinstance(last, Line) and bool(labels_in(last.text))
    return (
        (current.part is Part.ACTIVITIES or told_above)
        and last is not None
        and bool(colon and rest.strip())
        and role_of(label) not in (None, Role.ACTIVITY, Role.AREA, Role.GOAL)
        and not label.casefold().startswith("övrig")
    )


def _is_new_chapter(line: Line, current: Section) -> bool:
    """Whether an unknown heading ranks with the current section's and not beneath it."""
    if line.heading is None or (current.part is Part.PREFACE and not current.items):
        return False
    if current.level is None:
        return current.part in (Part.CONTACTS, Part.MEMBERS)
    return line.heading <= current.level


def _pieces(blocks: Sequence[Line | Table]) -> Iterator[_Piece]:
    for block in blocks:
        if isinstance(block, Table):
            yield from _table_pieces(block)
        elif block.bullet and block.number is None:
            yield block
        else:
            yield _Heading(block)


def _table_pieces(table: Table) -> Iterator[_Piece]:
    rows = [row for row in table.rows if _filled(row)]
    if table.name and part_of(table.name):
        title, rows = _cut_at_title(rows)
        yield from (piece for row in title for piece in _cell_pieces(_filled(row)[0], headed=True))
        yield _Heading(Line(table.name))
    if forms := turned_forms(rows):
        yield from map(Grid, forms)
        return
    grid: list[Row] = []
    headed = False
    led: Row | None = None
    for number, row in enumerate(rows):
        framed = _framed(row, rows[number + 1 : number + 2], in_grid=bool(grid), headed=headed)
        if framed is None:
            headed = headed or by_headings(row) is not None
            grid.append(row)
            continue
        if grid:
            yield Grid(tuple(grid), led)
            grid, headed = [], False
        led = row if _is_lone_line(row) else None
        yield from framed
    if grid:
        yield Grid(tuple(grid), led)


def _cut_at_title(rows: list[Row]) -> tuple[list[Row], list[Row]]:
    """The rows through the one that names a plan above a sheet's table, and those beneath."""
    alone = list(takewhile(lambda row: len(_filled(row)) == 1, rows))
    named = [number for number, row in enumerate(alone) if plan_word(_filled(row)[0].text)]
    cut = named[0] + 1 if named else 0
    return rows[:cut], rows[cut:]


def _framed(row: Row, below: Sequence[Row], *, in_grid: bool, headed: bool) -> list[_Piece] | None:
    """The row's lines when it is a frame around text; None when it is a row of a grid.

    `headed` tells that the grid above has a row with headings.
    """
    filled = _filled(row)
    if _is_form_row(row, filled) and not headed:
        return [_Heading(filled[0].lines[0]), *_cell_pieces(filled[1], headed=False)]
    if _is_labelled_row(row) and not in_grid:
        label, text = (" ".join(line.text for line in all_lines(cell)) for cell in row)
        return [Line(f"{label.rstrip(':')}: {text}")]
    if not row[0].origin or len(filled) != 1:
        return None
    if in_grid and not _ends_grid(row, below, headed=headed):
        return None
    if _is_lone_line(row) and any(len(_filled(one)) > _PAIR for one in below):
        return [_Heading(filled[0].lines[0], leads=True)]
    return list(_cell_pieces(filled[0], headed=True))


def _ends_grid(row: Row, below: Sequence[Row], *, headed: bool) -> bool:
    """Whether a row that spans the table begins another part of the plan.

    Between a table's headings and more of its rows it only names what stands beneath it, and so
    do words for an area or a goal between full rows of one without headings.
    """
    line = next((line for cell in _filled(row) for line in cell.lines), None)
    if not spans(row) or line is None or not _begins_part(line):
        return False
    full = len(row) > _PAIR and all(len(_filled(one)) == len(one) for one in below)
    named = headed or (full and _may_name_area(line))
    goes_on = named and any(len(_filled(next_row)) > 1 for next_row in below)
    return not goes_on or by_headings(below[0]) is not None


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row if cell.origin and (cell.lines or cell.tables)]


def _is_form_row(row: Row, filled: Sequence[Cell]) -> bool:
    """A heading to the left with its text to the right."""
    if len(filled) != _PAIR or filled[0] is not row[0] or len(filled[0].lines) == 0:
        return False
    asks = all(is_prompt(line.text) for line in filled[0].lines[1:])
    answer = filled[1].text
    heads_column = role_of(answer) is not None and "," not in answer
    return asks and part_of(filled[0].lines[0].text) is not None and not heads_column


def _is_labelled_row(row: Row) -> bool:
    """One thing said of an activity above: a table of two columns, what it is to the left."""
    if len(_filled(row)) != len(row) or len(row) != _PAIR:
        return False
    told = role_of(row[0].text) in (Role.OWNER, Role.DEADLINE, Role.COMMENT)
    return told and by_headings(row) is None


def _is_lone_line(row: Row) -> bool:
    """Whether one line stands alone in the row."""
    filled = _filled(row)
    return len(filled) == 1 and len(filled[0].lines) == 1 and not filled[0].tables


def _may_name_area(line: Line) -> bool:
    """Whether words that begin a part may be those of an area of activities, or of a goal."""
    label = split_label(line.text)
    return part_of(line.text) is Part.OTHER or (label is not None and label[0] is Part.GOALS)


def _begins_part(line: Line) -> bool:
    return part_of(line.text) is not None or split_label(line.text) is not None


def _cell_pieces(cell: Cell, *, headed: bool) -> Iterator[_Piece]:
    labelled = labelled_lines(cell.lines)
    for place, line in enumerate(labelled or cell.lines):
        heads = headed and (place == 0 or line.heading)
        yield _Heading(line) if heads or (labelled and is_labelled(line)) else line
    for table in cell.tables:
        yield from _table_pieces(table)


def spans(row: Row) -> bool:
    """Whether the row's first cell is merged with all to its right; what a cell above covers
    holds other words.
    """
    first, *others = row
    return first.origin and all(not cell.origin and cell.lines == first.lines for cell in others)


def all_lines(cell: Cell) -> list[Line]:
    """The cell's lines and, after them, those of tables nested in it."""
    nested = [
        line
        for table in cell.tables
        for row in table.rows
        for inner in row
        if inner.origin
        for line in all_lines(inner)
    ]
    return [*cell.lines, *nested]
