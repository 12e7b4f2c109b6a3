"""Opening a plan for a change: freely as a draft, as a numbered revision once it is accepted."""

from regionhub.domain import plan_state
from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import PlanRevision, WorkPlan
from regionhub.services import changes, versions
from regionhub.services.changes import Save


def revise(plan: WorkPlan, *, reason: str, save: Save) -> None:
    """Call once a save that changes what the plan says. Refuses a plan that is sent in or closed;
    an accepted one gets the next revision, and wants the reason.
    """
    versions.hold(plan)
    plan_state.must_be_changeable(plan.state)
    if not plan_state.needs_reason(plan.state):
        return
    if not reason:
        raise Refused("Skriv varför den antagna planen ändras.", field="reason")
    plan.revision += 1
    db.session.add(
        PlanRevision(
            plan_id=plan.id,
            number=plan.revision,
            reason=reason,
            made_at=save.at,
            made_by=save.actor.name,
        )
    )
    plan.updated_at = save.at
    log(plan, f"Revision {plan.revision} av den antagna planen: {reason}", save=save)


def log(plan: WorkPlan, sentence: str, *, save: Save) -> None:
    """A line about the plan as a whole."""
    changes.record(
        save,
        sentence,
        region_id=plan.group.region_id,
        subject="plan",
        subject_id=plan.id,
        group_id=plan.group_id,
        plan_id=plan.id,
    )
