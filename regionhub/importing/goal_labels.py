"""Reads cells that say themselves what their lines are: "Mål: …" and beneath it "Aktivitet: …"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from regionhub.importing.cell_lists import Entry, Is, whole_lines
from regionhub.importing.column_roles import Role, role_of
from regionhub.importing.document import Line
from regionhub.importing.folding import fold
from regionhub.importing.headings import goal_named, part_of

_LABEL = re.compile(r"(?<!\w)(?P<label>[A-ZÅÄÖ][^\W\d_]+(?: \d{1,2})?) ?:(?:\s|$)")
_BETWEEN = " /,;–-"
_SEVERAL = "er"

_Placed = tuple[int, Line]


def labelled_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, each goal and activity with its label in a line of its own.

    Empty where no activity is labelled beneath a goal.
    """
    return [line for _, line in _labelled(lines)]


def is_labelled(line: Line) -> bool:
    """Whether the line begins with the label of a goal or an activity."""
    return _role(line) is not None


def beneath_goals(lines: Sequence[Line]) -> list[tuple[str | None, list[Line]]]:
    """Each labelled goal and the lines beneath it, activities without their labels.

    All lines beneath no goal where there are no such labels.
    """
    found = _labelled(lines)
    if not found:
        return [(None, list(lines))]
    groups: list[tuple[str | None, list[Line]]] = []
    for _, line in found:
        if _role(line) is Role.GOAL:
            groups.append((goal_named(line.text), []))
            continue
        groups = groups or [(None, [])]
        if text := _without_label(line):
            groups[-1][1].append(replace(line, text=text))
    return groups


def entries_beneath_goals(lines: Sequence[Line]) -> list[Entry]:
    """The goals of a cell as sections and the activities beneath them, if they are labelled so.

    A line without a label goes on with the activity above, unless the label announced several.
    """
    entries: list[Entry] = []
    several = True
    for place, line in _labelled(lines):
        text = _without_label(line)
        if _role(line) is Role.GOAL:
            entries.append(Entry(Is.SECTION, goal_named(line.text) or text, place))
        elif _role(line) is Role.ACTIVITY:
            label = fold(line.text.partition(":")[0].rstrip())
            several = not text or label.endswith(_SEVERAL)
            entries += [Entry(Is.ACTIVITY, text, place)] if text else []
        elif several or line.bullet:
            entries.append(Entry(Is.ACTIVITY, line.text, place))
        else:
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {line.text}")
    return entries


def _labelled(lines: Sequence[Line]) -> list[_Placed]:
    """The lines cut before each label, with the place of each, counted in lines.

    What stands beneath a goal without a label of its own goes on with it. In our own files a goal
    may have such words in its text.
    """
    if any(line.goes_on for line in lines) or not any(":" in line.text for line in lines):
        return []
    found: list[_Placed] = []
    for place, line in whole_lines(lines, wrap=0):
        for piece in _pieces(line):
            above = found[-1][1] if found else None
            if above and _role(above) is Role.GOAL and _role(piece) is None:
                found[-1] = found[-1][0], replace(above, text=f"{above.text} {piece.text}")
            else:
                found.append((place, piece))
    roles = [_role(line) for _, line in found]
    if Role.GOAL not in roles or Role.ACTIVITY not in roles[roles.index(Role.GOAL) :]:
        return []
    return found


def _pieces(line: Line) -> Iterator[Line]:
    starts = [found.start() for found in _LABEL.finditer(line.text) if _role_told(found)]
    edges = [0, *(start for start in starts if start), len(line.text)]
    for start, end in pairwise(edges):
        if text := line.text[start:end].strip(_BETWEEN):
            yield replace(line, text=text)


def _role(line: Line) -> Role | None:
    found = _LABEL.match(line.text)
    return _role_told(found) if found else None


def _role_told(found: re.Match[str]) -> Role | None:
    """The role of a label that also begins a part of a plan, as "Mål" and "Aktivitet" do."""
    role = role_of(found["label"])
    known = role in (Role.GOAL, Role.ACTIVITY) and part_of(found["label"]) is not None
    return role if known else None


def _without_label(line: Line) -> str:
    found = _LABEL.match(line.text)
    return line.text[found.end() :].strip() if found and _role_told(found) else line.text
