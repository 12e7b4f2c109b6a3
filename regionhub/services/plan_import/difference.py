"""One thing that a newer version of a document has otherwise than the plan."""

from dataclasses import dataclass
from enum import StrEnum

from regionhub.importing.comparison import ChangeKind
from regionhub.importing.draft import ActivityDraft, Contact, GoalDraft, Member, Purpose
from regionhub.importing.remarks import Run
from regionhub.models import Activity, Goal, Membership, Person, PlanPurpose
from regionhub.services.seats import SeatWords


class Part(StrEnum):
    """What a difference concerns."""

    AREA = "area"
    PURPOSE = "purpose"
    PERSON = "person"
    GOAL = "goal"
    ACTIVITY = "activity"
    REMARK = "remark"


@dataclass(frozen=True, slots=True)
class Place:
    """The place in the group that a document gives somebody; `person` is None for somebody new."""

    told: Contact | Member
    person: Person | None
    words: SeatWords


InPlan = Goal | Activity | PlanPurpose | Membership | Run | str
InDocument = GoalDraft | ActivityDraft | Purpose | Place | Run | str


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that the document has otherwise than the plan.

    `name` is what it is chosen by; `label` and `title` say what it is, and `note` what happens
    when it is chosen. `told` are (what, in the plan, in the document) for a change. `old` and
    `new` are what the plan and the document have, where they have it.
    """

    part: Part
    name: str
    kind: ChangeKind
    label: str
    title: str
    told: tuple[tuple[str, str, str], ...] = ()
    note: str = ""
    old: InPlan | None = None
    new: InDocument | None = None

    @property
    def proposed(self) -> bool:
        """Whether it is chosen until the person says otherwise: all but what would be lost."""
        return self.kind is not ChangeKind.REMOVED
