"""Reads the purpose and which of the overarching goals each part of it serves."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from regionhub.importing.cell_lists import PAGE_WIDTH, whole_lines
from regionhub.importing.document import Line
from regionhub.importing.draft import Purpose
from regionhub.importing.folding import word_set, words
from regionhub.importing.vocabulary import OverarchingGoal

_LONGEST_HEADING = 9
_SHORTEST_STEM = 5
_STEM = 7
_MOST = 0.6
_FILLERS = word_set("att av den det de en ett for i och ska skall vara med pa till mal malsattning")
_ALL = re.compile(r"\b(?:de|alla|\d|två|tre|fyra|fem)\s+övergripande\s+mål", re.IGNORECASE)
_NUMBERED = re.compile(
    r"\bmål(?:et|en|sättning|sättningen|sättningar|sättningarna)?\s+(?:nr\s+)?"
    r"((?:\d\b\s*(?:,|och|samt|&|\+)?\s*)+)",
    re.IGNORECASE,
)
# "Övergripande mål 1 och 2: …", as our own files have it too.
_LABEL = re.compile(
    r"övergripande\s+mål(?:sättning(?:ar)?)?\s+(?P<numbers>\d(?:\s*(?:,|och|&)\s*\d)*)\s*:\s*(?=\S)",
    re.IGNORECASE,
)


def read_purpose(lines: Sequence[Line], goals: Sequence[OverarchingGoal]) -> tuple[Purpose, ...]:
    """The purpose in parts: one for each overarching goal that heads some of it.

    Without such headings a pure list gives one part for each item, and prose a single part.
    """
    whole = [line for _, line in whole_lines(lines, wrap=PAGE_WIDTH)]
    headings = {
        number: served
        for number, line in enumerate(whole)
        if (served := _served_by_heading(line.text, goals))
    }
    if all(line.bullet and line.number is None for line in whole):
        headings = {}
    if _only_list_goals(headings, whole, goals):
        headings = {}
    if headings:
        starts = [*([0] if 0 not in headings else []), *headings, len(whole)]
        parts = [whole[start:end] for start, end in pairwise(starts)]
        return tuple(
            _part(part, headings.get(start), goals)
            for part, start in zip(parts, starts, strict=False)
        )
    if whole and all(line.bullet for line in whole):
        return tuple(_part([line], None, goals) for line in whole)
    return (_part(whole, None, goals),) if whole else ()


def serves_overarching(lines: Sequence[Line], goals: Sequence[OverarchingGoal]) -> bool:
    """Whether any of the lines speaks of the overarching goals."""
    texts = [line.text for line in lines]
    return any(goal_of_heading(text, goals) or goals_mentioned(text, goals) for text in texts)


def goal_of_heading(text: str, goals: Sequence[OverarchingGoal]) -> int | None:
    """The overarching goal that a short line names, be it in other forms of the words."""
    found = [word for word in words(text) if word not in _FILLERS and not word.isdigit()]
    if not 0 < len(found) <= _LONGEST_HEADING or text.rstrip().endswith("."):
        return None
    shares = [(_share(found, words(goal.text)), goal.number) for goal in goals]
    best = [number for share, number in shares if share >= _MOST and share == max(shares)[0]]
    return best[0] if len(best) == 1 else None


def goals_mentioned(text: str, goals: Sequence[OverarchingGoal]) -> tuple[int, ...] | None:
    """The overarching goals that running text speaks of, by number or by their words."""
    if _ALL.search(text):
        return tuple(goal.number for goal in goals) or None
    known = {goal.number for goal in goals}
    numbered = {
        int(digit) for match in _NUMBERED.finditer(text) for digit in re.findall(r"\d", match[1])
    }
    named = {goal.number for goal in goals if _is_quoted(words(goal.text), words(text))}
    return tuple(sorted((numbered & known) | named)) or None


def _part(
    lines: Sequence[Line], served: tuple[int, ...] | None, goals: Sequence[OverarchingGoal]
) -> Purpose:
    text = "\n".join(line.text for line in lines)
    return Purpose(text, served or goals_mentioned(text, goals))


def _served_by_heading(text: str, goals: Sequence[OverarchingGoal]) -> tuple[int, ...]:
    """The goals that a line heads: by their numbers before it, or one by its words."""
    if label := _LABEL.match(text):
        numbers = sorted({int(digit) for digit in re.findall(r"\d", label["numbers"])})
        return tuple(numbers) if set(numbers) <= {goal.number for goal in goals} else ()
    named = goal_of_heading(text, goals)
    return () if named is None else (named,)


def _only_list_goals(
    headings: Collection[int], lines: Sequence[Line], goals: Sequence[OverarchingGoal]
) -> bool:
    """Whether some heading has no word of its own, and none beneath it."""
    return any(
        (number + 1 in headings or number + 1 == len(lines))
        and not _says_more(lines[number].text, goals)
        for number in headings
    )


def _says_more(text: str, goals: Sequence[OverarchingGoal]) -> bool:
    """Whether something else than a goal's own words stands after its number."""
    label = _LABEL.match(text)
    return label is not None and goal_of_heading(text[label.end() :], goals) is None


def _share(found: Sequence[str], goal: Sequence[str]) -> float:
    return sum(any(_alike(word, other) for other in goal) for word in found) / len(found)


def _alike(word: str, other: str) -> bool:
    if min(len(word), len(other)) < _SHORTEST_STEM:
        return word == other
    return word[:_STEM] == other[:_STEM]


def _is_quoted(goal: Sequence[str], text: Sequence[str]) -> bool:
    """Whether the goal's telling words stand together in the text ("utveckla Xregionen")."""
    telling = [word for word in goal if word not in _FILLERS]
    for start in range(len(text)):
        near = text[start : start + len(goal) + 1]
        if telling and all(any(_same_object(word, other) for other in near) for word in telling):
            return True
    return False


def _same_object(word: str, other: str) -> bool:
    return other == word or (len(word) >= _SHORTEST_STEM and other.endswith(word))
