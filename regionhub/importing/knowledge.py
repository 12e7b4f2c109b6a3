"""What is known while a plan is read: its year and group, the region, the people met so far."""

from dataclasses import dataclass

from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.importing.draft import OwnerDraft
from regionhub.importing.owners import split_owners
from regionhub.importing.vocabulary import Vocabulary

# Two years that differ in leap day and in the weeks' dates.
_ANY_YEAR = (2011, 2012)


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
            return read(text, year=self.year, heading=heading)
        one, other = (read(text, year=year, heading=heading) for year in _ANY_YEAR)
        if one == other:
            return one
        return PlanTime(text, doubts=("Verksamhetsåret är okänt, så tiden kan inte läsas.",))

    def is_time(self, text: str) -> bool:
        """Whether the text tells when, be it only that it is bound to an event."""
        reading = self.time(text)
        return reading.precision is not Precision.UNKNOWN or reading.kind is not Kind.UNKNOWN

    def is_month(self, text: str) -> bool:
        """Whether the text is the name of a month and at most its year."""
        return len(text.split()) <= 2 and self.time(text).precision is Precision.MONTH  # noqa: PLR2004

    def owners(self, text: str) -> tuple[OwnerDraft, ...]:
        """The owners that the text names."""
        return split_owners(text, self.vocabulary, group=self.group, known_names=self.known_names)

    def is_owner(self, text: str) -> bool:
        """Whether the text looks like an owner and nothing longer."""
        return len(text.split()) <= 6 and bool(self.owners(text))  # noqa: PLR2004
