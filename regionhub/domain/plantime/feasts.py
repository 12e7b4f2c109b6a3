"""Swedish feasts and named days: what the calendar itself knows."""

from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from regionhub.domain.plantime.periods import Interval, nth_weekday, week

DAY = timedelta(days=1)

FIXED = {
    "new year's day": (1, 1), "epiphany": (1, 6), "valentine": (2, 14), "women's day": (3, 8),
    "walpurgis": (4, 30), "national day": (6, 6), "united nations": (10, 24), "lucia": (12, 13),
    "christmas eve": (12, 24), "christmas day": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31),
}  # fmt: skip
AFTER_EASTER = {
    "maundy thursday": -3, "good friday": -2, "easter eve": -1, "easter day": 0,
    "easter monday": 1, "ascension": 39, "whitsun eve": 48, "whit sunday": 49,
}  # fmt: skip
AUTUMN_BREAK_WEEK = 44


@lru_cache(maxsize=256)
def _named(year: int) -> dict[str, date]:
    found = country_holidays(
        "SE", years=year, categories=("public", "de_facto"), language="sv"
    ).items()
    return {name: day for day, names in found for name in names.split("; ")}


def feast(year: int, name: str) -> Interval:
    """The days of a feast; ValueError in a year that the calendar does not cover."""
    if name in FIXED:
        day = date(year, *FIXED[name])
        return day, day
    if name == "christmas":
        return date(year, 12, 24), date(year, 12, 26)
    if name == "new year":
        return date(year, 12, 31), date(year + 1, 1, 1)
    if name == "autumn break":
        return week(year, AUTUMN_BREAK_WEEK)
    if name == "mothers' day":
        return nth_weekday(year, 5, -1, 6)
    if name == "fathers' day":
        return nth_weekday(year, 11, 2, 6)
    if name == "advent":
        fourth = date(year, 12, 24) - DAY * ((date(year, 12, 24).weekday() + 1) % 7)
        return fourth - 21 * DAY, fourth - 21 * DAY
    return _movable(year, name)


def _movable(year: int, name: str) -> Interval:
    named = _named(year)
    if "Påskdagen" not in named or "Midsommarafton" not in named:
        raise ValueError(year)
    easter, eve = named["Påskdagen"], named["Midsommarafton"]
    if name in AFTER_EASTER:
        day = easter + DAY * AFTER_EASTER[name]
        return day, day
    saints = named["Alla helgons dag"]
    return {
        "easter": (easter - 2 * DAY, easter + DAY),
        "whitsun": (easter + 48 * DAY, easter + 49 * DAY),
        "midsummer": (eve, eve + DAY),
        "midsummer eve": (eve, eve),
        "midsummer day": (eve + DAY, eve + DAY),
        "all saints": (saints, saints),
    }[name]
