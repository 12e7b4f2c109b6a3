"""The region's page: what goes well, what is late, what is silent, what needs a decision."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from markupsafe import Markup

from regionhub.domain.permissions import Action
from regionhub.domain.progress import Tally
from regionhub.domain.status import ACTIVITY_STATUSES, Status
from regionhub.services import overview, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region, region_name, revision
from regionhub.web.kept import kept_for_a_revision
from regionhub.web.unchanged import answers_unchanged
from regionhub.web.years import year_links

bp = Blueprint("overview", __name__)
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
    body, years = _body(revision(), year, clock.today(), str(get_locale()))
    return render_template(
        "overview/show.html",
        title=_("%(region)s %(year)s", region=region_name(), year=year),
        year=year,
        body=body,
        year_switch=year_links(years, year, "overview.show"),
    )


@bp.get("/oversikt/<int:year>/forsenade-och-tysta")
@answers_unchanged
@access(Action.SEE_REGION)
def urgent(year: int) -> Any:
    """Everything that is late or silent, over all groups, a page at a time."""
    asked = request.args.get("sida", 1, type=int)
    body = _urgent_body(revision(), year, asked, clock.today(), str(get_locale()))
    return render_template("overview/urgent.html", year=year, body=body)


@kept_for_a_revision(64)
def _body(_revision: int, year: int, today: date, _language: str) -> tuple[Markup, tuple[int, ...]]:
    """What the page says, and the years that there are.

    It is the same for everyone, so each worker makes it once for each revision of the region.
    """
    page = overview.of_year(region(), year, today=today)
    body = render_template(
        "overview/_body.html", page=page, parts=_parts(page.total), region=region()
    )
    return Markup(body), page.years  # noqa: S704 - a template made it, with its own escaping


@kept_for_a_revision(64)
def _urgent_body(_revision: int, year: int, asked: int, today: date, _language: str) -> Markup:
    """One page of what is late or silent; kept as the region's page is."""
    count = overview.how_many_urgent(region(), year, today=today)
    pages = max(1, -(-count // PER_PAGE))
    number = min(max(1, asked), pages)
    body = render_template(
        "overview/_urgent_body.html",
        year=year,
        urgent=overview.urgent(
            region(), year, today=today, limit=PER_PAGE, offset=(number - 1) * PER_PAGE
        ),
        count=count,
        number=number,
        pages=pages,
    )
    return Markup(body)  # noqa: S704 - a template made it, with its own escaping


def _parts(total: Tally) -> list[Part]:
    """The shares of the bar, by stored status."""
    return [Part(status, getattr(total, status.value)) for status in ACTIVITY_STATUSES]
