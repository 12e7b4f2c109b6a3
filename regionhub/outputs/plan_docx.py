"""A plan as a Word file in the groups' own layout, with columns for status and comment."""

from collections.abc import Iterable

from docx.document import Document
from docx.shared import Pt
from docx.table import _Row

from regionhub.outputs.plan_table import (
    PlanPart,
    PlanTable,
    activity_grid,
    person_line,
    plain_lines,
    plan_parts,
)
from regionhub.outputs.word_document import (
    add_header_row,
    add_row,
    add_table,
    as_bytes,
    new_document,
    turn_page,
    write,
)


def plan_docx(plan: PlanTable) -> bytes:
    """The plan as .docx. Our own import reads it back as the same plan."""
    document = new_document(
        title=plan.title, author=plan.group, language=plan.language, dated=plan.dated
    )
    turn_page(document)
    write(document.add_paragraph(style="Heading 1"), plan.title)
    _add_people(document, "Kontaktperson för arbetsgruppen:", map(person_line, plan.contacts))
    _add_people(document, "Arbetsgruppens medlemmar:", map(person_line, plan.members))
    _add_frame(document, plan)
    write(document.add_paragraph(style="Heading 2"), f"Aktivitetsplan {plan.year}")
    _add_activities(document, plan)
    return as_bytes(document)


def _add_people(document: Document, label: str, lines: Iterable[str]) -> None:
    listed = list(lines)
    if not listed:
        return
    write(document.add_paragraph(), label).bold = True
    for line in listed:
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
        write(paragraph, line)


def _add_frame(document: Document, plan: PlanTable) -> None:
    table = add_table(document, (1,), caption="Verksamhetsområde, syfte och mål")
    for part in plan_parts(plan):
        _add_part(add_row(table), part)


def _add_activities(document: Document, plan: PlanTable) -> None:
    grid = activity_grid(plan)
    table = add_table(document, grid.widths, caption=f"Aktivitetsplan {plan.year}")
    add_header_row(table, grid.columns)
    for texts in grid.rows:
        add_row(table, texts)
    if plan.remarks:
        row = add_row(table)
        row.cells[0].merge(row.cells[-1])
        _add_part(row, PlanPart("Övrigt", plain_lines(plan.remarks)))


def _add_part(row: _Row, part: PlanPart) -> None:
    """Heading and text in one cell, so that no line of the text is taken for a heading."""
    cell = row.cells[0]
    cell.paragraphs[0].style = "Heading 2"
    write(cell.paragraphs[0], part.heading)
    for line in part.lines:
        paragraph = cell.add_paragraph(style="List Bullet" if line.bullet else None)
        write(paragraph, line.text).bold = line.bold or None
