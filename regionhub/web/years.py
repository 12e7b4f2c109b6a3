"""The switch between years, which keeps the page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import url_for


@dataclass(frozen=True, slots=True)
class YearLink:
    """One year of the switch."""

    year: int
    href: str
    current: bool


def year_links(years: Iterable[int], current: int, endpoint: str, **values: Any) -> list[YearLink]:
    """The same page in each of the years."""
    return [
        YearLink(year, url_for(endpoint, year=year, **values), year == current) for year in years
    ]
