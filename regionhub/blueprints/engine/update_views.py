"""Saying what is new in an activity, from its own page or from the plan's row."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from regionhub.blueprints.engine.plan_views import table_choice
from regionhub.blueprints.engine.update_forms import UpdateForm, form_for, may_say_news
from regionhub.domain.errors import NotAllowed, Refused, StaleEdit
from regionhub.domain.permissions import Action
from regionhub.models import Activity
from regionhub.services import updates
from regionhub.web.access import access
from regionhub.web.current import actor, group, group_id, this_save
from regionhub.web.transaction import writes

FROM_PLAN = "plan"


def add_routes(bp: Blueprint) -> None:
    """Add the form and what receives it to a group's blueprint."""
    address = "/<int:year>/aktivitet/<int:activity_id>/lage"
    bp.add_url_rule(address, "update_form", update_form)
    bp.add_url_rule(address, "update_activity", update_activity, methods=["POST"])
    bp.context_processor(_for_templates)


@access(Action.UPDATE_CELL)
def update_form(year: int, activity_id: int) -> Any:
    """The form on a page of its own, or to htmx as a row beneath the activity's in the plan."""
    activity = updates.in_plan(group_id(), year, activity_id)
    form = form_for(activity, actor())
    if form is None:
        raise NotAllowed(
            "Läget sätts av gruppens sammankallande och av kommunernas ledamöter, så länge "
            "aktiviteten inte är avförd och planen inte avslutad."
        )
    if "HX-Request" in request.headers:
        return render_template(
            "updates/_row.html", form=form, action=_action(activity), back=_back_to(activity)
        )
    return _page(form)


@access(Action.UPDATE_CELL)
@writes
def update_activity(year: int, activity_id: int) -> Any:
    """Save what is new."""
    activity = updates.in_plan(group_id(), year, activity_id, lock=True)
    form = UpdateForm(activity, actor(), request.form)
    if form.validate():
        said, save = form.update(), this_save()
        try:
            updates.update_activity(activity, shared=said.shared, cells=said.cells, save=save)
        except (Refused, StaleEdit) as problem:
            form.add_problem(problem)
        else:
            flash(*outcome(said.says_something, _("Du kan ångra på Min sida.")))
            return redirect(_back_to(activity))
    return _page(form), form.status_code


def outcome(saved: bool, way_back: str = "") -> tuple[str, str]:
    """The sentence and its kind after a form that was in order; `way_back` says how to undo."""
    if saved:
        return f"{_('Läget är sparat.')} {way_back}".strip(), "success"
    return _("Inget var ändrat, så det fanns inget att spara."), "info"


def _page(form: UpdateForm) -> Any:
    activity = form.activity
    return render_template(
        "updates/form.html",
        form=form,
        activity=activity,
        plan=activity.plan,
        group=group(),
        action=_action(activity),
        back=_back_to(activity),
    )


def _action(activity: Activity) -> str:
    came_from: dict[str, Any] = {}
    if _from_plan():
        came_from = {"fran": FROM_PLAN, **table_choice().in_address()}
    return url_for(
        ".update_activity", year=activity.plan.year, activity_id=activity.id, **came_from
    )


def _back_to(activity: Activity) -> str:
    year = activity.plan.year
    if _from_plan():
        choice: dict[str, Any] = table_choice().in_address()
        return url_for(".plan", year=year, _anchor=f"aktivitet-{activity.id}", **choice)
    return url_for(".activity", year=year, activity_id=activity.id)


def _from_plan() -> bool:
    return request.args.get("fran") == FROM_PLAN


def _for_templates() -> dict[str, Any]:
    return {
        "update_form_for": lambda activity: form_for(activity, actor()),
        "may_say_news": lambda activity: may_say_news(activity, actor()),
    }
