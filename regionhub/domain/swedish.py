"""Swedish ways that the whole house shares: the order of letters, the day where we live."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

STOCKHOLM = ZoneInfo("Europe/Stockholm")
# "{" is the sign after z.
_LETTERS = {"å": "{1", "ä": "{2", "æ": "{2", "ö": "{3", "ø": "{3", "é": "e", "ü": "u"}
MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def sort_key(text: str) -> tuple[str, str]:
    """A key that sorts text as Swedes do: å, ä, ö last, upper and lower case together."""
    return "".join(_LETTERS.get(letter, letter) for letter in text.casefold()), text


def local_day(moment: datetime) -> date:
    """The calendar day in Sweden at an aware moment."""
    return moment.astimezone(STOCKHOLM).date()


def long_date(day: date) -> str:
    """ "7 november 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: list[str]) -> str:
    """ "Bjurholm, Umeå och Vännäs"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "och"
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"
