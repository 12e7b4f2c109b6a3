"""What a region knows of itself, handed in as data so that a document can be understood by it."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from regionhub.importing.folding import words

_GROUP_ENDING = re.compile(
    r"(?:arbets|samarbets|samverkans|projekt)?(?:grupp|natverk)(?:en|et|ens|ets|s)?$"
)
_INFLECTION = re.compile(r"(?:are|arna|erna|en|et|er|ar|or|a|e|m|n|s)$")
_SHORTEST_STEM = 5
_LIKENESS = 88


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality that the region knows."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """A working group; `names` are its names and the words that mark it ("turism", "turist")."""

    key: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OverarchingGoal:
    """One of the goals that every plan of the region serves."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The municipalities, working groups and overarching goals of a region in a plan year."""

    municipalities: tuple[Municipality, ...] = ()
    groups: tuple[Group, ...] = ()
    overarching_goals: tuple[OverarchingGoal, ...] = ()

    def municipalities_in(self, text: str) -> tuple[str, ...]:
        """Keys of the municipalities named in the text, in order, each once."""
        found = words(text)
        places = [
            (place, municipality.key)
            for municipality in self.municipalities
            for place in [_place_of(words(municipality.name), found)]
            if place is not None
        ]
        return tuple(key for _, key in sorted(places))

    def bare_municipality(self, text: str) -> str | None:
        """The municipality's key, when the text is its name and nothing more."""
        found = [word for word in words(text) if word not in ("kommun", "kommuns", "kn")]
        for municipality in self.municipalities:
            name = words(municipality.name)
            if found == name or found == [*name[:-1], f"{name[-1]}s"]:
                return municipality.key
        return None

    def is_municipality(self, text: str) -> bool:
        """Whether the text is a municipality's name and nothing more."""
        return self.bare_municipality(text) is not None

    def groups_in(self, text: str) -> tuple[str, ...]:
        """Keys of the groups that the text surely names. Of two in one word the longer wins."""
        found = words(text)
        best: dict[int, tuple[int, str]] = {}
        for group in self.groups:
            for name in group.names:
                place = _place_of_stem(name, found)
                if place is not None:
                    best[place] = max(best.get(place, (0, "")), (len(name), group.key))
        return tuple(dict.fromkeys(key for _, (_, key) in sorted(best.items())))

    def group_like(self, text: str) -> str | None:
        """The key of the group that a text most resembles, typing faults considered."""
        best = (0.0, "")
        for group in self.groups:
            for name in group.names:
                for word in words(text):
                    likeness = fuzz.ratio(_stem(name), _without_ending(word))
                    best = max(best, (likeness, group.key))
        return best[1] if best[0] >= _LIKENESS else None


def _place_of(name: list[str], found: list[str]) -> int | None:
    for place in range(len(found) - len(name) + 1):
        piece = found[place : place + len(name)]
        if piece[:-1] == name[:-1] and piece[-1] in (name[-1], f"{name[-1]}s"):
            return place
    return None


def _place_of_stem(name: str, found: list[str]) -> int | None:
    parts = words(name)
    if len(parts) != 1:
        return _place_of(parts, found) if parts else None
    stem = _stem(name)
    for place, word in enumerate(found):
        short = len(stem) < _SHORTEST_STEM - 1
        if (
            word == parts[0]
            or _without_ending(word) == stem
            or (not short and word.startswith(stem))
        ):
            return place
    return None


def _stem(name: str) -> str:
    word = _without_ending("".join(words(name)))
    stem = _INFLECTION.sub("", word)
    return stem if len(stem) >= _SHORTEST_STEM else word


def _without_ending(word: str) -> str:
    return _GROUP_ENDING.sub("", word)
