"""How the tests write a reading in one line: "start..end precision kind"."""

from regionhub.domain.plantime.reading import PlanTime


def in_short(reading: PlanTime) -> str:
    """One date stands for both sides, an open side is left empty, "-" is no date at all."""
    start = reading.start.isoformat() if reading.start else ""
    end = reading.end.isoformat() if reading.end else ""
    when = start if start == end else f"{start}..{end}"
    return f"{when or '-'} {reading.precision} {reading.kind}"
