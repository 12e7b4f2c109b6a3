"""A plan's way: sent in, decided on, closed."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from regionhub.domain.permissions import Action
from regionhub.models import WorkPlan
from regionhub.services import goals, plan_decisions, plans
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, this_save
from regionhub.web.forms import DayField, Form, LineField, Required, TextField
from regionhub.web.saving import saved
from regionhub.web.transaction import writes


class AcceptForm(Form):
    """By whom and when the plan was accepted."""

    accepted_by = LineField(_l("Vem antog planen?"), [Required(_l("Skriv vem som antog planen."))])
    accepted_on = DayField(_l("När?"), [InputRequired(_l("Ange vilken dag planen antogs."))])


class SendBackForm(Form):
    """What the group needs to change."""

    reason = TextField(
        _l("Vad behöver gruppen ändra?"), [Required(_l("Skriv vad gruppen behöver ändra."))]
    )


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    plan = "/<int:year>"
    bp.add_url_rule(f"{plan}/skicka-in", "submit_plan", submit_plan)
    bp.add_url_rule(f"{plan}/skicka-in", "submit_plan_post", submit_plan_post, methods=["POST"])
    bp.add_url_rule(f"{plan}/beslut", "decide_plan", decide_plan)
    bp.add_url_rule(f"{plan}/anta", "accept_plan", accept_plan, methods=["POST"])
    bp.add_url_rule(f"{plan}/atersand", "send_back_plan", send_back_plan, methods=["POST"])
    bp.add_url_rule(f"{plan}/avsluta", "close_plan", close_plan)
    bp.add_url_rule(f"{plan}/avsluta", "close_plan_post", close_plan_post, methods=["POST"])


@access(Action.SUBMIT_PLAN)
def submit_plan(year: int) -> Any:
    """Ask before the plan is sent in, and tell what cannot be seen of its goals."""
    plan = plans.whole(group(), year)
    return render_template(
        "workgroups/submit_plan.html",
        group=group(),
        plan=plan,
        form=Form(),
        unclear=[view for view in goals.views(plan) if view.unclear],
    )


@access(Action.SUBMIT_PLAN)
@writes
def submit_plan_post(year: int) -> Any:
    """Send the plan in."""
    plan_decisions.submit(plans.of_year(group(), year), save=this_save())
    flash(_("Planen är inskickad. Kansliet ser den och tar den vidare till beslut."), "success")
    return _to_plan(year)


@access(Action.ACCEPT_PLAN)
def decide_plan(year: int) -> Any:
    """The two ways on for a plan that has been sent in."""
    today = clock.today()
    accept = AcceptForm(data={"accepted_by": _("Kommunchefsgruppen"), "accepted_on": today})
    return _decide_page(plans.of_year(group(), year), accept, SendBackForm())


@access(Action.ACCEPT_PLAN)
@writes
def accept_plan(year: int) -> Any:
    """Accept the plan."""
    plan = plans.of_year(group(), year)
    form = AcceptForm()

    def accept() -> None:
        plan_decisions.accept(
            plan,
            accepted_on=form.accepted_on.data,
            accepted_by=form.accepted_by.data,
            today=clock.today(),
            save=this_save(),
        )

    if not saved(form, accept):
        return _decide_page(plan, form, SendBackForm(formdata=None)), 422
    flash(_("Planen är antagen."), "success")
    return _to_plan(year)


@access(Action.ACCEPT_PLAN)
@writes
def send_back_plan(year: int) -> Any:
    """Return the plan to the group."""
    plan = plans.of_year(group(), year)
    form = SendBackForm()
    done = saved(
        form, lambda: plan_decisions.send_back(plan, reason=form.reason.data, save=this_save())
    )
    if not done:
        return _decide_page(plan, AcceptForm(formdata=None), form), 422
    flash(_("Planen är återsänd till gruppen."), "success")
    return _to_plan(year)


@access(Action.ACCEPT_PLAN)
def close_plan(year: int) -> Any:
    """Ask before the plan is closed for good."""
    plan = plans.of_year(group(), year)
    return render_template("workgroups/close_plan.html", group=group(), plan=plan, form=Form())


@access(Action.ACCEPT_PLAN)
@writes
def close_plan_post(year: int) -> Any:
    """Close the plan."""
    plan_decisions.close(plans.of_year(group(), year), save=this_save())
    flash(_("Planen är avslutad."), "success")
    return _to_plan(year)


def _decide_page(plan: WorkPlan, accept: AcceptForm, send_back: SendBackForm) -> str:
    return render_template(
        "workgroups/decide_plan.html",
        group=group(),
        plan=plan,
        accept=accept,
        send_back=send_back,
    )


def _to_plan(year: int) -> Any:
    return redirect(url_for(".plan", year=year))
