"""What stands about a group, beside what a newer version of the plan's document says of it."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence

from regionhub.domain.swedish import listed
from regionhub.importing import remarks
from regionhub.importing.comparison import (
    ActivityFacts,
    Change,
    ChangeKind,
    compare,
    facts_of_purpose,
)
from regionhub.importing.draft import PlanDraft, Purpose
from regionhub.importing.remarks import Run
from regionhub.models import PlanPurpose, WorkPlan
from regionhub.services.plan_import import draft_rows
from regionhub.services.plan_import.difference import Difference, InDocument, InPlan, Part

_LABELS = {
    Part.AREA: "Verksamhetsområde",
    Part.PURPOSE: "Avsikt",
    Part.REMARK: "Anmärkning",
}


def area(plan: WorkPlan, draft: PlanDraft) -> Iterator[Difference]:
    """The area as a whole; white space is no difference."""
    old, new = plan.area, draft.area
    if old.split() != new.split():
        yield _difference(Part.AREA, "area", old or None, new or None)


def purposes(plan: WorkPlan, draft: PlanDraft, in_force: Collection[int]) -> Iterator[Difference]:
    """Each part of the purpose, by its words or else by the overarching goals that it serves.

    `in_force` are the numbers of the year's overarching goals. Where the document does not say
    what a part serves, that stays.
    """
    told = [_within(purpose, in_force) for purpose in draft.purpose]
    old = [_facts(purpose) for purpose in plan.purposes]
    new = [facts_of_purpose(purpose) for purpose in told]
    for change in _joined(compare(old, new), old, new):
        row = None if change.old is None else plan.purposes[change.old]
        purpose = None if change.new is None else told[change.new]
        if purpose is None or row is None or _differ(row, purpose):
            name = f"purpose-{change.new}" if purpose else f"purpose-gone-{row.id if row else 0}"
            yield _difference(Part.PURPOSE, name, row, purpose)


def other(plan: WorkPlan, draft: PlanDraft) -> Iterator[Difference]:
    """The remarks, line by line: what only one of the two says."""
    told = draft_rows.remarks(draft)
    old, new = remarks.unsaid(plan.remarks, told), remarks.unsaid(told, plan.remarks)
    was = [ActivityFacts(run.text, section=run.after) for run in old]
    now = [ActivityFacts(run.text, section=run.after) for run in new]
    for change in _joined(compare(was, now), was, now):
        yield _difference(
            Part.REMARK,
            f"remark-{change.new}" if change.new is not None else f"remark-gone-{change.old}",
            None if change.old is None else old[change.old],
            None if change.new is None else new[change.new],
        )


def _difference(part: Part, name: str, old: InPlan | None, new: InDocument | None) -> Difference:
    kind = ChangeKind.CHANGED
    if old is None or new is None:
        kind = ChangeKind.ADDED if old is None else ChangeKind.REMOVED
    was, now = _text(old), _text(new)
    facts = [("Text", was, now)] if was.split() != now.split() else []
    if isinstance(old, PlanPurpose) and isinstance(new, Purpose):
        facts.append(("Övergripande mål", numbers(old), numbers(new) or numbers(old)))
    return Difference(
        part=part,
        name=name,
        kind=kind,
        label=_LABELS[part],
        title="" if part is Part.AREA and kind is ChangeKind.CHANGED else now or was,
        told=tuple(fact for fact in facts if kind is ChangeKind.CHANGED and fact[1] != fact[2]),
        old=old,
        new=new,
    )


def numbers(purpose: PlanPurpose | Purpose) -> str:
    """The overarching goals that a part of the purpose serves: "1 och 2"."""
    if isinstance(purpose, PlanPurpose):
        return listed([str(goal.number) for goal in purpose.serves])
    return listed([str(number) for number in purpose.overarching_goals or ()])


def _text(told: InPlan | InDocument | None) -> str:
    if isinstance(told, PlanPurpose | Purpose | Run):
        return told.text
    return told if isinstance(told, str) else ""


def _within(purpose: Purpose, in_force: Collection[int]) -> Purpose:
    served = tuple(sorted(set(purpose.overarching_goals or ()) & set(in_force)))
    return Purpose(purpose.text, served or None)


def _facts(purpose: PlanPurpose) -> ActivityFacts:
    served = tuple(goal.number for goal in purpose.serves)
    return facts_of_purpose(Purpose(purpose.text, served))


def _joined(
    changes: Sequence[Change], old: Sequence[ActivityFacts], new: Sequence[ActivityFacts]
) -> Iterator[Change]:
    """The changes, with what is gone and what is added made one where both are the only ones of
    their section.
    """
    gone = {c.old: old[c.old].section for c in changes if c.new is None and c.old is not None}
    added = {c.new: new[c.new].section for c in changes if c.old is None and c.new is not None}
    alone_gone, alone_added = _alone(gone), _alone(added)
    same = {
        alone_added[section]: place
        for section, place in alone_gone.items()
        if section in alone_added
    }
    for change in changes:
        if change.new in same:
            yield Change(ChangeKind.CHANGED, same[change.new], change.new)
        elif change.new is not None or change.old not in same.values():
            yield change


def _alone(sections: Mapping[int, str]) -> dict[str, int]:
    """The sections that only one place has, each with that place."""
    count = Counter(sections.values())
    return {
        section: place for place, section in sections.items() if section and count[section] == 1
    }


def _differ(row: PlanPurpose, purpose: Purpose) -> bool:
    """Whether anything that the document says differs."""
    says_other = purpose.overarching_goals is not None and numbers(row) != numbers(purpose)
    return says_other or row.text.split() != purpose.text.split()
