"""A group's own page and its plan of a year, to read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import Blueprint, g, render_template, request
from flask_babel import get_locale
from markupsafe import Markup

from regionhub.domain.errors import NotFound
from regionhub.domain.permissions import Action, Seat
from regionhub.services import changes, goals, memberships, plan_rows, plans, regions
from regionhub.services.plan_import import reviews
from regionhub.services.plan_rows import Choice
from regionhub.web import clock
from regionhub.web.access import access, may
from regionhub.web.current import actor, group, region, revision
from regionhub.web.happenings import told
from regionhub.web.kept import kept_for_a_revision
from regionhub.web.unchanged import answers_unchanged
from regionhub.web.years import YearLink, year_links

LATEST_CHANGES = 20


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    bp.add_url_rule("/", "group", group_page)
    bp.add_url_rule("/<int:year>/", "plan", plan_page)


@answers_unchanged
@access(Action.SEE_PLANS)
def group_page() -> Any:
    """The group: who takes part, and its plans year by year."""
    today = clock.today()
    year = regions.current_year(today)
    places = memberships.of_group(group(), today)
    summaries = plans.summaries(group(), region(), today=today)
    return render_template(
        "workgroups/group.html",
        group=group(),
        declared=g.declared,
        leaders=memberships.leading(places),
        places=memberships.by_municipality(places, regions.municipalities(region(), year)),
        summaries=summaries,
        startable=[y for y in (year, year + 1) if y not in {s.year for s in summaries}],
        waiting=reviews.waiting(group()) if may(Action.IMPORT_PLAN) else [],
    )


@answers_unchanged
@access(Action.SEE_PLANS)
def plan_page(year: int) -> Any:
    """The plan of a year, or where to go when there is none."""
    body = _body(revision(), _seen(year))
    if body is None:
        return _no_plan(year)
    return render_template(
        "workgroups/plan.html",
        group=group(),
        year=year,
        body=body.html,
        year_switch=year_links(body.years, year, ".plan"),
    )


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything that decides what a plan's page says: of what, when, in which words, to whom."""

    group_id: int
    year: int
    today: date
    language: str
    choice: Choice
    office: bool
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """A plan's page without its frame, and the years that the group has."""

    html: Markup
    years: tuple[int, ...]


@kept_for_a_revision(128)
def _body(_revision: int, seen: Seen) -> Body | None:
    """The page's body; each worker makes it once for each revision of the region."""
    try:
        plan = plans.whole(group(), seen.year)
    except NotFound:
        return None
    rows = plan_rows.of_plan(plan, today=seen.today, check_in_days=region().check_in_days)
    found = plan_rows.chosen(rows, seen.choice)
    places = memberships.of_group(group(), memberships.day_within(seen.year, seen.today))
    html = render_template(
        "workgroups/_plan_body.html",
        plan=plan,
        group=group(),
        leaders=memberships.leading(places),
        places=memberships.by_municipality(places, regions.municipalities(region(), seen.year)),
        goals=goals.views(plan),
        rows=rows,
        dated=[row for row in found if not row.continuous],
        continuous=[row for row in found if row.continuous],
        choice=seen.choice,
        offered=plan_rows.offered(rows),
        log=told(
            changes.of_plan(plan.id, limit=LATEST_CHANGES),
            {activity.id: activity.title for activity in plan.activities},
        ),
    )
    # A template made it, with its own escaping.
    return Body(Markup(html), tuple(_years(seen.year)))  # noqa: S704


def _seen(year: int) -> Seen:
    person = actor()
    return Seen(
        group_id=group().id,
        year=year,
        today=clock.today(),
        language=str(get_locale()),
        choice=table_choice(),
        office=person.office,
        seats=tuple(seat for seat in person.seats if seat.group_id == group().id),
    )


def _years(year: int) -> list[int]:
    return sorted({*plans.years(group()), regions.current_year(clock.today()), year})


def years_of_group(year: int) -> list[YearLink]:
    """The switch between the group's years: those with a plan, this year, and the one shown."""
    return year_links(_years(year), year, ".plan")


def _no_plan(year: int) -> Any:
    return render_template(
        "workgroups/no_plan.html",
        group=group(),
        year=year,
        years=plans.years(group()),
        startable=plans.may_begin(year, today=clock.today()),
        year_switch=years_of_group(year),
    ), 404


def table_choice() -> Choice:
    """How the address asks for the table of activities to be sorted and filtered."""
    asked = request.args
    sort = asked.get("sortera", "plan")
    return Choice(
        status=asked.get("status", ""),
        owner=asked.get("ansvarig", ""),
        municipality=asked.get("kommun", ""),
        section=asked.get("avsnitt", ""),
        sort=sort if sort in plan_rows.SORTS else "plan",
        descending=asked.get("ordning") == "fallande",
    )
