"""A group's year-end report: shown, given out as files, written, sent in, approved."""

from collections.abc import Callable
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.engine.report_forms import ApproveForm, ReasonForm, TextsForm
from regionhub.domain.errors import Refused, StaleEdit
from regionhub.domain.permissions import Action
from regionhub.domain.year_end import WRITTEN
from regionhub.models import WorkPlan
from regionhub.outputs.report_docx import report_docx
from regionhub.outputs.report_xlsx import report_xlsx
from regionhub.services import plans, reports
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.downloads import attachment, shown
from regionhub.web.transaction import writes

_ADDRESS = "/<int:year>/verksamhetsberattelse"
_MADE: dict[str, Callable[..., bytes]] = {"docx": report_docx, "xlsx": report_xlsx}


def add_routes(bp: Blueprint) -> None:
    """Add the report's pages to a group's blueprint."""
    bp.add_url_rule(_ADDRESS, "report", report_page)
    bp.add_url_rule(f"{_ADDRESS}.pdf", "report_pdf", pdf)
    bp.add_url_rule(f"{_ADDRESS}.<any(docx, xlsx):kind>", "report_file", file)
    bp.add_url_rule(f"{_ADDRESS}/skriv", "write_report", write_form)
    for part, endpoint, view in (
        ("skriv", "save_report", save),
        ("skicka-in", "submit_report", submit),
        ("atersand", "return_report", send_back),
        ("godkann", "approve_report", approve),
        ("oppna-igen", "reopen_report", reopen),
    ):
        bp.add_url_rule(f"{_ADDRESS}/{part}", endpoint, view, methods=["POST"])


@access(Action.SEE_REPORTS)
def report_page(year: int) -> Any:
    """The report as a page, with what can be done to it."""
    return _page(plans.of_year(group(), year))


@access(Action.SEE_REPORTS)
def pdf(year: int) -> Any:
    """The report as an accessible PDF."""
    plan = plans.of_year(group(), year)
    content = reports.pdf(region(), plan, reports.of_plan(plan), today=clock.today())
    return shown(content, _filename(year, "pdf"))


@access(Action.SEE_REPORTS)
def file(year: int, kind: str) -> Any:
    """The report as a Word file or a workbook."""
    plan = plans.of_year(group(), year)
    report = reports.shown(region(), plan, reports.of_plan(plan), today=clock.today())
    return attachment(_MADE[kind](report), _filename(year, kind))


@access(Action.WRITE_REPORT)
def write_form(year: int) -> Any:
    """The group's own texts, part by part."""
    plan = plans.of_year(group(), year)
    report = reports.of_plan(plan)
    if not reports.may_be_written(report):
        flash(_("Berättelsen är inskickad eller godkänd och kan inte ändras."), "info")
        return redirect(url_for(".report", year=year))
    form = TextsForm()
    for text in report.texts if report else ():
        form[text.part].data = text.text
    form.version.data = str(report.version if report else 0)
    return _write_page(plan, form)


@access(Action.WRITE_REPORT)
@writes
def save(year: int) -> Any:
    """Keep the texts."""
    plan = plans.of_year(group(), year)
    form = TextsForm()
    if not form.validate():
        return _write_page(plan, form), 422
    try:
        reports.write(
            region(),
            plan,
            texts={part.key: form[part.key].data for part in WRITTEN},
            version=form.seen_version(),
            save=this_save(),
        )
    except StaleEdit as stale:
        form.version.data = str(stale.current.version)  # type: ignore[attr-defined]
        theirs = {text.part: text.text for text in stale.current.texts}  # type: ignore[attr-defined]
        return _write_page(plan, form, theirs=theirs, message=stale.message), 409
    except Refused as refusal:
        form.add_error(refusal)
        return _write_page(plan, form), 422
    flash(_("Texterna är sparade."), "success")
    return redirect(url_for(".report", year=year))


@access(Action.WRITE_REPORT)
@writes
def submit(year: int) -> Any:
    """Send the report in to the office."""
    return _step(year, reports.submit, _("Verksamhetsberättelsen är inskickad."))


@access(Action.APPROVE_REPORT)
@writes
def send_back(year: int) -> Any:
    """Send the report back to the group, with the reason."""
    form = ReasonForm(prefix="return")
    return _step(
        year,
        reports.send_back,
        _("Berättelsen är återsänd till gruppen."),
        form,
        reason=form.reason,
    )


@access(Action.APPROVE_REPORT)
@writes
def approve(year: int) -> Any:
    """Approve the report: it is frozen for good."""
    form = ApproveForm(prefix="approve")
    return _step(
        year,
        reports.approve,
        _("Verksamhetsberättelsen är godkänd och låst."),
        form,
        decided_on=form.decided_on,
        decided_by=form.decided_by,
        note=form.note,
        today=clock.today(),
    )


@access(Action.APPROVE_REPORT)
@writes
def reopen(year: int) -> Any:
    """Begin a new version beside the signed one."""
    form = ReasonForm(prefix="reopen")
    return _step(year, reports.reopen, _("En ny version är öppnad."), form, reason=form.reason)


def _step(year: int, step: Callable[..., Any], done: str, form: Any = None, **values: Any) -> Any:
    """One step in the report's way; `values` may be fields of the form."""
    plan = plans.of_year(group(), year)
    if form is not None and not form.validate():
        return _page(plan, form), 422
    plain = {name: getattr(value, "data", value) for name, value in values.items()}
    try:
        step(region(), plan, save=this_save(), **plain)
    except Refused as refusal:
        if form is None:
            raise
        form.add_error(refusal)
        return _page(plan, form), 422
    flash(done, "success")
    return redirect(url_for(".report", year=year))


def _page(plan: WorkPlan, tried: Any = None) -> str:
    report = reports.of_plan(plan)
    forms = {
        "return_form": ReasonForm(prefix="return", formdata=None),
        "approve_form": ApproveForm(
            prefix="approve", formdata=None, data={"decided_on": clock.today()}
        ),
        "reopen_form": ReasonForm(prefix="reopen", formdata=None),
    }
    if tried is not None:
        forms[f"{tried._prefix.rstrip('-')}_form"] = tried
    shown = reports.shown(region(), plan, report, today=clock.today())
    written = {text.part for text in report.texts if text.text} if report else set()
    return render_template(
        "reports/report.html",
        group=group(),
        plan=plan,
        row=report,
        report=shown,
        contents=[(f"{part.number}. {part.heading}", f"del-{part.number}") for part in shown.parts],
        unwritten=[part.heading for part in WRITTEN if part.key not in written],
        tried=tried,
        **forms,
    )


def _write_page(
    plan: WorkPlan,
    form: TextsForm,
    theirs: dict[str, str] | None = None,
    message: str = "",
) -> str:
    return render_template(
        "reports/write.html",
        group=group(),
        plan=plan,
        form=form,
        parts=WRITTEN,
        theirs=theirs or {},
        message=message,
    )


def _filename(year: int, ending: str) -> str:
    return f"verksamhetsberattelse-{group().key}-{year}.{ending}"
