"""Turns tables that say one thing a row, with its label to the left, into tables with headings."""

from collections.abc import Iterator, Sequence

from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.columns import by_headings
from regionhub.importing.document import Cell

_Row = tuple[Cell, ...]
_LEAST_SHARE = 0.7


def turned_forms(rows: Sequence[_Row]) -> list[tuple[_Row, _Row]]:
    """The labels and the answers of each form in a table, of which there may be several.

    Empty when the table is none: the first label of a form tells of an activity, and most of the
    others of something else about one.
    """
    rows = [row for row in rows if any(cell.lines for cell in row)]
    if not rows or by_headings(rows[0]) is not None:
        return []
    pairs = list(_pairs(rows))
    roles = [role_of(_label(left)) for left, _ in pairs]
    if not _is_form(roles) or len(pairs) * 2 < sum(map(_width, rows)):
        return []
    forms: list[dict[str, tuple[Cell, Cell]]] = []
    for left, right in pairs:
        if not forms or _label(left) in forms[-1]:
            forms.append({})
        forms[-1][_label(left)] = left, right
    return [
        (tuple(left for left, _ in form.values()), tuple(right for _, right in form.values()))
        for form in forms
    ]


def _pairs(rows: Sequence[_Row]) -> Iterator[tuple[Cell, Cell]]:
    """Label and answer, of which a row may hold several beside each other."""
    for row in rows:
        cells = [cell for cell in row if cell.origin]
        yield from (pair for pair in zip(cells[::2], cells[1::2], strict=False) if pair[0].lines)


def _width(row: _Row) -> int:
    return sum(cell.origin for cell in row)


def _label(cell: Cell) -> str:
    return " ".join(line.text for line in cell.lines).rstrip(":")


def _is_form(roles: Sequence[Role | None]) -> bool:
    named = [role for role in roles if role is not Role.NUMBER]
    known = sum(role is not None for role in roles)
    plans = not {Role.DEADLINE, Role.OWNER}.isdisjoint(roles)
    return named[:1] == [Role.ACTIVITY] and plans and known >= _LEAST_SHARE * len(roles)
