"""How a goal is measured: its indicators and their measurements."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from regionhub.blueprints.engine.plan_forms import IndicatorForm, indicator_words
from regionhub.domain.permissions import Action
from regionhub.models import Goal, Indicator
from regionhub.services import goals, indicators, plans, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.fields import NumberField, OneOfField, choices
from regionhub.web.forms import DayField, Form, LineField
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


class MeasurementForm(Form):
    """A value on a day."""

    measured_on = DayField(_l("Dag"), [InputRequired(_l("Ange vilken dag mätningen gäller."))])
    value = NumberField(_l("Värde"), [InputRequired(_l("Skriv värdet."))])
    municipality_id = OneOfField(_l("Gäller"))
    comment = LineField(_l("Kommentar"))

    def __init__(self, year: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        places = regions.municipalities(region(), year)
        self.municipality_id.choices = choices(
            [("", _("Hela regionen")), *((str(place.id), place.name) for place in places)]
        )


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    new = "/<int:year>/mal/<int:goal_id>/indikator/ny"
    one = "/<int:year>/mal/<int:goal_id>/indikator/<int:indicator_id>"
    bp.add_url_rule(new, "new_indicator", new_indicator)
    bp.add_url_rule(new, "create_indicator", create_indicator, methods=["POST"])
    bp.add_url_rule(f"{one}/andra", "edit_indicator", edit_indicator)
    bp.add_url_rule(f"{one}/andra", "save_indicator", save_indicator, methods=["POST"])
    bp.add_url_rule(f"{one}/matning", "new_measurement", new_measurement)
    bp.add_url_rule(f"{one}/matning", "save_measurement", save_measurement, methods=["POST"])


@access(Action.EDIT_PLAN)
def new_indicator(year: int, goal_id: int) -> Any:
    """The empty form."""
    goal = _goal(year, goal_id)
    return _form_page(goal, IndicatorForm(goal.plan))


@access(Action.EDIT_PLAN)
@writes
def create_indicator(year: int, goal_id: int) -> Any:
    """Add the indicator to the goal."""
    goal = _goal(year, goal_id)
    form = IndicatorForm(goal.plan)
    done = saved(
        form, lambda: indicators.create(goal, form.wanted(), reason=form.why, save=this_save())
    )
    if not done:
        return _form_page(goal, form), 422
    flash(_("Indikatorn är tillagd."), "success")
    return _to_goal(goal)


@access(Action.EDIT_PLAN)
def edit_indicator(year: int, goal_id: int, indicator_id: int) -> Any:
    """The form with the indicator's words."""
    goal = _goal(year, goal_id)
    indicator = indicators.of_goal(goal, indicator_id)
    form = IndicatorForm(goal.plan, data=indicator_words(indicator))
    return _form_page(goal, form, indicator)


@access(Action.EDIT_PLAN)
@writes
def save_indicator(year: int, goal_id: int, indicator_id: int) -> Any:
    """Save the indicator's words."""
    goal = _goal(year, goal_id)
    indicator = indicators.of_goal(goal, indicator_id)
    form = IndicatorForm(goal.plan)

    def edit() -> None:
        wanted, seen = form.wanted(), form.version.seen
        indicators.edit(indicator, wanted, version=seen, reason=form.why, save=this_save())

    wrong = not_saved(
        form,
        edit,
        page=lambda: _form_page(goal, form, indicator),
        theirs=lambda: IndicatorForm(goal.plan, formdata=None, data=indicator_words(indicator)),
        back=url_for(".goal", year=year, goal_id=goal_id),
    )
    if wrong:
        return wrong
    flash(_("Indikatorn är sparad."), "success")
    return _to_goal(goal)


@access(Action.JUDGE_GOAL)
def new_measurement(year: int, goal_id: int, indicator_id: int) -> Any:
    """The form for a measurement of today."""
    goal = _goal(year, goal_id)
    indicator = indicators.of_goal(goal, indicator_id)
    form = MeasurementForm(year, data={"measured_on": clock.today(), "municipality_id": ""})
    return _measurement_page(goal, indicator, form)


@access(Action.JUDGE_GOAL)
@writes
def save_measurement(year: int, goal_id: int, indicator_id: int) -> Any:
    """Note the measurement."""
    goal = _goal(year, goal_id)
    indicator = indicators.of_goal(goal, indicator_id)
    form = MeasurementForm(year)

    def measure() -> None:
        place = form.municipality_id.data
        indicators.measure(
            indicator,
            measured_on=form.measured_on.data,
            value=form.value.data,
            comment=form.comment.data,
            municipality_id=int(place) if place else None,
            today=clock.today(),
            save=this_save(),
        )

    if not saved(form, measure):
        return _measurement_page(goal, indicator, form), 422
    flash(_("Mätningen är sparad."), "success")
    return _to_goal(goal)


def _goal(year: int, goal_id: int) -> Goal:
    return goals.of_plan(plans.of_year(group(), year), goal_id)


def _form_page(goal: Goal, form: IndicatorForm, indicator: Indicator | None = None) -> str:
    return render_template(
        "workgroups/edit_indicator.html",
        group=group(),
        plan=goal.plan,
        goal=goal,
        indicator=indicator,
        form=form,
    )


def _measurement_page(goal: Goal, indicator: Indicator, form: MeasurementForm) -> str:
    return render_template(
        "workgroups/measure.html",
        group=group(),
        plan=goal.plan,
        goal=goal,
        indicator=indicator,
        form=form,
    )


def _to_goal(goal: Goal) -> Any:
    where = url_for(".goal", year=goal.plan.year, goal_id=goal.id, _anchor="indikatorer")
    return redirect(where)
