"""The change log as the stream component shows it."""

from collections.abc import Iterable
from dataclasses import dataclass

from regionhub.domain.swedish import STOCKHOLM, local_day, long_date
from regionhub.models import Change


@dataclass(frozen=True, slots=True)
class Happening:
    """Who said or did what, and when."""

    who: str
    when: str
    sentence: str


def told(changes: Iterable[Change]) -> list[Happening]:
    """The lines of the log, in the order given; what was undone says so."""
    return [
        Happening(
            who=change.actor_name,
            when=f"{long_date(local_day(change.at))} {change.at.astimezone(STOCKHOLM):%H.%M}",
            sentence=f"{change.sentence} (Ångrat)" if change.undone else change.sentence,
        )
        for change in changes
    ]
