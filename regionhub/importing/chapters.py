"""Finds the chapters of a plan that has goals and activities anew beneath several headings."""

from collections.abc import Mapping, Sequence

from regionhub.importing.document import Line
from regionhub.importing.headings import Part, numbered_goal, plan_word
from regionhub.importing.outline import Section

_FEWEST = 2


def chapters(sections: Sequence[Section]) -> Mapping[int, str]:
    """The heading over each section of goals or activities, by the section's place.

    Empty unless activities stand beneath at least two: then a lone heading is only the next one
    in the document, and tells nothing of what comes after it.
    """
    found: dict[int, str] = {}
    above: tuple[int | None, str] = (None, "")
    for place, section in enumerate(sections):
        above = _heads(section) or above
        level, heading = above
        if heading and _lies_beneath(section, level):
            found[place] = heading
    active = {
        heading for place, heading in found.items() if sections[place].part is Part.ACTIVITIES
    }
    if len(active) < _FEWEST:
        return {}
    _take_from_preface(sections[0], active)
    return found


def _heads(section: Section) -> tuple[int | None, str] | None:
    """The level and words of a chapter that begins with the section."""
    lines = section.lines
    if section.part is Part.PREFACE:
        last = lines[-1] if lines else None
        heads = last is not None and last.heading is not None and plan_word(last.text) is None
        return (last.heading, last.text) if last and heads else None
    if section.part is Part.OTHER and section.level is not None and not section.items:
        return section.level, section.heading
    if section.part is Part.GOALS and lines:
        whole = f"{section.heading} {lines[0].text}"
        if numbered_goal(whole):
            return section.level, whole
        labelled = section.heading.endswith(":") and len(section.items) == 1
        return (section.level, lines[0].text) if labelled else None
    return None


def _lies_beneath(section: Section, level: int | None) -> bool:
    if section.part not in (Part.GOALS, Part.ACTIVITIES):
        return False
    if level is None or section.level is None:
        return section.part is Part.ACTIVITIES
    return section.level > level


def _take_from_preface(preface: Section, headings: set[str]) -> None:
    """Let the first chapter's heading be no remark of its own."""
    last = preface.items[-1] if preface.items else None
    if isinstance(last, Line) and last.text in headings:
        preface.items.pop()
