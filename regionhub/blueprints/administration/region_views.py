"""The region itself: its municipalities and overarching goals, each with its time."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.administration.region_forms import (
    MunicipalityForm,
    OverarchingGoalForm,
    RegionForm,
    goal_words,
    municipality_words,
    region_words,
)
from regionhub.domain.permissions import Action
from regionhub.models import Municipality, OverarchingGoal
from regionhub.services import region_edits
from regionhub.web.access import access
from regionhub.web.current import region, this_save
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to administration."""
    top = "/administration/region"
    place, goal = f"{top}/kommuner", f"{top}/mal"
    one_place, one_goal = f"{place}/<int:municipality_id>", f"{goal}/<int:overarching_goal_id>"
    for address, show, save in (
        (top, region_page, save_region),
        (f"{place}/ny", new_municipality, add_municipality),
        (one_place, municipality, save_municipality),
        (f"{goal}/nytt", new_overarching_goal, add_overarching_goal),
        (one_goal, overarching_goal, save_overarching_goal),
    ):
        bp.add_url_rule(address, view_func=show)
        bp.add_url_rule(address, view_func=save, methods=["POST"])


@access(Action.ADMINISTER)
def region_page() -> Any:
    """The municipalities, the overarching goals, and the region's own form."""
    return _region_page(_region_form())


@access(Action.ADMINISTER)
@writes
def save_region() -> Any:
    """Save the region's name and habits."""
    form = RegionForm()

    def work() -> None:
        region_edits.edit_region(
            region(),
            name=form.name.data,
            check_in_days=form.check_in_days.data,
            version=form.version.seen,
            save=this_save(),
        )

    wrong = not_saved(
        form,
        work,
        page=lambda: _region_page(form),
        theirs=_region_form,
        back=url_for(".region_page"),
    )
    return wrong or _done()


@access(Action.ADMINISTER)
def new_municipality() -> Any:
    """The empty form."""
    return _municipality_page(MunicipalityForm())


@access(Action.ADMINISTER)
@writes
def add_municipality() -> Any:
    """Let a municipality join."""
    form = MunicipalityForm()
    if not saved(
        form, lambda: region_edits.add_municipality(region(), form.words, save=this_save())
    ):
        return _municipality_page(form), 422
    return _done()


@access(Action.ADMINISTER)
def municipality(municipality_id: int) -> Any:
    """One municipality, to change."""
    place = region_edits.municipality(region(), municipality_id)
    return _municipality_page(_municipality_form(place), place)


@access(Action.ADMINISTER)
@writes
def save_municipality(municipality_id: int) -> Any:
    """Change the municipality."""
    place = region_edits.municipality(region(), municipality_id)
    form = MunicipalityForm()

    def work() -> None:
        region_edits.edit_municipality(
            region(), place, form.words, version=form.version.seen, save=this_save()
        )

    wrong = not_saved(
        form,
        work,
        page=lambda: _municipality_page(form, place),
        theirs=lambda: _municipality_form(place),
        back=url_for(".region_page"),
    )
    return wrong or _done()


@access(Action.ADMINISTER)
def new_overarching_goal() -> Any:
    """The empty form."""
    return _goal_page(OverarchingGoalForm())


@access(Action.ADMINISTER)
@writes
def add_overarching_goal() -> Any:
    """Set a new goal."""
    form = OverarchingGoalForm()
    if not saved(
        form, lambda: region_edits.add_overarching_goal(region(), form.words, save=this_save())
    ):
        return _goal_page(form), 422
    return _done()


@access(Action.ADMINISTER)
def overarching_goal(overarching_goal_id: int) -> Any:
    """One goal, to change."""
    goal = region_edits.overarching_goal(region(), overarching_goal_id)
    return _goal_page(_goal_form(goal), goal)


@access(Action.ADMINISTER)
@writes
def save_overarching_goal(overarching_goal_id: int) -> Any:
    """Change the goal."""
    goal = region_edits.overarching_goal(region(), overarching_goal_id)
    form = OverarchingGoalForm()

    def work() -> None:
        region_edits.edit_overarching_goal(
            region(), goal, form.words, version=form.version.seen, save=this_save()
        )

    wrong = not_saved(
        form,
        work,
        page=lambda: _goal_page(form, goal),
        theirs=lambda: _goal_form(goal),
        back=url_for(".region_page"),
    )
    return wrong or _done()


def _done() -> Any:
    flash(_("Ändringen är sparad och gäller genast."), "success")
    return redirect(url_for(".region_page"))


def _region_form() -> RegionForm:
    return RegionForm(formdata=None, data=region_words(region()))


def _municipality_form(place: Municipality) -> MunicipalityForm:
    return MunicipalityForm(formdata=None, data=municipality_words(place, region()))


def _goal_form(goal: OverarchingGoal) -> OverarchingGoalForm:
    return OverarchingGoalForm(formdata=None, data=goal_words(goal, region()))


def _region_page(form: RegionForm) -> str:
    return render_template(
        "admin/region.html",
        form=form,
        municipalities=region_edits.municipalities(region()),
        goals=region_edits.overarching_goals(region()),
    )


def _municipality_page(form: MunicipalityForm, place: Municipality | None = None) -> str:
    return render_template("admin/municipality.html", form=form, place=place)


def _goal_page(form: OverarchingGoalForm, goal: OverarchingGoal | None = None) -> str:
    return render_template("admin/overarching_goal.html", form=form, goal=goal)
