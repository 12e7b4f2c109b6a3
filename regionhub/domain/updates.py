"""What an update does to an activity as a whole, and how the change log tells of it."""

from collections.abc import Iterable

from regionhub.domain.progress import rolled_up
from regionhub.domain.status import ACTIVITY_STATUSES, Status

# To drop an activity changes the plan, and is done where the plan is written.
SHARED_STATUSES = tuple(s for s in ACTIVITY_STATUSES if s is not Status.DROPPED)
NOTHING_NEW = "Inget nytt, men på gång"


def status_of_whole(cells: Iterable[Status]) -> Status:
    """The shared status of a split activity; where no municipality takes part it rests.

    It rests rather than counts as done, since nobody has done it: the convener may drop it.
    """
    return rolled_up(cells) or Status.PAUSED


def told(*, was: Status, now: Status, comment: str = "") -> str:
    """What was said of the shared part: "Satte Genomförd (var Pågår). ”Klart”"."""
    change = f"Satte {_moved(was, now)}" if now is not was else ""
    return _sentence(change, comment)


def told_of(place: str, *, was: Status, now: Status, comment: str = "") -> str:
    """What was said of one municipality's part: "Vindeln: Deltar inte (var Pågår)"."""
    change = _moved(was, now) if now is not was else ""
    return f"{place}: {_sentence(change, comment)}"


def told_of_whole(*, was: Status, now: Status) -> str:
    """What followed for the activity as a whole from its municipalities' parts."""
    return f"Hela aktiviteten blev {_moved(was, now)}"


def _moved(was: Status, now: Status) -> str:
    return f"{now.label} (var {was.label})"


def _sentence(change: str, comment: str) -> str:
    parts = (change, f"”{comment}”" if comment else "")
    return ". ".join(part for part in parts if part) or NOTHING_NEW
