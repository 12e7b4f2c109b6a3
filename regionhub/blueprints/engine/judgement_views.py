"""Judging a goal in a follow-up period."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from regionhub.domain.followup import Forecast, Outcome, Trend
from regionhub.domain.permissions import Action
from regionhub.models import FollowUpPeriod, Goal, Judgement
from regionhub.services import goals, judgements, plans
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.fields import OneOfField, VersionField, choices
from regionhub.web.forms import Form, TextField
from regionhub.web.saving import not_saved
from regionhub.web.transaction import writes


class JudgementForm(Form):
    """How the group judges the goal."""

    version = VersionField()
    forecast = OneOfField(
        _l("Prognos för helåret"), choices=choices((f.value, f.label) for f in Forecast)
    )
    outcome = OneOfField(_l("Utfall"), choices=choices((o.value, o.label) for o in Outcome))
    trend = OneOfField(
        _l("Trend"), choices=choices([("", _l("Ingen")), *((t.value, t.label) for t in Trend)])
    )
    comment = TextField(_l("Kommentar"), description=_l("Vad bygger bedömningen på?"))


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    address = "/<int:year>/mal/<int:goal_id>/bedomning/<int:period_id>"
    bp.add_url_rule(address, "judge_goal", judge_goal)
    bp.add_url_rule(address, "save_judgement", save_judgement, methods=["POST"])


@access(Action.JUDGE_GOAL)
def judge_goal(year: int, goal_id: int, period_id: int) -> Any:
    """The form with what has been judged so far."""
    goal, period = _found(year, goal_id, period_id)
    form = JudgementForm(data=_words(judgements.of(goal, period)))
    return _form_page(goal, period, form)


@access(Action.JUDGE_GOAL)
@writes
def save_judgement(year: int, goal_id: int, period_id: int) -> Any:
    """Save the judgement."""
    goal, period = _found(year, goal_id, period_id)
    form = JudgementForm()

    def judge() -> None:
        judgements.judge(
            goal,
            period,
            forecast=Forecast(form.forecast.data),
            outcome=Outcome(form.outcome.data),
            trend=Trend(form.trend.data) if form.trend.data else None,
            comment=form.comment.data,
            version=form.version.seen,
            save=this_save(),
        )

    wrong = not_saved(
        form,
        judge,
        page=lambda: _form_page(goal, period, form),
        theirs=lambda: JudgementForm(formdata=None, data=_words(judgements.of(goal, period))),
        back=url_for(".goal", year=year, goal_id=goal_id),
    )
    if wrong:
        return wrong
    flash(_("Bedömningen är sparad."), "success")
    return redirect(url_for(".goal", year=year, goal_id=goal_id, _anchor="bedomningar"))


def _found(year: int, goal_id: int, period_id: int) -> tuple[Goal, FollowUpPeriod]:
    goal = goals.of_plan(plans.of_year(group(), year), goal_id)
    return goal, judgements.period(region(), year, period_id)


def _words(judgement: Judgement) -> dict[str, Any]:
    return {
        "version": judgement.version,
        "forecast": judgement.forecast.value,
        "outcome": judgement.outcome.value,
        "trend": judgement.trend.value if judgement.trend else "",
        "comment": judgement.comment,
    }


def _form_page(goal: Goal, period: FollowUpPeriod, form: JudgementForm) -> str:
    return render_template(
        "workgroups/judge_goal.html",
        group=group(),
        plan=goal.plan,
        goal=goal,
        period=period,
        form=form,
    )
