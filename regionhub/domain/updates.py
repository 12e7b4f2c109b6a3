"""What an update does to an activity as a whole, and how the change log tells of it."""

from collections.abc import Iterable

from regionhub.domain.progress import rolled_up
from regionhub.domain.status import Status

NOTHING_NEW = "Inget nytt, men på gång"


def status_of_whole(cells: Iterable[Status]) -> Status:
    """The shared status of a split activity; where no municipality takes part it rests.

    It rests rather than counts as done, since nobody has done it: the convener may drop it.
    """
    return rolled_up(cells) or Status.PAUSED


def told(*, was: Status, now: Status, reason: str = "", comment: str = "") -> str:
    """What was said of the shared part: "Satte Genomförd (var Pågår). Kommenterade: Klart"."""
    change = f"Satte {_moved(was, now)}" if now is not was else ""
    return _sentence(change, reason, comment) or NOTHING_NEW


def told_of(place: str, *, was: Status, now: Status, comment: str = "") -> str:
    """What was said of one municipality's part: "Vindeln: Deltar inte (var Pågår)"."""
    change = _moved(was, now) if now is not was else ""
    said = _sentence(change, "", comment) or NOTHING_NEW
    return f"{place}: {said}"


def told_of_whole(*, was: Status, now: Status) -> str:
    """What followed for the activity as a whole from its municipalities' parts."""
    return f"Hela aktiviteten blev {_moved(was, now)}"


def _moved(was: Status, now: Status) -> str:
    return f"{now.label} (var {was.label})"


def _sentence(change: str, reason: str, comment: str) -> str:
    parts = (change, reason and f"Skäl: {reason}", comment and f"Kommenterade: {comment}")
    return ". ".join(part for part in parts if part)
