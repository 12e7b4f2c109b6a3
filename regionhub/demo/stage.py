"""The stage of the demo: what happens through the years is gathered, then played in time order."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from regionhub.domain.permissions import Actor
from regionhub.domain.swedish import STOCKHOLM
from regionhub.services.changes import Save

_NAMES = uuid.UUID("6f1d3c0e-52a4-4d57-9f5b-6a3b8f0c2d11")
_MORNING = time(8, 30)
_WORKING_MINUTES = 7 * 60


@dataclass(slots=True)
class Stage:
    """Everything that has happened up to `now`; what lies ahead of it is left out."""

    now: datetime
    today: date
    _happenings: list[tuple[datetime, Actor, Callable[[Save], object]]] = field(
        default_factory=list
    )

    def at(
        self, day: date, actor: Actor, happen: Callable[[Save], object], *, surely: bool = False
    ) -> None:
        """Let something happen on a day. `surely`: if the day is not here yet, then just now."""
        if day <= self.today or surely:
            self._happenings.append((self.moment(day), actor, happen))

    def play(self) -> None:
        """Let it all happen, in order of time."""
        for number, (at, actor, happen) in enumerate(sorted(self._happenings, key=lambda h: h[0])):
            happen(Save(actor=actor, at=at, batch=name(f"batch {number}")))

    def moment(self, day: date) -> datetime:
        """A moment in the working day, never after now."""
        # Spread over the working day, so that the log does not look as if made by a machine.
        minutes = len(self._happenings) * 17 % _WORKING_MINUTES
        moment = datetime.combine(day, _MORNING, STOCKHOLM) + timedelta(minutes=minutes)
        return min(moment, self.now)


def name(text: str) -> str:
    """The same unique name for the same text every time."""
    return str(uuid.uuid5(_NAMES, text))
