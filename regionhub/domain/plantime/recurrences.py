"""How often something comes back, written out in Swedish."""

import re
from collections.abc import Mapping
from typing import Any

from regionhub.domain.swedish import listed

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
    r"(?:;BYDAY=(?P<nth>-?\d+)?(?P<weekday>[A-Z]{2}(?:,[A-Z]{2})*))?"
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
    if "years" in recurrence:
        return "jämna år" if recurrence["years"] == "even" else "udda år"
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
    low, high = recurrence.get("min"), recurrence.get("max")
    if low is None:
        return f"högst {high}" if high else "flera"
    if high is None:
        return f"minst {low}"
    return str(low) if low == high else f"{low}–{high}"


def _rule(rule: str) -> str | None:
    if rule in FREQUENCIES:
        return FREQUENCIES[rule]
    found = RULE.fullmatch(rule)
    if found is None:
        return None
    told = found.groupdict()
    if told["frequency"] == "YEARLY" and told["interval"] is None:
        return FREQUENCIES["FREQ=YEARLY"]
    if told["nth"] or told["place"] or told["day"]:
        return f"{_day_of_month(told)} varje månad"
    return _each(told["interval"], told["frequency"], told["weekday"])


def _day_of_month(told: Mapping[str, str | None]) -> str:
    nth = told["nth"] or told["place"]
    if nth:
        return f"{NTH[int(nth)]} {WEEKDAYS[told['weekday'] or '']}en"
    return "sista dagen" if told["day"] == "-1" else f"den {told['day']}:e"


def _each(interval: str | None, frequency: str, weekday: str | None) -> str | None:
    """Every so many units, or the weekdays in them."""
    if weekday and weekday not in WEEKDAYS:
        plural = listed([f"{WEEKDAYS[day]}ar" for day in weekday.split(",")])
        return plural if interval is None else None
    unit = WEEKDAYS[weekday] if weekday else UNITS[frequency]
    yearly = frequency == "YEARLY"
    if interval is None:
        return f"varje {unit}"
    if interval == "2":
        return f"{'vartannat' if yearly else 'varannan'} {unit}"
    return f"{'vart' if yearly else 'var'} {interval}:e {unit}"
