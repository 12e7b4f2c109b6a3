"""Put the thirteen parts together into one report, ready for page, PDF, Word and workbook."""

from datetime import date

from regionhub.domain.report_state import ReportState
from regionhub.domain.swedish import local_day, long_date
from regionhub.domain.year_end import APPROVAL_STEPS, PARTS, PartKind, is_over, stands_for
from regionhub.models import Region, Report, WorkPlan
from regionhub.outputs import report as output
from regionhub.outputs.report import Block, Empty, Grid, Paragraph
from regionhub.services.year_end import activities, goals, people
from regionhub.services.year_end.sources import Sources, read


def build(region: Region, plan: WorkPlan, report: Report | None, *, today: date) -> output.Report:
    """The report as it stands today (a constant number of queries)."""
    sources = read(
        region,
        plan,
        report,
        as_of=stands_for(plan.year, today),
        year_is_over=is_over(plan.year, today),
    )
    group = sources.plan.group
    return output.Report(
        title=f"Verksamhetsberättelse {plan.year}",
        subtitle=f"{group.name} i {region.name}",
        group=group.name,
        year=plan.year,
        status_line=status_line(report),
        dated=today,
        meta=_meta(sources),
        parts=tuple(
            output.Part(part.number, part.heading, _blocks(part, sources)) for part in PARTS
        ),
    )


def status_line(report: Report | None) -> str:
    """How far the report has come, in words."""
    if report is None:
        return ReportState.DRAFT.label
    words = report.state.label
    if report.frozen_at is not None:
        words = f"{words} {long_date(local_day(report.frozen_at))}"
    return words if report.number == 1 else f"{words}, version {report.number}"


def _meta(sources: Sources) -> tuple[tuple[str, str], ...]:
    plan = sources.plan
    accepted = f"Antagen {long_date(plan.accepted_on)}" if plan.accepted_on else plan.state.label
    if plan.revision:
        accepted = f"{accepted}, revision {plan.revision}"
    return (
        ("Arbetsgrupp", plan.group.name),
        ("Verksamhetsår", str(plan.year)),
        ("Plan", accepted),
        ("Uppgifterna gäller", long_date(sources.as_of)),
    )


def _blocks(part: PartKind, sources: Sources) -> tuple[Block, ...]:
    written = sources.text(part.key) if part.key else ""
    own = (Paragraph(written),) if written else ()
    facts = _FACTS[part.number](sources) if part.number in _FACTS else ()
    return (*own, *facts) or (Empty("Gruppen har inte skrivit något här ännu."),)


def _summary(sources: Sources) -> tuple[Block, ...]:
    return (Paragraph(activities.counted(sources)),)


def _approvals(sources: Sources) -> tuple[Block, ...]:
    given = {a.step: a for a in sources.report.approvals} if sources.report else {}
    rows = tuple(
        (step, long_date(a.decided_on), a.decided_by, a.note)
        if (a := given.get(step))
        else (step, "Inte ännu", "", "")
        for step in APPROVAL_STEPS
    )
    return (Grid("Besluten steg för steg", ("Steg", "Datum", "Av", "Anteckning"), rows),)


_FACTS = {
    1: people.blocks,
    2: _summary,
    3: goals.fulfilment,
    4: goals.overarching,
    5: activities.of_the_year,
    6: activities.continuous,
    10: activities.failed,
    11: activities.carried_over,
    13: _approvals,
}
