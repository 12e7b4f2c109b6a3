"""Reads goals: headings with text beneath, paragraphs, and lists where each item is plainly one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from regionhub.importing.cell_lists import PAGE_WIDTH, whole_lines
from regionhub.importing.column_roles import Role
from regionhub.importing.columns import Columns, by_headings
from regionhub.importing.document import Line
from regionhub.importing.draft import GoalDraft
from regionhub.importing.folding import words
from regionhub.importing.outline import Grid, all_lines
from regionhub.importing.wording import labelled

_LONGEST_HEADING = 12
_LONGEST_LEAD = 20
_POINTING_BACK = (["ovanstaende"], ["detta"], ["dessa"], ["punkterna"])
_SENTENCE_BREAK = re.compile(r"[a-zåäö]{3}[.!?] [A-ZÅÄÖ]")
_SENTENCE_END = (".", "!", "?")


def read_goals(lines: Sequence[Line]) -> tuple[GoalDraft, ...]:
    """The goals of the lines, each with the heading it stands under."""
    whole = [line for _, line in whole_lines(_with_further_lines(lines), wrap=PAGE_WIDTH)]
    blocks = list(_blocks(whole))
    headings = sum(heading is not None for heading, _ in blocks)
    goals: list[GoalDraft] = []
    for heading, body in blocks:
        goals += _goals_of(heading, body, only_heading=headings == 1)
    return tuple(goals)


def _with_further_lines(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that go on with the one above put to it as they stood."""
    made: list[Line] = []
    for line in lines:
        if line.goes_on and made:
            breaks = "\n" * (1 + line.blank_before)
            made[-1] = replace(made[-1], text=f"{made[-1].text}{breaks}{line.text}")
        else:
            made.append(line)
    return made


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[Line | None, list[Line]]]:
    """Headings with the lines beneath them; first, without heading, what stands before any."""
    heading: Line | None = None
    body: list[Line] = []
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else None
        if _is_heading(line, below):
            if heading or body:
                yield heading, body
            heading, body = line, []
        elif _leaves_list(body, line):
            yield heading, body
            heading, body = None, [line]
        else:
            body.append(line)
    if heading or body:
        yield heading, body


def _is_heading(line: Line, below: Line | None) -> bool:
    """Whether a short line without a full stop is followed by text or a list about it."""
    if below is None or line.bullet or line.text.endswith((".", ",", "!", "?")):
        return False
    if _SENTENCE_BREAK.search(line.text):
        return False
    if line.heading is not None:
        return True
    if len(words(line.text)) > _LONGEST_HEADING:
        return line.text.endswith((":", ";")) and below.bullet and _is_lead(line)
    if below.bullet or line.text.endswith(":"):
        return True
    return below.text.endswith(_SENTENCE_END) and len(below.text) > len(line.text)


def _leaves_list(body: Sequence[Line], line: Line) -> bool:
    """Whether a short plain line comes after a list, and so begins something new."""
    after_list = bool(body) and body[-1].bullet and not line.bullet
    is_short = len(words(line.text)) <= _LONGEST_HEADING
    return after_list and is_short and not _points_back(line)


def _goals_of(
    heading: Line | None, body: Sequence[Line], *, only_heading: bool
) -> Iterator[GoalDraft]:
    title = heading.text if heading else None
    if not body:
        if title:
            yield GoalDraft(title)
    elif all(line.bullet for line in body):
        yield from (GoalDraft(line.text, title) for line in body)
    elif heading is None or (only_heading and not any(line.bullet for line in body)):
        yield from (GoalDraft(text, title) for text in _paragraphs(body))
    else:
        yield GoalDraft("\n".join(line.text for line in body), title)


def _paragraphs(body: Sequence[Line]) -> Iterator[str]:
    """Each paragraph with the list or the short lines that its last words announce."""
    gathered: list[str] = []
    announced = False
    for line in body:
        announced_line = announced and not _is_prose(line)
        goes_on = gathered and (line.bullet or announced_line or _points_back(line))
        if gathered and not goes_on:
            yield "\n".join(gathered)
            gathered = []
        gathered.append(line.text)
        announced = announced if goes_on else line.text.endswith((":", ";"))
    if gathered:
        yield "\n".join(gathered)


def _is_prose(line: Line) -> bool:
    return line.text.endswith(_SENTENCE_END)


def _points_back(line: Line) -> bool:
    return words(line.text)[:1] in _POINTING_BACK


def _is_lead(line: Line) -> bool:
    """Whether the line only leads into its list and says no goal of its own."""
    return len(words(line.text)) <= _LONGEST_LEAD


def _place_of_goals(columns: Columns) -> int | None:
    """The column of goals, also where owners or times beside it make it look like one of tasks."""
    place = columns.place(Role.GOAL)
    return columns.place(Role.ACTIVITY) if place is None else place


def read_goal_table(grid: Grid) -> Iterator[GoalDraft]:
    """One goal for each row of a table of goals; what stands beside it goes with its text."""
    columns = by_headings(grid.rows[0])
    place = _place_of_goals(columns) if columns else 0
    area = columns.place(Role.AREA) if columns else None
    heading = None
    for row in grid.rows[1:] if columns else grid.rows:
        texts = [" ".join(line.text for line in all_lines(cell)) for cell in row]
        if area is not None:
            heading = texts[area] or heading
        beside = [
            labelled(columns.headings[number] if columns else "", text)
            for number, text in enumerate(texts)
            if text and number not in (place, area) and row[number].origin
        ]
        lines = [texts[place] if place is not None and row[place].origin else "", *beside]
        if any(lines):
            yield GoalDraft("\n".join(line for line in lines if line), heading)
