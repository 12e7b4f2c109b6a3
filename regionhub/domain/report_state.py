"""The way of a report: drafted, sent in, perhaps returned, approved and frozen for good."""

from enum import StrEnum

from regionhub.domain.errors import Refused


class ReportState(StrEnum):
    """Where a report stands. An approved report never changes again."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"

    @property
    def label(self) -> str:
        """The word shown to people (Swedish)."""
        return _WORDS[self.value][0]

    @property
    def sign(self) -> str:
        """The sign beside the word."""
        return _WORDS[self.value][1]


_WORDS = {
    "draft": ("Utkast", "✎"),
    "submitted": ("Inskickad", "→"),
    "returned": ("Återsänd", "←"),
    "approved": ("Godkänd", "✓"),
}

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
