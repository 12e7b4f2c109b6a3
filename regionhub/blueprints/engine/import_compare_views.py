"""A newer version of a plan's document: what it changes, and what of that is laid in."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from regionhub.blueprints.engine.import_views import page_of
from regionhub.domain import plan_state
from regionhub.domain.errors import StaleEdit
from regionhub.domain.permissions import Action
from regionhub.models import ImportReview, WorkPlan
from regionhub.services import plans, versions
from regionhub.services.plan_import import comparing, reviews
from regionhub.services.plan_import.comparing import Newer
from regionhub.services.plan_import.difference import Difference
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import group, region, this_save
from regionhub.web.forms import Form, Required, TextField
from regionhub.web.saving import saved
from regionhub.web.transaction import writes

_ADDRESS = "/<int:year>/las-in/<int:review_id>/jamfor"


class CompareForm(Form):
    """Which of the differences the person saw, and why an accepted plan is changed."""

    seen = HiddenField()
    reason = TextField(
        _l("Varför ändras den antagna planen?"),
        [Required(_l("Skriv varför den antagna planen ändras."))],
    )

    def __init__(self, plan: WorkPlan, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if not plan_state.needs_reason(plan.state):
            del self.reason

    @property
    def why(self) -> str:
        """The reason given, or ""."""
        return (self.reason.data or "") if self.reason else ""


def add_routes(bp: Blueprint) -> None:
    """Add the page to a group's blueprint."""
    bp.add_url_rule(_ADDRESS, "compare_review", compare_review)
    bp.add_url_rule(_ADDRESS, "apply_review", apply_review, methods=["POST"])


@access(Action.IMPORT_PLAN)
def compare_review(year: int, review_id: int) -> Any:
    """What the document has otherwise than the plan, for the person to choose among."""
    review = reviews.opened(group(), year, review_id)
    plan = plans.whole(group(), year)
    found = comparing.between(plan, _newer(review), region())
    form = CompareForm(plan, data={"seen": comparing.seen(found)})
    return _compare_page(review, plan, found, form)


@access(Action.IMPORT_PLAN)
@writes
def apply_review(year: int, review_id: int) -> Any:
    """Lay what was chosen into the plan. It is held first, so that what is compared is what is
    written to.
    """
    versions.hold(plans.of_year(group(), year))
    review = reviews.opened(group(), year, review_id)
    plan = plans.whole(group(), year)
    form = CompareForm(plan)
    newer = _newer(review)
    # As it stands before anything is written: what a refusal shows again.
    found = comparing.between(plan, newer, region())

    def apply() -> None:
        comparing.apply(
            plan,
            newer,
            review,
            chosen=request.form.getlist("chosen"),
            mark=form.seen.data or "",
            region=region(),
            reason=form.why,
            save=this_save(),
        )
        reviews.finish(review)

    try:
        if saved(form, apply):
            flash(_("Ändringarna är inlästa. Läge och händelser för resten står kvar."), "success")
            return redirect(url_for(".plan", year=year))
        status = 422
    except StaleEdit as stale:
        form.form_errors.append(stale.message)
        status = 409
    form.seen.data = comparing.seen(found)
    return _compare_page(review, plan, found, form), status


def _newer(review: ImportReview) -> Newer:
    page = page_of(review)
    return Newer(page.draft_to_save(), page.people_to_save(), clock.today())


def _compare_page(
    review: ImportReview, plan: WorkPlan, found: Sequence[Difference], form: CompareForm
) -> str:
    chosen = request.form.getlist("chosen") if request.method == "POST" else None
    return render_template(
        "imports/compare.html",
        group=group(),
        review=review,
        plan=plan,
        found=found,
        chosen=[one.name for one in found if one.proposed] if chosen is None else chosen,
        form=form,
    )
