"""Beginning a plan, writing what stands about the group, and the order of what is in it."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from regionhub.blueprints.engine.plan_forms import AboutForm, about_words
from regionhub.domain.permissions import Action
from regionhub.domain.plantime.reader import read
from regionhub.models import WorkPlan
from regionhub.services import activities, goals, plans, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.forms import LONGEST_LINE, clean
from regionhub.web.saving import not_saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    plan = "/<int:year>"
    bp.add_url_rule(f"{plan}/borja", "start_plan", start_plan, methods=["POST"])
    bp.add_url_rule(f"{plan}/andra", "edit_plan", edit_plan)
    bp.add_url_rule(f"{plan}/andra", "save_plan", save_plan, methods=["POST"])
    bp.add_url_rule(f"{plan}/lasning", "reading", reading)
    bp.add_url_rule(f"{plan}/ordning", "order_plan", order_plan)
    bp.add_url_rule(f"{plan}/ordning/mal/<int:goal_id>", "move_goal", move_goal, methods=["POST"])
    bp.add_url_rule(
        f"{plan}/ordning/aktivitet/<int:activity_id>",
        "move_activity",
        move_activity,
        methods=["POST"],
    )


@access(Action.EDIT_PLAN)
@writes
def start_plan(year: int) -> Any:
    """Begin an empty plan for the year."""
    plans.begin(group(), region(), year, today=clock.today(), save=this_save())
    flash(_("Planen är påbörjad. Börja med mål eller aktiviteter, i vilken ordning du vill."))
    return redirect(url_for(".plan", year=year))


@access(Action.EDIT_PLAN)
def edit_plan(year: int) -> Any:
    """The form for area, purposes and remarks."""
    plan = plans.of_year(group(), year)
    return _about_page(plan, _about_form(plan, data=about_words(plan)))


@access(Action.EDIT_PLAN)
@writes
def save_plan(year: int) -> Any:
    """Save area, purposes and remarks."""
    plan = plans.of_year(group(), year)
    form = _about_form(plan)

    def describe() -> None:
        plans.describe(
            plan,
            area=form.area.data,
            remarks=form.remarks.data,
            purposes=[(part.text.data, part.serves.data or []) for part in form.purposes],
            region=region(),
            version=form.version.seen,
            reason=form.why,
            save=this_save(),
        )

    wrong = not_saved(
        form,
        describe,
        page=lambda: _about_page(plan, form),
        theirs=lambda: _about_form(plan, formdata=None, data=about_words(plan)),
        back=url_for(".plan", year=year),
    )
    if wrong:
        return wrong
    flash(_("Sparat."), "success")
    return redirect(url_for(".plan", year=year, _anchor="om-gruppen"))


@access(Action.EDIT_PLAN)
def reading(year: int) -> Any:
    """How the words of a plan time are read, as a piece of a page."""
    when = clean(request.args.get("when"))[:LONGEST_LINE]
    return render_template("workgroups/_reading.html", when=read(when, year=year))


@access(Action.EDIT_PLAN)
def order_plan(year: int) -> Any:
    """Goals and activities in their order, each with buttons to move it."""
    plan = plans.whole(group(), year)
    return render_template("workgroups/order.html", group=group(), plan=plan)


@access(Action.EDIT_PLAN)
@writes
def move_goal(year: int, goal_id: int) -> Any:
    """Move a goal one step."""
    goal = goals.of_plan(plans.of_year(group(), year), goal_id)
    goals.move(goal, up=_upwards(), save=this_save())
    return redirect(url_for(".order_plan", year=year, _anchor=f"mal-{goal_id}"))


@access(Action.EDIT_PLAN)
@writes
def move_activity(year: int, activity_id: int) -> Any:
    """Move an activity one step."""
    activity = activities.of_plan(plans.of_year(group(), year), activity_id)
    activities.move(activity, up=_upwards(), save=this_save())
    return redirect(url_for(".order_plan", year=year, _anchor=f"aktivitet-{activity_id}"))


def _upwards() -> bool:
    return request.form.get("way") == "up"


def _about_form(plan: WorkPlan, **kwargs: Any) -> AboutForm:
    return AboutForm(plan, regions.overarching_goals(region(), plan.year), **kwargs)


def _about_page(plan: WorkPlan, form: AboutForm) -> str:
    return render_template("workgroups/edit_plan.html", group=group(), plan=plan, form=form)
