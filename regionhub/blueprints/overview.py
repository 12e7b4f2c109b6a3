"""The region's page: what goes well, what is late, what is silent, what needs a decision."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, url_for

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
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise NotFound("Ange ett verksamhetsår med fyra siffror.")
    page = overview.of_year(region(), year, today=clock.today())
    return render_template(
        "overview/show.html",
        page=page,
        parts=_parts(page.total),
        region=region(),
        year_switch=year_links(page.years, year, "overview.show"),
    )


def _parts(total: Tally) -> list[Part]:
    """The shares of the bar, by stored status."""
    return [Part(status, getattr(total, status.value)) for status in ACTIVITY_STATUSES]
