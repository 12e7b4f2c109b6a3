"""Colours of states: readable on white, and only for states that the domain has."""

import pytest

from regionhub.domain.followup import Forecast, Outcome
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Flag, Status
from regionhub.outputs.report import State
from regionhub.outputs.state_colours import COLOURS, QUIET, URGENT, colour_of

DOMAIN_STATES = {
    state.value
    for states in (Status, Flag, Forecast, Outcome, PlanState, ReportState)
    for state in states
}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    shares = [int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    red, green, blue = (
        share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("colour", sorted({*COLOURS.values(), QUIET}))
def test_every_colour_can_be_read_on_white(colour: str) -> None:
    assert 1.05 / (luminance(colour) + 0.05) >= 4.5


def test_only_states_of_the_domain_have_colours() -> None:
    assert set(COLOURS) | {URGENT} <= DOMAIN_STATES


def test_a_state_without_a_colour_of_its_own_is_quiet() -> None:
    assert colour_of(State("not_started", "Ej påbörjad", "○")) == QUIET
