"""A plan as a workbook: who and what on one sheet, the activities as a table on the next."""

from collections.abc import Iterable

from openpyxl import Workbook

from regionhub.outputs.plan_table import (
    PartLine,
    PlanPart,
    PlanPerson,
    PlanTable,
    activity_grid,
    person_line,
    plain_lines,
    plan_parts,
)
from regionhub.outputs.workbook import (
    add_sheet,
    as_bytes,
    fit_to_text,
    mark_as_table,
    new_workbook,
    write,
    write_headed,
    write_header,
    write_title,
)

_WIDTH = 110


def plan_xlsx(plan: PlanTable) -> bytes:
    """The plan as .xlsx. Our own import reads it back as the same plan."""
    workbook = new_workbook(
        title=plan.title, author=plan.group, language=plan.language, dated=plan.dated
    )
    _add_parts(workbook, plan)
    _add_activities(workbook, plan)
    return as_bytes(workbook)


def _add_parts(workbook: Workbook, plan: PlanTable) -> None:
    sheet = add_sheet(workbook, "Verksamhetsplan")
    write_title(sheet, 1, plan.title)
    parts = (
        PlanPart("Kontaktperson för arbetsgruppen", _people(plan.contacts)),
        PlanPart("Arbetsgruppens medlemmar", _people(plan.members)),
        *plan_parts(plan),
        PlanPart("Övrigt", plain_lines(plan.remarks)),
    )
    for row, part in enumerate((part for part in parts if part.lines), start=3):
        text = "\n".join(f"• {line.text}" if line.bullet else line.text for line in part.lines)
        write_headed(sheet, row, part.heading, text)
    fit_to_text(sheet, (_WIDTH,), first=2)


def _people(people: Iterable[PlanPerson]) -> tuple[PartLine, ...]:
    return tuple(PartLine(person_line(person)) for person in people)


def _add_activities(workbook: Workbook, plan: PlanTable) -> None:
    grid = activity_grid(plan)
    sheet = add_sheet(workbook, f"Aktivitetsplan {plan.year}")
    write_header(sheet, 1, grid.columns)
    for row, texts in enumerate(grid.rows, start=2):
        for column, text in enumerate(texts, start=1):
            write(sheet, row, column, text)
    mark_as_table(sheet, header=1, last=len(grid.rows) + 1, names=grid.columns)
    fit_to_text(sheet, grid.widths, first=1)
