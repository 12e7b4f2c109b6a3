"""A draft's values by name, to be written anew in a form, and the draft with the answers in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from regionhub.domain.plantime.reading import PlanTime
from regionhub.importing import questions
from regionhub.importing.draft import (
    ActivityDraft,
    Contact,
    GoalDraft,
    Member,
    OtherPart,
    OwnerDraft,
    PlanDraft,
    Purpose,
    RowDraft,
)
from regionhub.importing.questions import Question

Answers = Mapping[str, str]
Item = TypeVar("Item")
Made = TypeVar("Made")
Share = TypeVar("Share", ActivityDraft, RowDraft)
_TOLD = ("name", "municipality", "title", "phone", "email")


@dataclass(frozen=True, slots=True)
class Reading:
    """How words are read that the person has written: when, and who answers.

    `anew` tells that every time is to be read anew, since the plan is of another year than the
    document's.
    """

    time: Callable[[str], PlanTime]
    owners: Callable[[str], tuple[OwnerDraft, ...]]
    anew: bool = False
    names: tuple[str, ...] = ()


def values(draft: PlanDraft) -> dict[str, str]:
    """Every value that can be written anew, as it was read, by the name of its field."""
    return dict(_values(draft))


def items(draft: PlanDraft) -> Iterator[str]:
    """The names of what can be taken away."""
    for kind, found in (
        ("contact", draft.contacts),
        ("member", draft.members),
        ("purpose", draft.purpose),
        ("goal", draft.goals),
        ("activity", draft.activities),
        ("other", draft.other),
    ):
        yield from (f"{kind}-{place}" for place in range(len(found)))


def written(
    draft: PlanDraft, said: Answers, asked: Sequence[Question], *, before: Answers
) -> dict[str, str]:
    """What is to be kept of a form that says this: answers, marks, and words unlike those read.

    A likely answer that is newly chosen is written in its field; what stood in the field by hand
    and what was answered `before` stay.
    """
    read = values(draft)
    kept = {name: said[name] for name in read if name in said and said[name] != read[name].strip()}
    kept |= {f"{item}-removed": "y" for item in items(draft) if said.get(f"{item}-removed")}
    for question in asked:
        answer = said.get(question.name, "")
        if answer not in questions.answer_names(question):
            continue
        kept[question.name] = answer
        field = f"{question.about}-{question.field}"
        if answer != before.get(question.name) and field in read:
            words = questions.with_answer(question, kept.get(field, read[field]), answer)
            kept |= {field: words} if words != read[field] else {}
    return kept


def shares(
    draft: PlanDraft, answers: Answers, reading: Reading
) -> dict[str, ActivityDraft | RowDraft]:
    """Every activity and row as it stands in the form, by the name of its fields."""
    sheet = _Sheet({**values(draft), **answers}, answers, reading)
    found: dict[str, ActivityDraft | RowDraft] = {}
    for place, activity in enumerate(draft.activities):
        name = f"activity-{place}"
        found[name] = sheet.share(name, activity)
        for number, row in enumerate(activity.rows):
            found[f"{name}-row-{number}"] = sheet.share(f"{name}-row-{number}", row)
    return found


def people(draft: PlanDraft, answers: Answers, reading: Reading) -> dict[str, Contact | Member]:
    """Everybody as they stand in the form, by the name of their fields."""
    sheet = _Sheet({**values(draft), **answers}, answers, reading)
    found: dict[str, Contact | Member] = {}
    for place, contact in enumerate(draft.contacts):
        found[f"contact-{place}"] = sheet.contact(f"contact-{place}", contact)
    for place, member in enumerate(draft.members):
        found[f"member-{place}"] = sheet.member(f"member-{place}", member)
    return found


def answered(draft: PlanDraft, answers: Answers, reading: Reading) -> PlanDraft:
    """The draft as the person wants it: without what was taken away, with what was written.

    Words that were left alone keep their reading. Doubts that are settled are gone.
    """
    sheet = _Sheet({**values(draft), **answers}, answers, reading)
    notes = sheet.text("notes")
    return replace(
        draft,
        title=sheet.text("title"),
        area=sheet.text("area"),
        contacts=_kept(draft.contacts, "contact", sheet.contact, answers),
        members=_kept(draft.members, "member", sheet.member, answers),
        purpose=_kept(draft.purpose, "purpose", sheet.purpose, answers),
        goals=_kept(draft.goals, "goal", sheet.goal, answers),
        activities=tuple(
            activity
            for several in _kept(draft.activities, "activity", sheet.activities, answers)
            for activity in several
        ),
        other=(
            *_kept(draft.other, "other", sheet.other, answers),
            *([OtherPart("", notes)] if notes else []),
        ),
        doubts=tuple(
            question.sentence
            for question in questions.of_plan(draft)
            if not questions.settled(question, answers)
        ),
    )


def _values(draft: PlanDraft) -> Iterator[tuple[str, str]]:
    yield "title", draft.title
    yield "area", draft.area
    yield "notes", ""
    for place, contact in enumerate(draft.contacts):
        yield from _about_person(f"contact-{place}", contact)
    for place, member in enumerate(draft.members):
        yield from _about_person(f"member-{place}", member)
    for place, purpose in enumerate(draft.purpose):
        yield f"purpose-{place}-text", purpose.text
        numbers = purpose.overarching_goals or ()
        yield f"purpose-{place}-goals", ", ".join(str(number) for number in numbers)
    for place, goal in enumerate(draft.goals):
        yield f"goal-{place}-heading", goal.heading or ""
        yield f"goal-{place}-text", goal.text
    for place, activity in enumerate(draft.activities):
        yield from _about_activity(f"activity-{place}", activity)
    for place, part in enumerate(draft.other):
        yield f"other-{place}-heading", part.heading
        yield f"other-{place}-text", part.text


def _about_person(name: str, told: Contact | Member) -> Iterator[tuple[str, str]]:
    for field in _TOLD:
        yield f"{name}-{field}", getattr(told, field) or ""
    yield f"{name}-period", told.period.text if told.period else ""
    if isinstance(told, Member):
        yield f"{name}-note", told.note or ""


def _about_activity(name: str, activity: ActivityDraft) -> Iterator[tuple[str, str]]:
    yield f"{name}-section", activity.section or ""
    yield f"{name}-comment", activity.comment or ""
    yield from _about_row(name, activity)
    for place, row in enumerate(activity.rows):
        yield f"{name}-row-{place}-municipality", row.municipality or ""
        yield from _about_row(f"{name}-row-{place}", row)


def _about_row(name: str, row: ActivityDraft | RowDraft) -> Iterator[tuple[str, str]]:
    yield f"{name}-text", row.text
    yield f"{name}-when", row.deadline.text if row.deadline else ""
    yield f"{name}-owner", row.owner_text


def _kept(
    drafts: Sequence[Item], kind: str, write: Callable[[str, Item], Made], answers: Answers
) -> tuple[Made, ...]:
    return tuple(
        write(f"{kind}-{place}", draft)
        for place, draft in enumerate(drafts)
        if not answers.get(f"{kind}-{place}-removed")
    )


class _Sheet:
    """The filled-in form: each item with what now stands in its fields."""

    def __init__(self, said: Answers, answers: Answers, reading: Reading) -> None:
        self._said = said
        self._answers = answers
        self._reading = reading

    def text(self, name: str) -> str:
        return self._said[name]

    def contact(self, name: str, told: Contact) -> Contact:
        return replace(told, **self._person(name, told))

    def member(self, name: str, told: Member) -> Member:
        return replace(told, **self._person(name, told), note=self.text(f"{name}-note") or None)

    def purpose(self, name: str, told: Purpose) -> Purpose:
        text, goals = self.text(f"{name}-text"), told.overarching_goals
        if f"{name}-goals" in self._answers:
            written = self.text(f"{name}-goals").replace(",", " ").split()
            goals = tuple(int(number) for number in written if number.isdecimal()) or None
        return Purpose(text, goals)

    def goal(self, name: str, _told: GoalDraft) -> GoalDraft:
        return GoalDraft(self.text(f"{name}-text"), self.text(f"{name}-heading") or None)

    def other(self, name: str, _told: OtherPart) -> OtherPart:
        return OtherPart(self.text(f"{name}-heading"), self.text(f"{name}-text"))

    def activities(self, name: str, told: ActivityDraft) -> list[ActivityDraft]:
        """The activity, or one for each of its paragraphs where the person says so."""
        asked = list(questions.of_activity(name, told, self._reading.names))
        activity = replace(
            self.share(name, told),
            section=self.text(f"{name}-section") or None,
            comment=self.text(f"{name}-comment") or None,
            rows=tuple(
                replace(
                    self.share(f"{name}-row-{place}", row),
                    municipality=self.text(f"{name}-row-{place}-municipality") or None,
                )
                for place, row in enumerate(told.rows)
            ),
            doubts=tuple(q.sentence for q in asked if not questions.settled(q, self._answers)),
        )
        lines = [line.strip() for line in activity.text.splitlines() if line.strip()]
        split = any(questions.is_split(question, self._answers) for question in asked)
        if not split or not lines:
            return [activity]
        alone = replace(activity, rows=())
        return [
            replace(activity, text=lines[0]),
            *(replace(alone, text=line) for line in lines[1:]),
        ]

    def share(self, name: str, told: Share) -> Share:
        """What an activity and a row beneath it have in common: text, time and owners."""
        when, owner = self.text(f"{name}-when"), self.text(f"{name}-owner")
        owners = told.owners if owner == told.owner_text else self._reading.owners(owner)
        return replace(
            told,
            text=self.text(f"{name}-text"),
            deadline=self._time(when, told.deadline),
            owner_text=owner,
            owners=owners,
        )

    def _time(self, words: str, read: PlanTime | None) -> PlanTime | None:
        if read is not None and words == read.text and not self._reading.anew:
            return read
        return self._reading.time(words) if words else None

    def _person(self, name: str, told: Contact | Member) -> dict[str, Any]:
        said: dict[str, Any] = {field: self.text(f"{name}-{field}") or None for field in _TOLD}
        return {
            **said,
            "name": said["name"] or "",
            "period": self._time(self.text(f"{name}-period"), told.period),
        }
