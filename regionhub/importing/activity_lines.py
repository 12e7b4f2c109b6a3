"""Reads activities out of plain lines: lists, labelled lines, month by month."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from regionhub.importing.cell_lists import whole_lines
from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.document import Line
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.rough import RoughActivity
from regionhub.importing.wording import is_prose, labelled, says_none

_LABEL = re.compile(r"(?<!\w)(?=(?P<label>(?P<first>\w+)(?: [a-zåäö]+){0,3}):(?:\s|$))")
_WHEN_FIRST = re.compile(r"(?P<when>.{3,30}?)(?::\s|\s[–-]\s)(?P<what>.{3,})")
_SET_APART = re.compile(r"(\s[–-]\s|,\s|;\s|:\s)")
_IN_BRACKETS = re.compile(r"(?P<what>[^()]*[^()\s])\s*\((?P<told>[^()]{2,80})\)\.?")
_LISTED = re.compile(r"[,;]\s*")
_PARTS = 3
_LABELS = (Role.DEADLINE, Role.START, Role.OWNER, Role.COMMENT)


def labels_in(text: str) -> list[re.Match[str]]:
    """Where a line says "Ansvarig:", "Klart:" and the like; the group `label` holds the words."""
    return [found for found in _LABEL.finditer(text) if role_of(found["first"]) in _LABELS]


class LineReader:
    """Gathers `activities` from the lines of a plan that has no activity table.

    Sentences among them that are none go to `remarks`.
    """

    def __init__(self, knowledge: Knowledge, section: str | None = None) -> None:
        self._knowledge = knowledge
        self._section = section
        self._time: str | None = None
        self.activities: list[RoughActivity] = []
        self.remarks: list[Line] = []

    def read(self, lines: Sequence[Line]) -> None:
        """Read lines that stand together."""
        whole = [line for _, line in whole_lines(lines, wrap=0)]
        described = False
        explained = _explained(whole)
        for number, line in enumerate(whole):
            if says_none(line.text):
                continue
            below = (whole[place] for place in range(number + 1, len(whole)))
            if _is_told_of(line, below):
                self._begin(line.text)
                described = True
            elif (
                described and not _is_head(line) and not _begins_with_label(line)
            ) or number in explained:
                self.activities[-1].comments.append(line.text)
            elif self._heads(line, whole[number + 1 : number + 2]):
                described = False
                self._time = line.text if self._knowledge.heads_time(line.text) else None
                self._section = line.text
            elif self._is_aside(line, whole[number + 1 : number + 2]):
                self._read_aside(line, listed=_is_listed(_around(whole, number)))
            else:
                self._read_line(line.text)

    def _is_aside(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether the line is a sentence that says neither when nor who."""
        told = bool(labels_in(line.text)) or any(map(_begins_with_label, below))
        plain = not line.bullet and not _is_head(line) and not told
        return plain and is_prose(line.text) and not self._time_first(line.text)

    def _read_aside(self, line: Line, *, listed: bool) -> None:
        """A sentence is a remark where activities are items of a list or have labels beneath
        them; elsewhere it may be one.
        """
        if listed:
            self.remarks.append(line)
            return
        self._begin(line.text)
        activity = self.activities[-1]
        if not activity.times and not activity.owners:
            activity.doubts.append("Stycket säger inte när eller vem. Är det en aktivitet?")

    def _heads(self, line: Line, below: Sequence[Line]) -> bool:
        """Whether the line is a heading over activities."""
        if line.bullet or not below or role_of(line.text.rstrip(":")) in _LABELS:
            return False
        if line.heading is not None or line.text.endswith(":"):
            return True
        if self._time_first(line.text):
            return False
        if self._knowledge.heads_time(line.text):
            return True
        listed_below = below[0].bullet and not line.text.endswith(".")
        return listed_below or (line.bold and not below[0].bold)

    def _read_line(self, text: str) -> None:
        labels = labels_in(text)
        edges = [*(found.start() for found in labels), len(text)]
        if what := text[: edges[0]].strip(" ,;–-("):
            self._begin(what)
        for found, end in zip(labels, edges[1:], strict=True):
            told = text[found.end("label") + 1 : end]
            self._tell(found["label"], told.strip(" ,;–-()"))

    def _begin(self, text: str) -> None:
        label, _, rest = text.partition(": ")
        if rest and role_of(label) is Role.ACTIVITY:
            text = rest
        activity = RoughActivity(text, self._section, self._time)
        if first := self._time_first(text):
            when, activity.text = first
            if _IN_BRACKETS.fullmatch(activity.text):
                self._take_tail(activity)
            activity.times = [when]
        else:
            self._take_tail(activity)
        self.activities.append(activity)

    def _time_first(self, text: str) -> tuple[str, str] | None:
        """When and what of a line that begins with a time ("Maj: mässa")."""
        first = _WHEN_FIRST.fullmatch(text)
        if first is None or not self._knowledge.is_bare_time(first["when"]):
            return None
        return first["when"], first["what"]

    def _take_tail(self, activity: RoughActivity) -> None:
        """Time and owner out of a line that ends with them ("Mässa, 11 maj, Alva Ek")."""
        whole = activity.text
        if inside := _IN_BRACKETS.fullmatch(whole):
            self._take_bracketed(activity, inside["what"], _LISTED.split(inside["told"]))
            return
        parts = _SET_APART.split(whole)
        owner = parts[-1] if len(parts) > _PARTS and self._knowledge.is_owner(parts[-1]) else ""
        parts = parts[:-2] if owner else parts
        if len(parts) < _PARTS or not self._knowledge.is_bare_time(parts[-1]):
            return
        activity.times.append(parts[-1])
        parts = parts[:-2]
        if not owner and len(parts) >= _PARTS and self._knowledge.names_people(parts[-1]):
            owner = parts[-1]
            parts = parts[:-2]
        activity.text = "".join(parts)
        activity.owners += [owner] if owner else []
        activity.doubts.append(f"Tiden har lästs ur ”{whole}”. Stämmer det?")

    def _take_bracketed(self, activity: RoughActivity, what: str, told: Sequence[str]) -> None:
        """Times and people that stand in brackets after an activity, when nothing else does."""
        times = [piece for piece in told if self._knowledge.is_bare_time(piece)]
        owners = [piece for piece in told if piece not in times]
        if not all(map(self._knowledge.names_people, owners)):
            return
        activity.doubts.append(
            f"{'Tiden' if times else 'Ansvarig'} har lästs ur ”{activity.text}”. Stämmer det?"
        )
        activity.text = what
        activity.times += times
        activity.owners += owners

    def _tell(self, label: str, text: str) -> None:
        """Add what a labelled line says of the activity above it."""
        if not self.activities:
            self._begin(f"{label}: {text}")
            return
        activity = self.activities[-1]
        role = role_of(label)
        if role is Role.DEADLINE and not activity.times:
            activity.times.append(text.rstrip("."))
        elif role is Role.OWNER and not activity.owners:
            activity.owners.append(text.rstrip("."))
        else:
            activity.comments.append(labelled(label, text))


def _around(lines: Sequence[Line], number: int) -> list[Line]:
    """The lines beneath the same heading as the one with the number, itself left out."""
    above = takewhile(lambda line: not _is_head(line), reversed(lines[:number]))
    below = takewhile(lambda line: not _is_head(line), lines[number + 1 :])
    return [*above, *below]


def _is_listed(lines: Sequence[Line]) -> bool:
    """Whether any of the lines is an item of a list or a label beneath an activity."""
    return any(line.bullet or _begins_with_label(line) for line in lines)


def _explained(lines: Sequence[Line]) -> frozenset[int]:
    """The sentences beneath items of a list that explain each the one above it."""
    beneath = [
        number
        for number in range(1, len(lines))
        if lines[number - 1].bullet and _is_sentence(lines[number])
    ]
    items = sum(line.bullet for line in lines)
    return frozenset(beneath if len(beneath) > 1 and len(beneath) * 2 >= items else ())


def _is_sentence(line: Line) -> bool:
    plain = not line.bullet and not _is_head(line) and not labels_in(line.text)
    return plain and line.text.endswith(".")


def _is_head(line: Line) -> bool:
    return line.heading is not None or (line.bold and not line.bullet)


def _is_told_of(line: Line, below: Iterator[Line]) -> bool:
    """Whether the line is an activity that heads its own description, which ends in labels."""
    if not _is_head(line):
        return False
    told = list(takewhile(lambda other: not _is_head(other), below))
    labels = [role_of(found["first"]) for other in told for found in labels_in(other.text)]
    once = {labels.count(role) for role in (Role.OWNER, Role.DEADLINE)} <= {0, 1}
    prose = all(not other.bullet or _begins_with_label(other) for other in told)
    apart = any(_begins_with_label(other) for other in told)
    return apart and once and prose and {Role.OWNER, Role.DEADLINE} & set(labels) != set()


def first_labelled(lines: Sequence[Line]) -> int | None:
    """The first of several lines that have when or who in labels, on the line or just beneath it.

    One such line may say who has written the document, unless it is an item of a list.
    """
    starts = [
        number
        for number, line in enumerate(lines)
        if _leads_label(line, lines[number + 1 : number + 2])
    ]
    enough = len(starts) > 1 or any(lines[number].bullet for number in starts)
    return starts[0] if enough else None


def tells_in_labels(lines: Sequence[Line]) -> bool:
    """Whether lines beneath the first say when or who in labels."""
    return any(
        _begins_with_label(line) and _tells_plan(labels_in(line.text)[0]) for line in lines[1:]
    )


def _leads_label(line: Line, below: Sequence[Line]) -> bool:
    if _begins_with_label(line):
        return False
    return any(_tells_plan(found) for found in labels_in(line.text)) or any(
        _begins_with_label(next_line) and _tells_plan(labels_in(next_line.text)[0])
        for next_line in below
    )


def _begins_with_label(line: Line) -> bool:
    labels = labels_in(line.text)
    return bool(labels) and labels[0].start() == 0


def _tells_plan(found: re.Match[str]) -> bool:
    return role_of(found["first"]) in (Role.DEADLINE, Role.OWNER)
