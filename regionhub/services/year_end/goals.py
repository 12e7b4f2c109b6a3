"""Parts 3 and 4: the goals with their fulfilment, and the overarching goals they serve."""

from decimal import Decimal

from regionhub.domain.followup import Forecast, Outcome
from regionhub.domain.swedish import long_date
from regionhub.models import Goal, Indicator, Judgement
from regionhub.outputs.report import Block, Bullets, Cell, Empty, Facts, Heading, Paragraph, State
from regionhub.services.differences import in_words
from regionhub.services.year_end.sources import Sources


def fulfilment(sources: Sources) -> tuple[Block, ...]:
    """Part 3: each goal as decided, its figures, and the latest judgement."""
    if not sources.plan.goals:
        return (Empty("Planen har inga mål."),)
    return tuple(
        block
        for number, goal in enumerate(sources.plan.goals, start=1)
        for block in _goal(number, goal, sources)
    )


def overarching(sources: Sources) -> tuple[Block, ...]:
    """Part 4: for each overarching goal, what the plan says of it and which goals serve it."""
    said = []
    for wanted in sources.overarching:
        purposes = [p.text for p in sources.plan.purposes if wanted in p.serves]
        serving = [
            f"mål {number}"
            for number, goal in enumerate(sources.plan.goals, start=1)
            if wanted in goal.serves
        ]
        if not purposes and not serving:
            continue
        tail = [*purposes, f"Hit hör {', '.join(serving)}." if serving else ""]
        said.append(f"{wanted.number}. {wanted.text}: {' '.join(t for t in tail if t)}")
    if not said:
        return (Empty("Det framgår inte vilka övergripande mål planen bidrar till."),)
    return (Bullets(tuple(said)),)


def _goal(number: int, goal: Goal, sources: Sources) -> tuple[Block, ...]:
    latest = _latest(goal)
    name = _name(goal)
    pairs: list[tuple[str, Cell]] = [("Beslutad lydelse", goal.text)] if name != goal.text else []
    if goal.accepted_on:
        by = goal.accepted_by or "Beslutat"
        pairs.append(("Accepterat", f"{by} {long_date(goal.accepted_on)}"))
    for indicator in goal.indicators:
        pairs.append((indicator.name, _figures(indicator)))
    pairs.append(_judged(latest, sources))
    blocks: list[Block] = [Heading(f"Mål {number}. {name}"), Facts(tuple(pairs))]
    if latest and latest.comment:
        blocks.append(Paragraph(latest.comment))
    return tuple(blocks)


def _name(goal: Goal) -> str:
    if goal.heading:
        return goal.heading
    first_line = goal.text.split("\n", 1)[0]
    return first_line if len(first_line) <= _LONGEST_NAME else f"{first_line[:_LONGEST_NAME]}…"


_LONGEST_NAME = 90


def _latest(goal: Goal) -> Judgement | None:
    return max(goal.judgements, key=lambda j: j.period.as_of, default=None)


def _judged(latest: Judgement | None, sources: Sources) -> tuple[str, Cell]:
    """The outcome once it is set or the year is over, otherwise the forecast."""
    outcome = latest.outcome if latest else Outcome.MISSING
    if outcome is not Outcome.MISSING or sources.year_is_over:
        return "Måluppfyllelse", _state(outcome)
    return "Helårsprognos", _state(latest.forecast if latest else Forecast.MISSING)


def _state(judged: Forecast | Outcome) -> State:
    return State(judged.value, judged.label, judged.sign)


def _figures(indicator: Indicator) -> str:
    """Baseline, target and latest measurement in one line."""
    whole = [m for m in indicator.measurements if m.municipality_id is None]
    latest = whole[-1] if whole else None
    parts = [
        f"från {figure(indicator.baseline, indicator.unit)}"
        if indicator.baseline is not None
        else "",
        f"målet {figure(indicator.target, indicator.unit)}" if indicator.target is not None else "",
        f"utfall {figure(latest.value, indicator.unit)} ({long_date(latest.measured_on)})"
        if latest
        else "utfall saknas",
    ]
    return ", ".join(part for part in parts if part)


def figure(value: Decimal, unit: str) -> str:
    """ "1 256,5 Mkr": a number as Swedes write it, that does not break in two."""
    return f"{in_words(value)}\N{NO-BREAK SPACE}{unit}".strip()
