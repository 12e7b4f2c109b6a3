"""An activity while its words are being gathered, before times and owners are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from regionhub.domain.plantime.reading import PlanTime
from regionhub.importing.draft import ActivityDraft, OwnerDraft, RowDraft
from regionhub.importing.knowledge import Knowledge

# Two capitals that mean an office; the boards end in N ("SN", "KN").
_INITIALS = re.compile(r"(?!HR|IT|KS|KF|KC|AU|EU)[A-ZÅÄÖ][A-MO-ZÅÄÖ]")
_EMPTY_BOX = "☐"
_BOX = re.compile(r"(?P<sign>[☐☑☒✓✔✗✘])\s*(?=\w)")


@dataclass(slots=True)
class RoughRow:
    """A row beneath an activity: its words, and the lines about when and who."""

    text: str
    municipality: str | None = None
    times: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)


@dataclass(slots=True)
class RoughActivity:
    """An activity's words, and the lines that belong to it.

    `time_above` is a heading that tells when, such as a month.
    """

    text: str
    section: str | None = None
    time_above: str | None = None
    times: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    rows: list[RoughRow] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def finished(self, knowledge: Knowledge) -> ActivityDraft:
        """The activity with its times and owners read and what is uncertain said."""
        doubts = list(self.doubts)
        rows = tuple(self._finished_row(row, knowledge, doubts) for row in self.rows)
        deadline = self._deadline(self.times, knowledge, doubts) or _shared(rows)
        if deadline is None and self.time_above and not any(row.deadline for row in rows):
            deadline = knowledge.time(self.time_above)
        sign, text = _ticked(self.text)
        return ActivityDraft(
            text=text,
            section=self.section,
            deadline=deadline,
            owner_text=_text(self.owners),
            owners=_owners(_text(self.owners), knowledge, doubts),
            comment=_text([*sign, *self.comments]) or None,
            rows=rows,
            doubts=tuple(dict.fromkeys(doubts)),
        )

    def _finished_row(self, row: RoughRow, knowledge: Knowledge, doubts: list[str]) -> RowDraft:
        return RowDraft(
            text=row.text,
            municipality=row.municipality,
            deadline=self._deadline(row.times, knowledge, doubts),
            owner_text=_text(row.owners),
            owners=_owners(_text(row.owners), knowledge, doubts),
        )

    def _deadline(
        self, times: Sequence[str], knowledge: Knowledge, doubts: list[str]
    ) -> PlanTime | None:
        lines = list(dict.fromkeys("\n".join(times).splitlines()))
        if not lines:
            return None
        each_tells = all(map(knowledge.is_time, lines))
        deadline = knowledge.time((", " if each_tells else " ").join(lines), self.time_above)
        doubts += [f"Tiden ”{deadline.text}”: {doubt}" for doubt in deadline.doubts]
        return deadline


def _ticked(text: str) -> tuple[list[str], str]:
    """The box before an activity when it is ticked, which is an answer, and the words after it."""
    box = _BOX.match(text)
    if box is None:
        return [], text
    return [] if box["sign"] == _EMPTY_BOX else [box["sign"]], text[box.end() :]


def _shared(rows: Sequence[RowDraft]) -> PlanTime | None:
    """The time that every row has, when it is one and the same."""
    times = {row.deadline for row in rows}
    return times.pop() if len(times) == 1 else None


def _owners(text: str, knowledge: Knowledge, doubts: list[str]) -> tuple[OwnerDraft, ...]:
    owners = knowledge.owners(text)
    if text and not owners:
        doubts.append(f"”{text}” kan inte läsas som ansvarig. Vem ansvarar?")
    doubts += [
        f"”{owner.name}” står med bara ett namn. Vem är det?"
        for owner in owners
        if owner.type == "person" and " " not in owner.name
    ]
    doubts += [
        f"”{owner.name}” är kanske någons initialer. Vem är det?"
        for owner in owners
        if owner.type == "external_unit" and _INITIALS.fullmatch(owner.name)
    ]
    return owners


def _text(lines: Sequence[str]) -> str:
    return "\n".join(line for line in lines if line)
