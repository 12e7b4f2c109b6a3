"""What all our workbooks have in common: text that stays text, and tables that can be used."""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from regionhub.outputs.language_codes import LANGUAGE_CODES
from regionhub.outputs.plain_text import one_line, printable

ACCENT = "FF0F4A5C"
FACE = "Calibri"

_WIDEST = 110
_LINE_HEIGHT = 15
_HIGHEST = 409  # points; Excel allows no more

_LONGEST_SHEET_NAME = 31
_NOT_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\']")
_WRAPPED = Alignment(vertical="top", wrap_text=True)
_TITLE = Font(name=FACE, bold=True, size=16, color=ACCENT)
_HEADER = Font(name=FACE, bold=True, color=ACCENT)
_HEADER_FILL = PatternFill("solid", fgColor="FFE3EEF1")
_HEADER_BORDER = Border(bottom=Side("thin", color=ACCENT))


def new_workbook(*, title: str, author: str, language: str, dated: date) -> Workbook:
    """A workbook without sheets that knows its title and language."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title = one_line(title)
    properties.creator = one_line(author)
    properties.language = LANGUAGE_CODES[language]
    properties.created = properties.modified = datetime.combine(dated, time(12))
    return workbook


def add_sheet(workbook: Workbook, name: str) -> Worksheet:
    """A sheet that prints on the width of one page; its name is made fit and unlike the others."""
    fit = _NOT_IN_SHEET_NAME.sub(" ", one_line(name))[:_LONGEST_SHEET_NAME].strip() or "Blad"
    taken = {sheet.title.casefold() for sheet in workbook.worksheets}
    number = 2
    unlike = fit
    while unlike.casefold() in taken:
        end = f" {number}"
        unlike = fit[: _LONGEST_SHEET_NAME - len(end)] + end
        number += 1
    sheet = workbook.create_sheet(unlike)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    return sheet


def write(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write text as people wrote it; it is never a formula, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = printable(text)
    cell.data_type = "s"
    cell.quotePrefix = True
    cell.alignment = _WRAPPED
    return cell


def write_title(sheet: Worksheet, row: int, text: str) -> None:
    """Write the sheet's own heading."""
    cell = write(sheet, row, 1, text)
    cell.font = _TITLE
    cell.alignment = Alignment(vertical="top")
    sheet.row_dimensions[row].height = 24


def write_headed(sheet: Worksheet, row: int, heading: str, text: str) -> None:
    """Write a bold heading with its text beneath it in the same cell."""
    bold = InlineFont(rFont=FACE, b=True, sz=12, color=ACCENT)
    plain = InlineFont(rFont=FACE, sz=11)
    cell = write(sheet, row, 1, heading)
    cell.value = CellRichText(
        TextBlock(bold, f"{one_line(heading)}\n"), TextBlock(plain, printable(text))
    )


def write_header(sheet: Worksheet, row: int, names: Sequence[str]) -> None:
    """Write the row that names the columns; it stays in sight, also on every printed page."""
    for column, name in enumerate(names, start=1):
        cell = write(sheet, row, column, name)
        cell.font, cell.fill, cell.border = _HEADER, _HEADER_FILL, _HEADER_BORDER
    sheet.freeze_panes = sheet.cell(row + 1, 1)
    sheet.print_title_rows = f"{row}:{row}"


def mark_as_table(sheet: Worksheet, *, header: int, last: int, names: Sequence[str]) -> None:
    """Tell Excel that the rows are a table with a header, so that it is read out as one.

    Excel wants at least one row and names that differ; other tables are left as they are.
    """
    if last == header or len({one_line(name).casefold() for name in names} - {""}) < len(names):
        return
    area = f"A{header}:{get_column_letter(len(names))}{last}"
    number = sum(len(other.tables) for other in sheet.parent.worksheets) + 1
    sheet.add_table(Table(displayName=f"Tabell{number}", ref=area))


def fit_to_text(sheet: Worksheet, widths: Sequence[int], *, first: int) -> None:
    """Set the columns' widths, in letters, and from row `first` on the height that the text needs.

    The height is set since not every program finds it out when it opens the file.
    """
    letters = [min(_WIDEST, width + 2) for width in widths]
    for column, width in enumerate(letters, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    for number, cells in enumerate(sheet.iter_rows(min_row=first, values_only=True), start=first):
        lines = max(_lines(value, width) for value, width in zip(cells, letters, strict=False))
        sheet.row_dimensions[number].height = min(_HIGHEST, lines * _LINE_HEIGHT + 2)


def _lines(value: object, width: int) -> int:
    return sum(len(line) // width + 1 for line in str(value or "").split("\n"))


def as_bytes(workbook: Workbook) -> bytes:
    """The file's content."""
    buffer = io.BytesIO()
    workbook.save(buffer)
    return buffer.getvalue()
