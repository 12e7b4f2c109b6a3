"""What is known while a plan is read: its year and group, the region, the people met so far."""

from dataclasses import dataclass, replace
from functools import lru_cache

from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.reading import PlanTime, Precision
from regionhub.importing.draft import OwnerDraft
from regionhub.importing.folding import fold, word_set
from regionhub.importing.owners import split_owners
from regionhub.importing.vocabulary import Vocabulary

_TIME_BEGINS = word_set(
    "v vecka veckorna kvartal slutet borjan mitten senast under fran mellan medio ultimo halvar"
    " tertial hela den efter innan fore klart klar fardigt fardig"
)
_HEADING_PRECISION = (Precision.DAY, Precision.MONTH, Precision.PERIOD)
_LONGEST_TIME_HEADING = 3
_LONGEST_OWNER = 6
_REMEMBERED = 500
_SURE_OWNERS = ("role", "whole_group", "external_role")
_UNSURE = 0.8
# Two years that differ in leap day and in the weeks' dates.
_ANY_YEAR = (2011, 2012)


@lru_cache(maxsize=_REMEMBERED)
def _read(text: str, year: int, heading: str | None) -> PlanTime:
    """A reading, remembered: a plan says the same few times over and over."""
    return read(text, year=year, heading=heading)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The frame in which times and owners of one plan are read."""

    vocabulary: Vocabulary
    year: int | None = None
    group: str | None = None
    known_names: tuple[str, ...] = ()

    def time(self, text: str, heading: str | None = None) -> PlanTime:
        """The reading of a text; without a plan year only what says its own year has dates."""
        if self.year is not None:
            return _read(text, self.year, heading)
        one, other = (
            replace(read(text, year=year, heading=heading), doubts=()) for year in _ANY_YEAR
        )
        if one == other:
            return one
        return PlanTime(text, doubts=("Verksamhetsåret är okänt, så tiden kan inte läsas.",))

    def is_time(self, text: str) -> bool:
        """Whether a reading of the text tells when."""
        return self.time(text).precision is not Precision.UNKNOWN

    def is_bare_time(self, text: str) -> bool:
        """Whether the text tells when and nothing else, as far as its first word shows."""
        first = text.split(maxsplit=1)[0].strip(".,") if text.strip() else ""
        begins = first[:1].isdigit() or fold(first) in _TIME_BEGINS or self.is_time(first)
        return begins and self.is_time(text)

    def heads_time(self, text: str) -> bool:
        """Whether the text may stand over what happens then: a month, a season, a week."""
        short = len(text.split()) <= _LONGEST_TIME_HEADING
        return short and self.is_bare_time(text) and self.time(text).precision in _HEADING_PRECISION

    def owners(self, text: str) -> tuple[OwnerDraft, ...]:
        """The owners that the text names."""
        return split_owners(text, self.vocabulary, group=self.group, known_names=self.known_names)

    def names_people(self, text: str) -> bool:
        """Whether the text is full names of people and nothing longer."""
        owners = self.owners(text) if len(text.split()) <= _LONGEST_OWNER else ()
        return bool(owners) and all(
            owner.type == "person" and " " in owner.name for owner in owners
        )

    def owner_likeness(self, text: str) -> float:
        """How surely the text is an owner, from 0 to 1; what only might be one counts less."""
        if not self.is_owner(text):
            return 0.0
        sure = self.names_people(text) or self.owners(text)[0].type in _SURE_OWNERS
        return 1.0 if sure else _UNSURE

    def is_owner(self, text: str) -> bool:
        """Whether the text looks like an owner and nothing longer."""
        return len(text.split()) <= _LONGEST_OWNER and bool(self.owners(text))
