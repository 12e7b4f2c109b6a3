"""The change log as the stream component shows it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regionhub.domain.swedish import STOCKHOLM, local_day, long_date
from regionhub.models import Change


@dataclass(frozen=True, slots=True)
class Happening:
    """Who said or did what, and when."""

    who: str
    when: str
    sentence: str


def told(changes: Iterable[Change], titles: Mapping[int, str] | None = None) -> list[Happening]:
    """The lines of the log, in the order given; what was undone says so.

    `titles` names activities by id, for where lines about several stand together.
    """
    return [
        Happening(
            who=change.actor_name,
            when=f"{long_date(local_day(change.at))} {change.at.astimezone(STOCKHOLM):%H.%M}",
            sentence=_sentence(change, titles or {}),
        )
        for change in changes
    ]


def _sentence(change: Change, titles: Mapping[int, str]) -> str:
    title = titles.get(change.activity_id or 0, "")
    sentence = change.sentence if title in change.sentence else f"{title}: {change.sentence}"
    return f"{sentence} (Ångrat)" if change.undone else sentence
