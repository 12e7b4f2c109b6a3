"""A report as a workbook, for those who go on counting: one sheet of text, one a table."""

import re

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from regionhub.outputs.grid_layout import column_widths
from regionhub.outputs.report import (
    Block,
    Bullets,
    Callout,
    Cell,
    Facts,
    Grid,
    Heading,
    Report,
    State,
    words,
)
from regionhub.outputs.state_colours import URGENT, colour_of
from regionhub.outputs.workbook import (
    FACE,
    add_sheet,
    as_bytes,
    fit_to_text,
    mark_as_table,
    new_workbook,
    write,
    write_header,
    write_title,
)

TEXT_COLUMNS = ("Del", "Rubrik", "Uppgift", "Text")
TEXT_HEADER = 4

_SPACES = re.compile(r"\s")


def report_xlsx(report: Report) -> bytes:
    """The report as .xlsx. Numbers in tables are numbers; all else is text, never a formula."""
    workbook = new_workbook(
        title=f"{report.title} – {report.subtitle}",
        author=report.group,
        language=report.language,
        dated=report.dated,
    )
    _add_text(workbook, report)
    for part in report.parts:
        for block in part.blocks:
            if isinstance(block, Grid):
                _add_grid(workbook, part.number, block)
    return as_bytes(workbook)


def _add_text(workbook: Workbook, report: Report) -> None:
    sheet = add_sheet(workbook, "Berättelse")
    write_title(sheet, 1, f"{report.title} – {report.subtitle}")
    write(sheet, 2, 1, report.status_line).alignment = None
    write_header(sheet, TEXT_HEADER, TEXT_COLUMNS)
    row = TEXT_HEADER
    for values in _text_rows(report):
        row += 1
        for column, value in enumerate(values, start=1):
            _write_cell(sheet, row, column, value)
    mark_as_table(sheet, header=TEXT_HEADER, last=row, names=TEXT_COLUMNS)
    fit_to_text(sheet, (4, 30, 22, 58), first=TEXT_HEADER)


def _text_rows(report: Report) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = [
        ("", "Om berättelsen", name, value) for name, value in report.meta
    ]
    for part in report.parts:
        heading = part.heading
        for block in part.blocks:
            if isinstance(block, Heading):
                heading = block.text
            else:
                rows += [(str(part.number), heading, *pair) for pair in _pairs(block)]
    return rows


def _pairs(block: Block) -> list[tuple[Cell, Cell]]:
    """What a block has to say, as name and text; a table is told by where it stands."""
    match block:
        case Facts(pairs=pairs):
            return list(pairs)
        case Bullets(items=items):
            return [("", item) for item in items]
        case Callout(heading=heading, text=text):
            return [(heading, text)]
        case Grid(caption=caption):
            return [("Tabell", f"{caption}: se eget blad")]
        case _:
            return [("", block.text)]


def _add_grid(workbook: Workbook, part_number: int, grid: Grid) -> None:
    sheet = add_sheet(workbook, f"{part_number} {grid.caption}")
    write_header(sheet, 1, grid.columns)
    for row, cells in enumerate(grid.rows, start=2):
        for column, value in enumerate(cells, start=1):
            _write_cell(sheet, row, column, value, is_number=grid.number_columns[column - 1])
    mark_as_table(sheet, header=1, last=len(grid.rows) + 1, names=grid.columns)
    fit_to_text(sheet, column_widths(grid), first=1)


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: Cell, *, is_number: bool = False
) -> None:
    number = _number(words(value)) if is_number else None
    if number is not None:
        sheet.cell(row, column, number).alignment = Alignment(vertical="top", horizontal="right")
        return
    cell = write(sheet, row, column, words(value))
    if isinstance(value, State):
        cell.font = Font(name=FACE, bold=value.value == URGENT, color=f"FF{colour_of(value)}")


def _number(text: str) -> float | None:
    plain = _SPACES.sub("", text).replace("−", "-").replace("–", "-").replace(",", ".")
    try:
        number = float(plain)
    except ValueError:  # a percentage, or nothing
        return None
    return int(number) if number.is_integer() else number
