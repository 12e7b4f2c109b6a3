"""The same invented work plan written by the programs people use."""

import io
from datetime import date

import docx
import openpyxl
from odf.opendocument import OpenDocumentSpreadsheet, OpenDocumentText
from odf.table import CoveredTableCell, Table, TableCell, TableColumn, TableRow
from odf.text import H, List, ListItem, P

TITLE = "Verksamhetsplan 2026 för skogsgruppen"
CONTACT = "Kontaktperson: Alva Ek, Vindelns kommun, alva.ek@example.org"
HEADINGS = ("Aktivitet", "Genomfört", "Ansvarig")
ACTIVITIES = (
    ("Inventera vandringsleder", "Vecka 44", "Alva Ek"),
    ("Skylta om rastplatser", "31 maj", "Bo Gran"),
    ("Följa upp skötselplanen", "Under hösten", "Hela gruppen"),
)
GOALS = ("Alla leder är inventerade", "Minst 70 % av skyltarna är nya")


def as_docx() -> bytes:
    """A Word file: heading, contact, and one table whose first rows are merged."""
    document = docx.Document()
    document.add_heading(TITLE, level=1)
    document.add_paragraph(CONTACT)
    grid = document.add_table(rows=3 + len(ACTIVITIES), cols=3)
    goal_head = grid.cell(0, 0).merge(grid.cell(0, 2))
    goal_head.text = "Mål 2026"
    goals = grid.cell(1, 0).merge(grid.cell(1, 2))
    goals.text = ""
    for goal in GOALS:
        goals.add_paragraph(goal, style="List Bullet")
    for row, words in enumerate([HEADINGS, *ACTIVITIES], start=2):
        for column, text in enumerate(words):
            grid.cell(row, column).text = text
    return _saved(document)


def as_odt() -> bytes:
    """A LibreOffice text with the same."""
    document = OpenDocumentText()
    document.text.addElement(H(outlinelevel=1, text=TITLE))
    document.text.addElement(P(text=CONTACT))
    goals = List()
    for goal in GOALS:
        item = ListItem()
        item.addElement(P(text=goal))
        goals.addElement(item)
    grid = Table(name="Plan")
    grid.addElement(TableColumn(numbercolumnsrepeated=3))
    _merged_row(grid, P(text="Mål 2026"))
    _merged_row(grid, goals)
    for words in (HEADINGS, *ACTIVITIES):
        _row(grid, words)
    document.text.addElement(grid)
    return _saved(document)


def as_xlsx() -> bytes:
    """An Excel workbook with the table of activities, their days as dates."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Plan 2026"
    sheet.append(HEADINGS)
    sheet.append((ACTIVITIES[0][0], date(2026, 11, 1), "Alva Ek"))
    sheet.append((ACTIVITIES[1][0], date(2026, 5, 31), "Bo Gran"))
    return _saved(workbook)


def as_ods() -> bytes:
    """A LibreOffice workbook with the same."""
    document = OpenDocumentSpreadsheet()
    grid = Table(name="Plan 2026")
    grid.addElement(TableColumn(numbercolumnsrepeated=3))
    _row(grid, HEADINGS)
    for text, day, owner in (
        (ACTIVITIES[0][0], "2026-11-01", "Alva Ek"),
        (ACTIVITIES[1][0], "2026-05-31", "Bo Gran"),
    ):
        row = TableRow()
        row.addElement(_text_cell(text))
        dated = TableCell(valuetype="date", datevalue=day)
        dated.addElement(P(text=day[2:]))
        row.addElement(dated)
        row.addElement(_text_cell(owner))
        grid.addElement(row)
    document.spreadsheet.addElement(grid)
    return _saved(document)


def as_csv(encoding: str = "utf-8", separator: str = ";") -> bytes:
    """The table of activities as text between separators."""
    return "".join(separator.join(words) + "\r\n" for words in (HEADINGS, *ACTIVITIES)).encode(
        encoding
    )


def as_markdown() -> bytes:
    """The plan as Markdown."""
    rows = [HEADINGS, ("---",) * 3, *ACTIVITIES]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    goals = "\n".join(f"- {goal}" for goal in GOALS)
    return f"# {TITLE}\n\n{CONTACT}\n\n## Mål 2026\n\n{goals}\n\n{table}\n".encode()


def as_text() -> bytes:
    """The plan as text with tabs."""
    table = "\n".join("\t".join(words) for words in (HEADINGS, *ACTIVITIES))
    goals = "\n".join(f"- {goal}" for goal in GOALS)
    return f"{TITLE}\n{CONTACT}\n\nMål 2026\n{goals}\n\n{table}\n".encode()


def _merged_row(grid: Table, content: object) -> None:
    row = TableRow()
    wide = TableCell(numbercolumnsspanned=3)
    wide.addElement(content)
    row.addElement(wide)
    row.addElement(CoveredTableCell(numbercolumnsrepeated=2))
    grid.addElement(row)


def _row(grid: Table, words: tuple[str, ...]) -> None:
    row = TableRow()
    for text in words:
        row.addElement(_text_cell(text))
    grid.addElement(row)


def _text_cell(text: str) -> TableCell:
    cell = TableCell(valuetype="string")
    cell.addElement(P(text=text))
    return cell


def _saved(document: object) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


BY_NAME = {
    "plan.docx": as_docx,
    "plan.odt": as_odt,
    "plan.xlsx": as_xlsx,
    "plan.ods": as_ods,
    "plan.csv": as_csv,
    "plan.md": as_markdown,
    "plan.txt": as_text,
}
