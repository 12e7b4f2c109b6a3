"""A plan's way: sent in, sent back, accepted, closed."""

from datetime import date

from regionhub.domain import plan_state
from regionhub.domain.errors import Refused
from regionhub.domain.plan_state import PlanState
from regionhub.domain.swedish import long_date
from regionhub.models import WorkPlan
from regionhub.services import revisions, versions
from regionhub.services.changes import Save


def submit(plan: WorkPlan, *, save: Save) -> None:
    """Send the plan in to be decided on. An empty one is refused."""
    if not plan.goals and not plan.activities:
        raise Refused("Planen är tom. Lägg till minst ett mål eller en aktivitet först.")
    _move(plan, PlanState.SUBMITTED, save)
    plan.returned_reason = ""
    revisions.log(plan, "Skickade in planen", save=save)


def send_back(plan: WorkPlan, *, reason: str, save: Save) -> None:
    """Return the plan to the group, saying why."""
    if not reason:
        raise Refused("Skriv vad gruppen behöver ändra.", field="reason")
    _move(plan, PlanState.RETURNED, save)
    plan.returned_reason = reason
    revisions.log(plan, f"Återsände planen: {reason}", save=save)


def accept(plan: WorkPlan, *, accepted_on: date, accepted_by: str, today: date, save: Save) -> None:
    """Accept the plan, and with it every goal that had not been accepted before."""
    if not accepted_by:
        raise Refused("Skriv vem som antog planen.", field="accepted_by")
    if accepted_on > today:
        raise Refused("Dagen för beslutet kan inte ligga i framtiden.", field="accepted_on")
    _move(plan, PlanState.ACCEPTED, save)
    plan.accepted_on, plan.accepted_by = accepted_on, accepted_by
    for goal in plan.goals:
        if goal.accepted_on is None:
            goal.accepted_on, goal.accepted_by = accepted_on, accepted_by
    sentence = f"Planen antogs av {accepted_by} den {long_date(accepted_on)}"
    revisions.log(plan, sentence, save=save)


def close(plan: WorkPlan, *, save: Save) -> None:
    """Close the plan for good: its year is over."""
    _move(plan, PlanState.CLOSED, save)
    revisions.log(plan, "Avslutade planen", save=save)


def _move(plan: WorkPlan, to: PlanState, save: Save) -> None:
    versions.hold(plan)
    plan.state = plan_state.moved(plan.state, to)
    plan.updated_at = save.at
