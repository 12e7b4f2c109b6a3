"""Year-end reports: written by the group, sent in, returned, approved and frozen for good."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import undefer

from regionhub.domain.errors import Refused, StaleEdit
from regionhub.domain.report_state import ReportState, moved
from regionhub.domain.swedish import local_day, long_date
from regionhub.domain.year_end import APPROVAL_STEPS, WRITTEN
from regionhub.extensions import db
from regionhub.models import Group, Region, Report, ReportApproval, ReportText, WorkPlan
from regionhub.outputs import report as output
from regionhub.outputs.report_json import as_dict, from_dict
from regionhub.outputs.report_pdf import report_pdf
from regionhub.services import changes
from regionhub.services.changes import Save
from regionhub.services.year_end.build import build

_GROUP_STEP, _OFFICE_STEP = APPROVAL_STEPS[:2]
_OPEN = (ReportState.DRAFT, ReportState.RETURNED)


@dataclass(frozen=True, slots=True)
class Listed:
    """A line in the list of reports: a plan, and its latest report's state."""

    group: Group
    year: int
    state: ReportState | None
    number: int


def of_plan(plan: WorkPlan) -> Report | None:
    """The plan's latest report; None while nobody has written anything."""
    return db.session.scalars(
        select(Report).where(Report.plan_id == plan.id).order_by(Report.number.desc()).limit(1)
    ).first()


def listed(region: Region, *, today: date) -> list[Listed]:
    """Every plan whose year has begun with its latest report, latest year first (one query)."""
    latest = (
        select(Report.number)
        .where(Report.plan_id == WorkPlan.id)
        .order_by(Report.number.desc())
        .limit(1)
        .correlate(WorkPlan)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(Group, WorkPlan.year, Report.state, Report.number)
        .join(WorkPlan, WorkPlan.group_id == Group.id)
        .outerjoin(Report, (Report.plan_id == WorkPlan.id) & (Report.number == latest))
        .where(Group.region_id == region.id, WorkPlan.year <= today.year)
        .order_by(WorkPlan.year.desc(), Group.position)
    )
    return [Listed(group, year, state, number or 0) for group, year, state, number in rows]


def shown(region: Region, plan: WorkPlan, report: Report | None, *, today: date) -> output.Report:
    """The report to show: as it was signed once it is, otherwise as it stands today."""
    if report is not None and report.state is ReportState.APPROVED:
        assert report.frozen is not None, "an approved report is kept whole"
        return from_dict(report.frozen)
    return build(region, plan, report, today=today)


def pdf(region: Region, plan: WorkPlan, report: Report | None, *, today: date) -> bytes:
    """The report as a PDF; a signed one is the very file that was signed."""
    if report is not None and report.state is ReportState.APPROVED:
        signed = db.session.scalars(
            select(Report).where(Report.id == report.id).options(undefer(Report.frozen_pdf))
        ).one()
        assert signed.frozen_pdf is not None, "an approved report has its file"
        return signed.frozen_pdf
    return report_pdf(build(region, plan, report, today=today))


def write(
    region: Region,
    plan: WorkPlan,
    *,
    texts: Mapping[str, str],
    version: int,
    save: Save,
) -> Report:
    """Keep the group's own texts. `version` is 0 for who saw no report yet."""
    report = of_plan(plan) or _started(plan, save)
    _must_be_open(report)
    if report.texts and version != report.version:
        raise StaleEdit("Någon annan har ändrat berättelsen medan du skrev.", current=report)
    before = {text.part: text for text in report.texts}
    changed = []
    for part in WRITTEN:
        new, row = texts.get(part.key, ""), before.get(part.key)
        if new == (row.text if row else ""):
            continue
        if row is None:
            report.texts.append(ReportText(part=part.key, text=new))
        else:
            row.text = new
        changed.append((part, before[part.key].text if row else "", new))
    if changed:
        # The texts are rows of their own; the report's version stands for them all.
        report.version += 1
        headings = ", ".join(part.heading.lower() for part, _, _ in changed)
        _log(
            plan,
            report,
            f"Skrev i verksamhetsberättelsen: {headings}",
            region=region,
            save=save,
            values={part.key: (old, new) for part, old, new in changed},
        )
    return report


def submit(region: Region, plan: WorkPlan, *, save: Save) -> Report:
    """The group is done; the office takes over."""
    report = of_plan(plan) or _started(plan, save)
    before = report.state
    report.state = moved(report.state, ReportState.SUBMITTED)
    _sign(report, _GROUP_STEP, local_day(save.at), save.actor.name, "")
    _log(
        plan,
        report,
        "Skickade in verksamhetsberättelsen",
        region=region,
        save=save,
        values={"state": (before, report.state)},
    )
    return report


def send_back(region: Region, plan: WorkPlan, *, reason: str, save: Save) -> Report:
    """The office wants more; the reason goes with it."""
    report = _existing(plan)
    if not reason:
        raise Refused("Skriv vad gruppen behöver ändra.", field="reason")
    before = report.state
    report.state = moved(report.state, ReportState.RETURNED)
    report.returned_reason = reason
    report.approvals = [a for a in report.approvals if a.step != _GROUP_STEP]
    _log(
        plan,
        report,
        f"Återsände verksamhetsberättelsen: {reason}",
        region=region,
        save=save,
        values={"state": (before, report.state)},
    )
    return report


def approve(
    region: Region,
    plan: WorkPlan,
    *,
    decided_on: date,
    decided_by: str,
    note: str,
    save: Save,
    today: date,
) -> Report:
    """Approve and freeze: the report as it stands now is kept whole, with its PDF, for good."""
    report = _existing(plan)
    if decided_by not in APPROVAL_STEPS[2:]:
        raise Refused("Välj vem som godkände berättelsen.", field="decided_by")
    if decided_on > today:
        raise Refused("Datumet kan inte ligga framåt i tiden.", field="decided_on")
    before = report.state
    report.state = moved(report.state, ReportState.APPROVED)
    report.frozen_at = save.at
    _sign(report, _OFFICE_STEP, today, save.actor.name, "")
    _sign(report, decided_by, decided_on, decided_by, note)
    db.session.flush()
    whole = build(region, plan, report, today=today)
    report.frozen = as_dict(whole)
    report.frozen_pdf = report_pdf(whole)
    _log(
        plan,
        report,
        f"Godkände verksamhetsberättelsen ({decided_by} {long_date(decided_on)})",
        region=region,
        save=save,
        values={"state": (before, report.state)},
    )
    return report


def reopen(region: Region, plan: WorkPlan, *, reason: str, save: Save) -> Report:
    """A new version beside the signed one, which stays as it is; says why."""
    signed = _existing(plan)
    if signed.state is not ReportState.APPROVED:
        raise Refused("Bara en godkänd berättelse kan öppnas igen.")
    if not reason:
        raise Refused("Skriv varför berättelsen öppnas igen.", field="reason")
    report = Report(plan_id=plan.id, number=signed.number + 1, reason=reason, created_at=save.at)
    report.texts = [ReportText(part=text.part, text=text.text) for text in signed.texts]
    db.session.add(report)
    db.session.flush()
    _log(
        plan,
        report,
        f"Öppnade verksamhetsberättelsen igen som version {report.number}: {reason}",
        region=region,
        save=save,
    )
    return report


def may_be_written(report: Report | None) -> bool:
    """Whether the group's texts are open for writing."""
    return report is None or report.state in _OPEN


def _started(plan: WorkPlan, save: Save) -> Report:
    report = Report(plan_id=plan.id, created_at=save.at)
    db.session.add(report)
    db.session.flush()
    return report


def _existing(plan: WorkPlan) -> Report:
    report = of_plan(plan)
    if report is None:
        raise Refused("Gruppen har inte börjat på sin verksamhetsberättelse ännu.")
    return report


def _must_be_open(report: Report) -> None:
    if not may_be_written(report):
        raise Refused(
            f"Berättelsen är {report.state.label.lower()} och kan inte ändras. "
            "Kansliet kan återsända den eller öppna den igen."
        )


def _sign(report: Report, step: str, on: date, by: str, note: str) -> None:
    report.approvals.append(ReportApproval(step=step, decided_on=on, decided_by=by, note=note))


def _log(
    plan: WorkPlan,
    report: Report,
    sentence: str,
    *,
    region: Region,
    save: Save,
    values: Mapping[str, tuple[object, object]] | None = None,
) -> None:
    changes.record(
        save,
        sentence,
        region_id=region.id,
        subject="report",
        subject_id=report.id,
        group_id=plan.group_id,
        plan_id=plan.id,
        values=values,
    )
