"""The colour of each state on white paper, the same as on the screen."""

from regionhub.outputs.report import State

QUIET = "586067"

_GOOD = "24623A"
_MOVING = "1F5799"
_LATE = "B3261E"
_WATCH = "7A5200"
_RESTING = "5D4A86"

COLOURS = {
    "done": _GOOD,
    "fulfilled": _GOOD,
    "reachable": _GOOD,
    "accepted": _GOOD,
    "approved": _GOOD,
    "in_progress": _MOVING,
    "submitted": _MOVING,
    "overdue": _LATE,
    "hard": _LATE,
    "not_fulfilled": _LATE,
    "silent": _WATCH,
    "due_soon": _WATCH,
    "returned": _WATCH,
    "partly": _WATCH,
    "paused": _RESTING,
}


# The only state whose word is marked too, and not just its sign.
URGENT = "overdue"


def colour_of(state: State) -> str:
    """Six hexadecimal digits; every colour has a contrast of at least 4.5 to 1 on white."""
    return COLOURS.get(state.value, QUIET)
