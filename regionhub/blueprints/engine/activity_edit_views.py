"""Writing an activity: made, changed, dropped, taken up again, deleted from a draft."""

from typing import Any

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.engine.plan_forms import (
    ActivityForm,
    PlanChangeForm,
    ReasonForm,
    activity_words,
)
from regionhub.domain.permissions import Action
from regionhub.domain.plantime.reader import read
from regionhub.models import Activity, WorkPlan
from regionhub.services import activities, plans, regions
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.forms import Form
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    new, one = "/<int:year>/aktivitet/ny", "/<int:year>/aktivitet/<int:activity_id>"
    bp.add_url_rule(new, "new_activity", new_activity)
    bp.add_url_rule(new, "create_activity", create_activity, methods=["POST"])
    bp.add_url_rule(f"{one}/andra", "edit_activity", edit_activity)
    bp.add_url_rule(f"{one}/andra", "save_activity", save_activity, methods=["POST"])
    bp.add_url_rule(f"{one}/avfor", "drop_activity", drop_activity)
    bp.add_url_rule(f"{one}/avfor", "drop_activity_post", drop_activity_post, methods=["POST"])
    bp.add_url_rule(f"{one}/ta-upp", "take_back_activity", take_back_activity)
    bp.add_url_rule(
        f"{one}/ta-upp", "take_back_activity_post", take_back_activity_post, methods=["POST"]
    )
    bp.add_url_rule(f"{one}/ta-bort", "delete_activity", delete_activity)
    bp.add_url_rule(
        f"{one}/ta-bort", "delete_activity_post", delete_activity_post, methods=["POST"]
    )


@access(Action.EDIT_PLAN)
def new_activity(year: int) -> Any:
    """The empty form."""
    plan = plans.of_year(group(), year)
    return _form_page(plan, _form(plan))


@access(Action.EDIT_PLAN)
@writes
def create_activity(year: int) -> Any:
    """Add the activity to the plan."""
    plan = plans.of_year(group(), year)
    form = _form(plan)
    made: list[Activity] = []

    def create() -> None:
        made.append(
            activities.create(
                plan,
                form.wanted(),
                region=region(),
                declared=g.declared,
                reason=form.why,
                save=this_save(),
            )
        )

    if not saved(form, create):
        return _form_page(plan, form), 422
    flash(_("Aktiviteten är tillagd."), "success")
    return _to_activity(year, made[0].id)


@access(Action.EDIT_PLAN)
def edit_activity(year: int, activity_id: int) -> Any:
    """The form with the activity's words."""
    plan, activity = _found(year, activity_id)
    return _form_page(plan, _form(plan, data=activity_words(activity)), activity)


@access(Action.EDIT_PLAN)
@writes
def save_activity(year: int, activity_id: int) -> Any:
    """Save the activity's words."""
    plan, activity = _found(year, activity_id)
    form = _form(plan)

    def edit() -> None:
        activities.edit(
            activity,
            form.wanted(),
            version=form.version.seen,
            region=region(),
            declared=g.declared,
            reason=form.why,
            save=this_save(),
        )

    wrong = not_saved(
        form,
        edit,
        page=lambda: _form_page(plan, form, activity),
        theirs=lambda: _form(plan, formdata=None, data=activity_words(activity)),
        back=url_for(".activity", year=year, activity_id=activity_id),
    )
    if wrong:
        return wrong
    flash(_("Aktiviteten är sparad."), "success")
    return _to_activity(year, activity_id)


@access(Action.EDIT_PLAN)
def drop_activity(year: int, activity_id: int) -> Any:
    """Ask why before the activity is dropped."""
    plan, activity = _found(year, activity_id)
    form = ReasonForm(data={"version": activity.version})
    return _confirm_page("workgroups/drop_activity.html", plan, activity, form)


@access(Action.EDIT_PLAN)
@writes
def drop_activity_post(year: int, activity_id: int) -> Any:
    """Drop the activity."""
    plan, activity = _found(year, activity_id)
    form = ReasonForm()

    def drop() -> None:
        reason, seen = form.reason.data, form.version.seen
        activities.drop(activity, reason=reason, version=seen, save=this_save())

    if not saved(form, drop):
        return _confirm_page("workgroups/drop_activity.html", plan, activity, form), 422
    flash(_("Aktiviteten är avförd. Den står kvar i planen med sitt skäl."), "success")
    return _to_activity(year, activity_id)


@access(Action.EDIT_PLAN)
def take_back_activity(year: int, activity_id: int) -> Any:
    """Ask, once the plan is accepted, why the activity is taken up again."""
    plan, activity = _found(year, activity_id)
    form = PlanChangeForm(plan, data={"version": activity.version})
    return _confirm_page("workgroups/take_back_activity.html", plan, activity, form)


@access(Action.EDIT_PLAN)
@writes
def take_back_activity_post(year: int, activity_id: int) -> Any:
    """Take the activity up again."""
    plan, activity = _found(year, activity_id)
    form = PlanChangeForm(plan)

    def take_back() -> None:
        seen = form.version.seen
        activities.take_back(activity, reason=form.why, version=seen, save=this_save())

    if not saved(form, take_back):
        return _confirm_page("workgroups/take_back_activity.html", plan, activity, form), 422
    flash(_("Aktiviteten är med i planen igen."), "success")
    return _to_activity(year, activity_id)


@access(Action.EDIT_PLAN)
def delete_activity(year: int, activity_id: int) -> Any:
    """Ask before the activity is taken out of the draft."""
    plan, activity = _found(year, activity_id)
    return _confirm_page("workgroups/delete_activity.html", plan, activity, Form())


@access(Action.EDIT_PLAN)
@writes
def delete_activity_post(year: int, activity_id: int) -> Any:
    """Take the activity out of the draft."""
    activities.delete(_found(year, activity_id)[1], save=this_save())
    flash(_("Aktiviteten är borttagen ur utkastet."), "success")
    return redirect(url_for(".plan", year=year, _anchor="aktiviteter"))


def _found(year: int, activity_id: int) -> tuple[WorkPlan, Activity]:
    plan = plans.of_year(group(), year)
    return plan, activities.of_plan(plan, activity_id)


def _form(plan: WorkPlan, **kwargs: Any) -> ActivityForm:
    return ActivityForm(plan, regions.municipalities(region(), plan.year), **kwargs)


def _form_page(plan: WorkPlan, form: ActivityForm, activity: Activity | None = None) -> str:
    return render_template(
        "workgroups/edit_activity.html",
        group=group(),
        plan=plan,
        form=form,
        activity=activity,
        when=read(form.when.data or "", year=plan.year),
    )


def _confirm_page(template: str, plan: WorkPlan, activity: Activity, form: Form) -> str:
    return render_template(template, group=group(), plan=plan, activity=activity, form=form)


def _to_activity(year: int, activity_id: int) -> Any:
    return redirect(url_for(".activity", year=year, activity_id=activity_id))
