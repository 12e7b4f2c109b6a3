"""The plan as a file in the groups' own layout, and the files that it was read from."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint

from regionhub.domain.permissions import Action
from regionhub.outputs.plan_docx import plan_docx
from regionhub.outputs.plan_table import PlanTable
from regionhub.outputs.plan_xlsx import plan_xlsx
from regionhub.services import plan_documents, plan_exports, plans
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region
from regionhub.web.downloads import attachment

_MADE: dict[str, Callable[[PlanTable], bytes]] = {"docx": plan_docx, "xlsx": plan_xlsx}


def add_routes(bp: Blueprint) -> None:
    """Add the files to a group's blueprint."""
    bp.add_url_rule("/<int:year>/plan.<any(docx, xlsx):kind>", "plan_file", plan_file)
    bp.add_url_rule("/<int:year>/dokument/<int:document_id>", "plan_document", plan_document)


@access(Action.SEE_PLANS)
def plan_file(year: int, kind: str) -> Any:
    """The plan of the year as a Word file or a workbook."""
    plan = plans.whole(group(), year)
    content = _MADE[kind](plan_exports.table(plan, region(), today=clock.today()))
    return attachment(content, f"verksamhetsplan-{group().key}-{year}.{kind}")


@access(Action.IMPORT_PLAN)
def plan_document(year: int, document_id: int) -> Any:
    """A document that the plan was read from, as it was sent in. It may name people and how to
    reach them that the plan leaves out, so it is for those who may send one in.
    """
    document = plan_documents.of_group(group(), year, document_id)
    return attachment(document.content, document.filename)
