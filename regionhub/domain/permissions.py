"""Who may do what: one table of role and action, read by views, services and templates alike."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """In what capacity a person acts. The first five are for signed-in people."""

    OFFICE = "office"
    CHIEF = "chief"
    CONVENER = "convener"
    MEMBER = "member"
    AUDITOR = "auditor"
    SIGNED_IN = "signed_in"
    PUBLIC = "public"

    @property
    def label(self) -> str:
        """The word shown to people (Swedish)."""
        return _ROLE_WORDS[self]


_ROLE_WORDS = {
    Role.OFFICE: "Kansli",
    Role.CHIEF: "Kommunchef",
    Role.CONVENER: "Sammankallande",
    Role.MEMBER: "Ledamot",
    Role.AUDITOR: "Revisor",
    Role.SIGNED_IN: "Inloggad",
    Role.PUBLIC: "Besökare",
}


class GroupRole(StrEnum):
    """A person's part in a working group."""

    CONVENER = "convener"
    CONTACT = "contact"
    MEMBER = "member"
    DEPUTY = "deputy"

    @property
    def label(self) -> str:
        """The word shown to people (Swedish)."""
        return _GROUP_ROLE_WORDS[self]


_GROUP_ROLE_WORDS = {
    GroupRole.CONVENER: "Sammankallande",
    GroupRole.CONTACT: "Kontaktperson",
    GroupRole.MEMBER: "Ledamot",
    GroupRole.DEPUTY: "Ersättare",
}
# Who leads the group: the plan's shared part is theirs.
LEADING = frozenset({GroupRole.CONVENER, GroupRole.CONTACT})


class Action(StrEnum):
    """What can be done. Every route declares exactly one."""

    SEE_PUBLIC = "see_public"
    USE_OWN_ACCOUNT = "use_own_account"
    SEE_PLANS = "see_plans"
    SEE_REGION = "see_region"
    SEE_CHANGES = "see_changes"
    EDIT_PLAN = "edit_plan"
    SUBMIT_PLAN = "submit_plan"
    ACCEPT_PLAN = "accept_plan"
    UPDATE_ACTIVITY = "update_activity"
    UPDATE_CELL = "update_cell"
    JUDGE_GOAL = "judge_goal"
    WRITE_REPORT = "write_report"
    SEE_REPORTS = "see_reports"
    APPROVE_REPORT = "approve_report"
    IMPORT_PLAN = "import_plan"
    MAKE_FEED = "make_feed"
    ADMINISTER = "administer"


_EVERYBODY = frozenset(Role)
_SIGNED_IN = _EVERYBODY - {Role.PUBLIC}
_LEADERS = frozenset({Role.OFFICE, Role.CONVENER})

# The table. CONVENER and MEMBER hold within their own group, CHIEF and MEMBER for their own
# municipality; the office and the auditor act for the whole region.
MAY: Mapping[Action, frozenset[Role]] = {
    Action.SEE_PUBLIC: _EVERYBODY,
    Action.USE_OWN_ACCOUNT: _SIGNED_IN,
    Action.SEE_PLANS: _SIGNED_IN,
    Action.SEE_REGION: _SIGNED_IN,
    Action.SEE_CHANGES: _SIGNED_IN,
    Action.EDIT_PLAN: _LEADERS,
    Action.SUBMIT_PLAN: _LEADERS,
    Action.ACCEPT_PLAN: frozenset({Role.OFFICE}),
    Action.UPDATE_ACTIVITY: _LEADERS,
    Action.UPDATE_CELL: _LEADERS | {Role.MEMBER},
    Action.JUDGE_GOAL: _LEADERS,
    Action.WRITE_REPORT: _LEADERS,
    Action.SEE_REPORTS: _SIGNED_IN,
    Action.APPROVE_REPORT: frozenset({Role.OFFICE}),
    Action.IMPORT_PLAN: _LEADERS,
    Action.MAKE_FEED: _SIGNED_IN,
    Action.ADMINISTER: frozenset({Role.OFFICE}),
}


@dataclass(frozen=True, slots=True)
class Seat:
    """A person's present place in one group, for one municipality or for none."""

    group_id: int
    role: GroupRole
    municipality_id: int | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking, with everything that decides what they may do.

    `account_id` is None for a visitor and for the system's own jobs; `person_id` is who the
    account belongs to. `chief_of` holds the ids of municipalities whose kommunchef this is.
    """

    account_id: int | None = None
    person_id: int | None = None
    name: str = ""
    email: str = ""
    office: bool = False
    auditor: bool = False
    chief_of: frozenset[int] = frozenset()
    seats: tuple[Seat, ...] = field(default=())

    @property
    def signed_in(self) -> bool:
        """Whether this is a person with an account, rather than a visitor."""
        return self.account_id is not None

    def leads(self, group_id: int) -> bool:
        """Whether the person convenes, or is contact for, the group."""
        return any(s.group_id == group_id and s.role in LEADING for s in self.seats)

    def group_ids(self) -> frozenset[int]:
        """The groups that the person has a seat in."""
        return frozenset(seat.group_id for seat in self.seats)


VISITOR = Actor()
SYSTEM = Actor(name="Regionhub", office=True)


def roles(
    actor: Actor, *, group_id: int | None = None, municipality_id: int | None = None
) -> frozenset[Role]:
    """The roles that the actor holds within the given group and municipality.

    With no municipality given, a seat for any municipality of the group counts.
    """
    held = {Role.PUBLIC}
    if actor.signed_in:
        held.add(Role.SIGNED_IN)
    if actor.office:
        held.add(Role.OFFICE)
    if actor.auditor:
        held.add(Role.AUDITOR)
    if actor.chief_of and (municipality_id is None or municipality_id in actor.chief_of):
        held.add(Role.CHIEF)
    for seat in actor.seats:
        if group_id is None or seat.group_id != group_id:
            continue
        if seat.role in LEADING:
            held.add(Role.CONVENER)
        if municipality_id is None or seat.municipality_id == municipality_id:
            held.add(Role.MEMBER)
    return frozenset(held)


def can(
    actor: Actor,
    action: Action,
    *,
    group_id: int | None = None,
    municipality_id: int | None = None,
) -> bool:
    """Whether the actor may do this here. What the table does not grant is denied."""
    held = roles(actor, group_id=group_id, municipality_id=municipality_id)
    return bool(MAY[action] & held)
