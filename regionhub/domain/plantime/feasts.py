"""Swedish feasts and named days: what the calendar itself knows."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import lru_cache

from holidays import country_holidays

from regionhub.domain.plantime.periods import Interval, nth_weekday, week, week_of

DAY = timedelta(days=1)

FIXED = {
    "new year's day": (1, 1), "twelfth night": (1, 5), "epiphany": (1, 6), "valentine": (2, 14),
    "women's day": (3, 8), "walpurgis": (4, 30), "national day": (6, 6),
    "united nations": (10, 24), "lucia": (12, 13), "christmas eve": (12, 24),
    "christmas day": (12, 25), "boxing day": (12, 26), "new year's eve": (12, 31),
}  # fmt: skip
AFTER_EASTER = {
    "maundy thursday": (-3, -3), "good friday": (-2, -2), "easter eve": (-1, -1),
    "easter day": (0, 0), "easter monday": (1, 1), "easter": (-2, 1), "ascension": (39, 39),
    "whitsun eve": (48, 48), "whit sunday": (49, 49), "whitsun": (48, 49), "whit monday": (50, 50),
}  # fmt: skip
MIDSUMMER = {"midsummer": (0, 1), "midsummer eve": (0, 0), "midsummer day": (1, 1)}
AUTUMN_BREAK_WEEK = 44


ADVENTS = ("first advent", "second advent", "third advent", "fourth advent")


def feast(year: int, name: str) -> Interval:
    """The days of a feast; ValueError in a year that the calendar does not cover."""
    if name in FIXED:
        return _one(date(year, *FIXED[name]))
    if name in COUNTED:
        return COUNTED[name](year)
    if name in ADVENTS:
        return _one(_sunday_in_advent(year, name))
    easter = _named(year, "Påskdagen")
    if name in AFTER_EASTER:
        first, last = AFTER_EASTER[name]
        return easter + DAY * first, easter + DAY * last
    if name == "all saints":
        return _one(_named(year, "Alla helgons dag"))
    first, last = MIDSUMMER[name]
    eve = _named(year, "Midsommarafton")
    return eve + DAY * first, eve + DAY * last


def _one(day: date) -> Interval:
    return day, day


def _sunday_in_advent(year: int, name: str) -> date:
    """The fourth is the last Sunday before Christmas Day, the others the Sundays before it."""
    eve = date(year, 12, 24)
    fourth = eve - DAY * ((eve.weekday() + 1) % 7)
    return fourth - 7 * DAY * (len(ADVENTS) - 1 - ADVENTS.index(name))


COUNTED: dict[str, Callable[[int], Interval]] = {
    "christmas": lambda year: (date(year, 12, 24), date(year, 12, 26)),
    "between days": lambda year: (date(year, 12, 27), date(year, 12, 30)),
    "christmas week": lambda year: week_of(date(year, 12, 24)),
    "easter week": lambda year: week_of(_named(year, "Påskdagen")),
    "midsummer week": lambda year: week_of(_named(year, "Midsommarafton")),
    "new year": lambda year: (date(year, 12, 31), date(year + 1, 1, 1)),
    "autumn break": lambda year: week(year, AUTUMN_BREAK_WEEK),
    "mothers' day": lambda year: nth_weekday(year, 5, -1, 6),
    "fathers' day": lambda year: nth_weekday(year, 11, 2, 6),
    "advent": lambda year: (_sunday_in_advent(year, "first advent"), date(year, 12, 24)),
}


def _named(year: int, name: str) -> date:
    found = _calendar(year).get(name)
    if found is None:
        raise ValueError(name)
    return found


@lru_cache(maxsize=256)
def _calendar(year: int) -> dict[str, date]:
    """The days of a year by their Swedish names."""
    found = country_holidays(
        "SE", years=year, categories=("public", "de_facto"), language="sv"
    ).items()
    return {name: day for day, names in found for name in names.split("; ")}
