"""Parts 5, 6, 10 and 11: what was done, what goes on, what failed, what is carried over."""

from collections.abc import Iterable

from regionhub.domain.plantime.brief import short_date
from regionhub.domain.plantime.reading import Kind
from regionhub.domain.progress import tally
from regionhub.domain.status import SETTLED, Flag, Status
from regionhub.domain.swedish import listed, local_day
from regionhub.models import Activity
from regionhub.outputs.report import Block, Bullets, Cell, Empty, Grid, Paragraph, State
from regionhub.services import standing
from regionhub.services.standing import Standing
from regionhub.services.year_end.sources import Sources

_COLUMNS = ("Aktivitet", "När", "Ansvarig", "Läge", "Uppdaterad", "Senast sagt")
_OWN_COLUMNS = ("Aktivitet", "Kommun", "När", "Ansvarig", "Senast sagt")


def counted(sources: Sources) -> str:
    """The year in figures; of what there is none, nothing is said."""
    found = tally((a.status, _standing(a, sources).flags) for a in sources.plan.activities)
    whole = "aktivitet är genomförd" if found.counted == 1 else "aktiviteter är genomförda"
    late = "försenad" if found.overdue == 1 else "försenade"
    sentences = (
        [
            f"{found.done} av {found.counted} {whole}" if found.counted else "",
            f"{found.in_progress} pågår" if found.in_progress else "",
        ],
        [
            f"{found.overdue} är {late}" if found.overdue else "",
            f"{found.dropped} har avförts" if found.dropped else "",
        ],
    )
    told = (listed([words for words in sentence if words]) for sentence in sentences)
    return (
        " ".join(f"{sentence}." for sentence in told if sentence) or "Planen har inga aktiviteter."
    )


def of_the_year(sources: Sources) -> tuple[Block, ...]:
    """Part 5: the year's items, and the municipalities' answers where an activity is split."""
    wanted = [a for a in sources.plan.activities if a.when_kind is not Kind.CONTINUOUS]
    return _grids("Läget för årets aktiviteter", wanted, sources) or (
        Empty("Planen har inga aktiviteter för året."),
    )


def continuous(sources: Sources) -> tuple[Block, ...]:
    """Part 6: work that goes on, apart from the year's items."""
    wanted = [a for a in sources.plan.activities if a.when_kind is Kind.CONTINUOUS]
    return _grids("Läget för det löpande arbetet", wanted, sources) or (
        Empty("Planen har inget löpande arbete."),
    )


def failed(sources: Sources) -> tuple[Block, ...]:
    """Part 10: what was late or dropped, with its reason."""
    said = [
        f"{activity.title}: {found.state.label.lower()}{_where_late(found)}. {_reason(activity)}"
        for activity in sources.plan.activities
        if (found := _standing(activity, sources)).state in (Flag.OVERDUE, Status.DROPPED)
    ]
    return (
        (Bullets(tuple(map(str.strip, said))),)
        if said
        else (Paragraph("Inget är försenat eller avfört."),)
    )


def _where_late(found: Standing) -> str:
    late = [cell.name for cell in found.cells if cell.state is Flag.OVERDUE]
    return f" i {listed(late)}" if late else ""


def carried_over(sources: Sources) -> tuple[Block, ...]:
    """Part 11: what is not settled and so goes on to the next year, and what was dropped."""
    left = [a.title for a in sources.plan.activities if a.status not in SETTLED]
    dropped = [
        f"{a.title}: {a.dropped_reason or 'orsak saknas'}"
        for a in sources.plan.activities
        if a.status is Status.DROPPED
    ]
    blocks: list[Block] = []
    if left:
        blocks += [Paragraph("Det här är inte klart:"), Bullets(tuple(left))]
    if dropped:
        blocks += [Paragraph("Det här har avförts:"), Bullets(tuple(dropped))]
    return tuple(blocks) or (Paragraph("Allt i planen är klart."),)


def _grids(caption: str, activities: Iterable[Activity], sources: Sources) -> tuple[Block, ...]:
    rows = [(activity, _standing(activity, sources)) for activity in activities]
    if not rows:
        return ()
    blocks: list[Block] = [
        Grid(caption, _COLUMNS, tuple(_row(activity, found, sources) for activity, found in rows))
    ]
    split = [(activity, found) for activity, found in rows if found.cells]
    if split:
        blocks.append(_by_municipality(split, sources))
        blocks += _own_words(activity for activity, _found in split)
    return tuple(blocks)


def _row(activity: Activity, found: Standing, sources: Sources) -> tuple[Cell, ...]:
    heard = activity.last_heard_at
    return (
        activity.title,
        activity.when_text or "Framgår inte",
        activity.owner_text or "Framgår inte",
        _state(found.state),
        short_date(local_day(heard), sources.plan.year) if heard else "Aldrig",
        standing.last_said(activity),
    )


def _by_municipality(split: list[tuple[Activity, Standing]], sources: Sources) -> Grid:
    names = [place.name for place in sources.municipalities]
    rows = []
    for activity, found in split:
        states = {cell.name: _state(cell.state) for cell in found.cells}
        rows.append((activity.title, *(states.get(name, "") for name in names)))
    return Grid("Läget i kommunerna", ("Aktivitet", *names), tuple(rows))


def _own_words(activities: Iterable[Activity]) -> Iterable[Grid]:
    """What the municipalities have said of their parts, where any has said anything."""
    rows = tuple(
        (
            activity.title,
            cell.municipality.name,
            cell.when_text or activity.when_text,
            cell.owner_text or activity.owner_text,
            cell.comment,
        )
        for activity in activities
        for cell in sorted(activity.cells, key=lambda cell: cell.municipality.position)
        if cell.when_text or cell.owner_text or cell.comment
    )
    if rows:
        yield Grid("Vad kommunerna säger om sina delar", _OWN_COLUMNS, rows)


def _reason(activity: Activity) -> str:
    if activity.status is Status.DROPPED:
        return activity.dropped_reason or "Orsak saknas"
    return activity.last_comment


def _standing(activity: Activity, sources: Sources) -> Standing:
    return standing.of(
        activity,
        sources.plan,
        today=sources.as_of,
        check_in_days=sources.region.check_in_days,
    )


def _state(state: Status | Flag) -> State:
    return State(state.value, state.label, state.sign)
