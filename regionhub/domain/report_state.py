"""The way of a report: drafted, sent in, perhaps returned, approved and frozen for good."""

from regionhub.domain.errors import Refused
from regionhub.domain.labelled import Labelled


class ReportState(Labelled):
    """Where a report stands. An approved report never changes again."""

    DRAFT = "draft", "Utkast", "✎"
    SUBMITTED = "submitted", "Inskickad", "→"
    RETURNED = "returned", "Återsänd", "←"
    APPROVED = "approved", "Godkänd", "✓"


_NEXT = {
    ReportState.DRAFT: {ReportState.SUBMITTED},
    ReportState.SUBMITTED: {ReportState.RETURNED, ReportState.APPROVED},
    ReportState.RETURNED: {ReportState.SUBMITTED},
    ReportState.APPROVED: set(),
}


def moved(state: ReportState, to: ReportState) -> ReportState:
    """The state after a move; refuses a way that does not exist."""
    if to not in _NEXT[state]:
        raise Refused(
            f"Berättelsen är {state.label.lower()} och kan inte bli {to.label.lower()} härifrån."
        )
    return to
