"""Understands a document as one or more plans: the way from a file's lines to drafts."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from regionhub.importing.chapters import chapters
from regionhub.importing.columns import by_headings
from regionhub.importing.document import Document, Line
from regionhub.importing.draft import GoalDraft, OtherPart, PlanDraft, Purpose
from regionhub.importing.goals import read_goal_table, read_goals
from regionhub.importing.headings import Part, numbered_goal
from regionhub.importing.knowledge import Knowledge
from regionhub.importing.leftovers import unplaced
from regionhub.importing.outline import Grid, Section, all_lines, outline
from regionhub.importing.plan_activities import ActivityGatherer
from regionhub.importing.plan_people import gather_people
from regionhub.importing.purposes import read_purpose, serves_overarching
from regionhub.importing.titles import find_group, find_year, split_plans, take_title
from regionhub.importing.vocabulary import Vocabulary


def read_plans(
    document: Document, *, year: int | None, group: str | None, vocabulary: Vocabulary
) -> tuple[PlanDraft, ...]:
    """The plans that a document holds, usually one.

    `year` and `group` (a key) are what the person who imports has said. A year in the title
    goes before; everything else that the document contradicts becomes a doubt.
    """
    return tuple(
        _read_plan(part, vocabulary, year, group) for part in split_plans(document, vocabulary)
    )


def _read_plan(
    document: Document, vocabulary: Vocabulary, year: int | None, group: str | None
) -> PlanDraft:
    sections = outline(document)
    sheet = next((table.name for table in document.tables() if table.name), None)
    title, taken = take_title(sections[0].lines, sheet, vocabulary)
    sections[0].items = [item for item in sections[0].items if item not in taken]
    plan_year, year_doubts = find_year(title, list(_headings(sections)), year)
    beneath = [*sections[0].lines, Line(sheet or "")]
    key, group_doubts = find_group(title, beneath, group, vocabulary)
    knowledge = Knowledge(vocabulary, plan_year, key)
    people = gather_people(sections, knowledge)
    gatherer = ActivityGatherer(replace(knowledge, known_names=people.names))
    above = chapters(sections)
    for place, section in enumerate(sections):
        gatherer.take_from(section, above.get(place))
    if not gatherer.activities:
        gatherer.take_labelled(sections)
    if not gatherer.activities:
        gatherer.take_calendar(sections[0])
    draft = PlanDraft(
        title=title,
        plan_year=plan_year,
        group=key,
        contacts=people.contacts,
        members=people.members,
        area="\n".join(_text(section) for section in sections if section.part is Part.AREA),
        purpose=_purpose(sections, vocabulary),
        goals=_goals(sections, above, vocabulary) or _as_goals(gatherer.goals),
        activities=tuple(gatherer.finished()),
        other=(*people.other, *_other(sections)),
        doubts=(*year_doubts, *group_doubts, *people.doubts, *gatherer.doubts, *document.doubts),
    )
    return _completed(draft, document, vocabulary)


def _headings(sections: Sequence[Section]) -> Iterator[str]:
    """The headings of parts and, in them, of columns."""
    for section in sections:
        yield section.heading
        for grid in section.grids:
            columns = next(filter(None, map(by_headings, grid.rows[:1])), None)
            yield from columns.headings if columns else ()


def _purpose(sections: Sequence[Section], vocabulary: Vocabulary) -> tuple[Purpose, ...]:
    goals = vocabulary.overarching_goals
    return tuple(
        purpose
        for section in sections
        if section.part is Part.PURPOSE
        or (section.part is Part.OVERARCHING and serves_overarching(section.lines, goals))
        for purpose in read_purpose(_all_lines(section), goals)
    )


def _goals(
    sections: Sequence[Section], above: Mapping[int, str], vocabulary: Vocabulary
) -> tuple[GoalDraft, ...]:
    parts = [
        (section, above.get(place, section.heading))
        for place, section in enumerate(sections)
        if section.part is Part.GOALS
        or (
            section.part is Part.OVERARCHING
            and not serves_overarching(section.lines, vocabulary.overarching_goals)
        )
    ]
    goals = [(heading, goal) for section, heading in parts for goal in _goals_of(section)]
    if len({heading for _, heading in parts}) == 1:
        return tuple(goal for _, goal in goals)
    return tuple(replace(goal, heading=goal.heading or heading) for heading, goal in goals)


def _as_goals(texts: Sequence[str]) -> tuple[GoalDraft, ...]:
    """The goals that the tables of activities name, each once."""
    return tuple(GoalDraft(text) for text in dict.fromkeys(texts))


def _goals_of(section: Section) -> Iterator[GoalDraft]:
    """The section's goals; one that is given by its number keeps all that stands beneath it."""
    texts = [line.text for line in section.lines]
    if texts and numbered_goal(f"{section.heading} {texts[0]}"):
        others = [text for text in texts if numbered_goal(text)]
        if not others:
            yield GoalDraft("\n".join(texts), section.heading)
        else:
            first = replace(section.lines[0], text=f"{section.heading} {texts[0]}")
            yield from read_goals([first, *section.lines[1:]])
    else:
        yield from read_goals(section.lines)
    for grid in section.grids:
        yield from read_goal_table(grid)


def _other(sections: Sequence[Section]) -> Iterator[OtherPart]:
    """Texts of unknown headings, and what stands before the first heading."""
    for section in sections:
        if section.items and section.part in (Part.OTHER, Part.PREFACE, Part.ACTIVITIES):
            heading = section.heading if section.part is Part.OTHER else ""
            yield OtherPart(heading, _text(section))


def _completed(draft: PlanDraft, document: Document, vocabulary: Vocabulary) -> PlanDraft:
    """The draft with the lines that found no place, and doubts about what is missing."""
    doubts = list(draft.doubts)
    if not draft.activities:
        doubts.append("Inga aktiviteter hittades i dokumentet.")
    other = draft.other
    if left := unplaced(document, draft, vocabulary):
        other = (*other, OtherPart("", "\n".join(left)))
        doubts.append("En del av texten har inte fått någon plats i planen. Den står sist.")
    return replace(draft, other=other, doubts=tuple(dict.fromkeys(doubts)))


def _text(section: Section) -> str:
    return "\n".join(line.text for line in _all_lines(section))


def _all_lines(section: Section) -> list[Line]:
    """The section's lines, a table's row as one line."""
    lines: list[Line] = []
    for item in section.items:
        lines += _grid_lines(item) if isinstance(item, Grid) else [item]
    return lines


def _grid_lines(grid: Grid) -> list[Line]:
    rows = [
        [" ".join(line.text for line in all_lines(cell)) for cell in row if cell.origin]
        for row in grid.rows
    ]
    return [Line(" | ".join(text for text in row if text)) for row in rows if any(row)]
