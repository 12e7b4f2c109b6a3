"""Writes the date of a sheet's cell as text that can be read back without the sheet."""

from regionhub.domain.swedish import MONTHS


def month_words(month: int, year: int | None = None) -> str:
    """The month in words, as cells without a day show it: "maj 2026" or "maj"."""
    name = MONTHS[month - 1]
    return name if year is None else f"{name} {year}"
