"""The reports of all groups, year by year."""

from itertools import groupby
from typing import Any

from flask import Blueprint, render_template

from regionhub.domain.permissions import Action
from regionhub.services import reports
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region

bp = Blueprint("reports", __name__)


@bp.get("/rapporter/")
@access(Action.SEE_REPORTS)
def show() -> Any:
    """Every plan's latest report."""
    by_year = groupby(reports.listed(region(), today=clock.today()), key=lambda report: report.year)
    years = [(year, list(found)) for year, found in by_year]
    return render_template("reports/show.html", years=years)
