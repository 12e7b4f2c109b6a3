"""The way of a work plan: drafted, sent in, perhaps returned, accepted, closed."""

from regionhub.domain.errors import Refused
from regionhub.domain.labelled import Labelled


class PlanState(Labelled):
    """Where a plan stands."""

    DRAFT = "draft", "Utkast", "✎"
    SUBMITTED = "submitted", "Inskickad", "→"
    RETURNED = "returned", "Återsänd", "←"
    ACCEPTED = "accepted", "Antagen", "✓"
    CLOSED = "closed", "Avslutad", "■"


_NEXT = {
    PlanState.DRAFT: {PlanState.SUBMITTED},
    PlanState.SUBMITTED: {PlanState.RETURNED, PlanState.ACCEPTED},
    PlanState.RETURNED: {PlanState.SUBMITTED},
    PlanState.ACCEPTED: {PlanState.CLOSED},
    PlanState.CLOSED: set(),
}
# The group shapes its plan freely until it has been accepted.
OPEN_FOR_DRAFTING = frozenset({PlanState.DRAFT, PlanState.RETURNED})


def moved(state: PlanState, to: PlanState) -> PlanState:
    """The state after a move; refuses a way that does not exist."""
    if to not in _NEXT[state]:
        raise Refused(
            f"Planen är {state.label.lower()} och kan inte bli {to.label.lower()} härifrån."
        )
    return to


def needs_reason(state: PlanState) -> bool:
    """Whether a change now is a numbered revision that has to say why."""
    return state is PlanState.ACCEPTED


def must_be_open(state: PlanState) -> None:
    """Refuses any change of a plan whose year has been closed."""
    if state is PlanState.CLOSED:
        raise Refused("Planen är avslutad och kan inte ändras längre.")


def must_be_changeable(state: PlanState) -> None:
    """Refuses a change of what the plan says while it is being decided on, or has been closed."""
    must_be_open(state)
    if state is PlanState.SUBMITTED:
        raise Refused(
            "Planen är inskickad och väntar på beslut. Be kansliet återsända den om något "
            "behöver ändras."
        )


def must_be_drafted(state: PlanState) -> None:
    """Refuses what can only be done to a plan that the group still shapes."""
    must_be_changeable(state)
    if state not in OPEN_FOR_DRAFTING:
        raise Refused(
            "Det som står i en antagen plan kan inte tas bort. Avför en aktivitet som inte blir av."
        )
