"""The region's page: what goes well, what is late, what is silent, what needs a decision."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for

from regionhub.domain.errors import NotFound
from regionhub.domain.permissions import Action
from regionhub.domain.progress import Tally
from regionhub.domain.status import ACTIVITY_STATUSES, Status
from regionhub.services import overview, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region
from regionhub.web.unchanged import answers_unchanged
from regionhub.web.years import year_links

bp = Blueprint("overview", __name__)
FIRST_YEAR, LAST_YEAR = 2000, 2100
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Part:
    """One state's share of the bar."""

    state: Status
    count: int


@bp.get("/oversikt/")
@access(Action.SEE_REGION)
def latest() -> Any:
    """The running year."""
    return redirect(url_for(".show", year=regions.current_year(clock.today())))


@bp.get("/oversikt/<int:year>/")
@answers_unchanged
@access(Action.SEE_REGION)
def show(year: int) -> Any:
    """All groups in a year."""
    _check(year)
    page = overview.of_year(region(), year, today=clock.today())
    return render_template(
        "overview/show.html",
        page=page,
        parts=_parts(page.total),
        region=region(),
        year_switch=year_links(page.years, year, "overview.show"),
    )


@bp.get("/oversikt/<int:year>/forsenade-och-tysta")
@answers_unchanged
@access(Action.SEE_REGION)
def urgent(year: int) -> Any:
    """Everything that is late or silent, over all groups, a page at a time."""
    _check(year)
    count = overview.how_many_urgent(region(), year, today=clock.today())
    pages = max(1, -(-count // PER_PAGE))
    number = min(max(1, request.args.get("sida", 1, type=int)), pages)
    found = overview.urgent(
        region(), year, today=clock.today(), limit=PER_PAGE, offset=(number - 1) * PER_PAGE
    )
    return render_template(
        "overview/urgent.html", year=year, urgent=found, count=count, number=number, pages=pages
    )


def _check(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotFound("Ange ett verksamhetsår med fyra siffror.")


def _parts(total: Tally) -> list[Part]:
    """The shares of the bar, by stored status."""
    return [Part(status, getattr(total, status.value)) for status in ACTIVITY_STATUSES]
