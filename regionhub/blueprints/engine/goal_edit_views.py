"""Writing a goal: made, changed, deleted from a draft."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.engine.plan_forms import GoalForm, goal_words
from regionhub.domain.permissions import Action
from regionhub.domain.plantime.reader import read
from regionhub.models import Goal, WorkPlan
from regionhub.services import goals, plans, regions
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.forms import Form
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    new, one = "/<int:year>/mal/nytt", "/<int:year>/mal/<int:goal_id>"
    bp.add_url_rule(new, "new_goal", new_goal)
    bp.add_url_rule(new, "create_goal", create_goal, methods=["POST"])
    bp.add_url_rule(f"{one}/andra", "edit_goal", edit_goal)
    bp.add_url_rule(f"{one}/andra", "save_goal", save_goal, methods=["POST"])
    bp.add_url_rule(f"{one}/ta-bort", "delete_goal", delete_goal)
    bp.add_url_rule(f"{one}/ta-bort", "delete_goal_post", delete_goal_post, methods=["POST"])


@access(Action.EDIT_PLAN)
def new_goal(year: int) -> Any:
    """The empty form."""
    plan = plans.of_year(group(), year)
    return _form_page(plan, _form(plan))


@access(Action.EDIT_PLAN)
@writes
def create_goal(year: int) -> Any:
    """Add the goal to the plan."""
    plan = plans.of_year(group(), year)
    form = _form(plan)
    made: list[Goal] = []

    def create() -> None:
        wanted, save = form.wanted(), this_save()
        made.append(goals.create(plan, wanted, region=region(), reason=form.why, save=save))

    if not saved(form, create):
        return _form_page(plan, form), 422
    flash(_("Målet är tillagt."), "success")
    return _to_goal(year, made[0].id)


@access(Action.EDIT_PLAN)
def edit_goal(year: int, goal_id: int) -> Any:
    """The form with the goal's words."""
    plan = plans.of_year(group(), year)
    goal = goals.of_plan(plan, goal_id)
    return _form_page(plan, _form(plan, data=goal_words(goal)), goal)


@access(Action.EDIT_PLAN)
@writes
def save_goal(year: int, goal_id: int) -> Any:
    """Save the goal's words."""
    plan = plans.of_year(group(), year)
    goal = goals.of_plan(plan, goal_id)
    form = _form(plan)

    def edit() -> None:
        goals.edit(
            goal,
            form.wanted(),
            version=form.version.seen,
            region=region(),
            reason=form.why,
            save=this_save(),
        )

    wrong = not_saved(
        form,
        edit,
        page=lambda: _form_page(plan, form, goal),
        theirs=lambda: _form(plan, formdata=None, data=goal_words(goal)),
        back=url_for(".goal", year=year, goal_id=goal_id),
    )
    if wrong:
        return wrong
    flash(_("Målet är sparat."), "success")
    return _to_goal(year, goal_id)


@access(Action.EDIT_PLAN)
def delete_goal(year: int, goal_id: int) -> Any:
    """Ask before the goal is taken out of the draft."""
    plan = plans.of_year(group(), year)
    goal = goals.of_plan(plan, goal_id)
    return render_template(
        "workgroups/delete_goal.html", group=group(), plan=plan, goal=goal, form=Form()
    )


@access(Action.EDIT_PLAN)
@writes
def delete_goal_post(year: int, goal_id: int) -> Any:
    """Take the goal out of the draft."""
    goals.delete(goals.of_plan(plans.of_year(group(), year), goal_id), save=this_save())
    flash(_("Målet är borttaget ur utkastet."), "success")
    return redirect(url_for(".plan", year=year, _anchor="mal"))


def _form(plan: WorkPlan, **kwargs: Any) -> GoalForm:
    return GoalForm(plan, regions.overarching_goals(region(), plan.year), **kwargs)


def _form_page(plan: WorkPlan, form: GoalForm, goal: Goal | None = None) -> str:
    return render_template(
        "workgroups/edit_goal.html",
        group=group(),
        plan=plan,
        form=form,
        goal=goal,
        when=read(form.when.data or "", year=plan.year),
    )


def _to_goal(year: int, goal_id: int) -> Any:
    return redirect(url_for(".goal", year=year, goal_id=goal_id))
