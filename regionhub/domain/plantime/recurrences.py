"""How often something comes back, written out in Swedish."""

import re
from collections.abc import Mapping
from typing import Any

FREQUENCIES = {
    "FREQ=DAILY": "varje dag",
    "FREQ=WEEKLY": "varje vecka",
    "FREQ=MONTHLY": "varje månad",
    "FREQ=MONTHLY;INTERVAL=3": "varje kvartal",
    "FREQ=MONTHLY;INTERVAL=4": "varje tertial",
    "FREQ=MONTHLY;INTERVAL=6": "varje halvår",
    "FREQ=YEARLY": "varje år",
}
UNITS = {"DAILY": "dag", "WEEKLY": "vecka", "MONTHLY": "månad", "YEARLY": "år"}
WEEKDAYS = {
    "MO": "måndag", "TU": "tisdag", "WE": "onsdag", "TH": "torsdag", "FR": "fredag",
    "SA": "lördag", "SU": "söndag", "MO,TU,WE,TH,FR": "vardag",
}  # fmt: skip
RULE = re.compile(
    r"FREQ=(?P<frequency>[A-Z]+)(?:;INTERVAL=(?P<interval>\d+))?(?:;BYMONTH=[\d,]+)?"
    r"(?:;BYWEEKNO=\d+)?"
    r"(?:;BYDAY=(?P<nth>-?\d+)?(?P<weekday>[A-Z]{2}|MO,TU,WE,TH,FR))?"
    r"(?:;BYSETPOS=(?P<place>-?\d+))?(?:;BYMONTHDAY=(?P<day>-?\d+))?"
)
NTH = {1: "första", 2: "andra", 3: "tredje", 4: "fjärde", 5: "femte", -1: "sista"}
PER = {
    "day": "dag", "week": "vecka", "month": "månad", "quarter": "kvartal", "tertial": "tertial",
    "half": "halvår", "term": "termin", "mandate": "mandatperiod", "year": "år",
}  # fmt: skip


def how_often(recurrence: Mapping[str, Any] | None) -> str | None:
    """A phrase for a recurrence, or None where it has no words. No recurrence is "regelbundet"."""
    if recurrence is None:
        return "regelbundet"
    if "weeks" in recurrence:
        return _even_or_odd_weeks(recurrence)
    if "rrule" in recurrence:
        return _rule(str(recurrence["rrule"]))
    if "per" not in recurrence:
        return None
    return f"{_count(recurrence)} gånger per {PER[recurrence['per']]}"


def _even_or_odd_weeks(recurrence: Mapping[str, Any]) -> str:
    _, _, weekday = recurrence["rrule"].partition("BYDAY=")
    weeks = "jämna veckor" if recurrence["weeks"] == "even" else "udda veckor"
    return f"{WEEKDAYS[weekday]}ar {weeks}" if weekday else weeks


def _count(recurrence: Mapping[str, Any]) -> str:
    if "min" not in recurrence:
        return "flera"
    low, high = recurrence["min"], recurrence["max"]
    return str(low) if low == high else f"{low}–{high}"


def _rule(rule: str) -> str | None:
    if rule in FREQUENCIES:
        return FREQUENCIES[rule]
    found = RULE.fullmatch(rule)
    if found is None:
        return None
    frequency, interval, nth, weekday, place, day = found.groups()
    if frequency == "YEARLY" and interval is None:
        return FREQUENCIES["FREQ=YEARLY"]
    if nth or place:
        return f"{NTH[int(nth or place)]} {WEEKDAYS[weekday]}en varje månad"
    if day:
        return "sista dagen varje månad" if day == "-1" else f"den {day}:e varje månad"
    return f"{_each(interval, frequency)} {WEEKDAYS[weekday] if weekday else UNITS[frequency]}"


def _each(interval: str | None, frequency: str) -> str:
    yearly = frequency == "YEARLY"
    if interval is None:
        return "varje"
    if interval == "2":
        return "vartannat" if yearly else "varannan"
    return f"{'vart' if yearly else 'var'} {interval}:e"
