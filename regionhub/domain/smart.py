"""SMART: what can be seen of a goal, and what cannot.

What cannot be seen is "framgår inte", never "nej": the text may mean more than it says.
"""

import re
from dataclasses import dataclass
from datetime import date

from regionhub.domain.swedish import long_date

ACTION_NEEDED_ABOVE = 8
_COUNTABLE = re.compile(
    r"\d|\b(alla|samtliga|varje|hälften|minst|högst|två|tre|fyra|fem|sex|sju|åtta|nio|tio)\b",
    re.IGNORECASE,
)
_DELIVERABLE = re.compile(
    r"\b(\w*(plan|rapport|rutin|avtal|policy|webbplats|utredning|enkät|utbildning|modell|"
    r"upphandling|strategi|inventering|underlag|projekt|överenskommelse|handbok)\w*)\b",
    re.IGNORECASE,
)
_MIN_WORDS = 4


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the rules need to know of a goal."""

    text: str
    indicators: int
    accepted_on: date | None
    accepted_by: str
    resources: str
    risk_likelihood: int | None
    risk_consequence: int | None
    risk_action: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of SMART with its finding, a Swedish sentence."""

    letter: str
    word: str
    met: bool
    finding: str


def risk_score(likelihood: int | None, consequence: int | None) -> int | None:
    """Likelihood × consequence, 1–16; None until both are given."""
    if likelihood is None or consequence is None:
        return None
    return likelihood * consequence


def letters(goal: GoalFacts) -> tuple[Letter, ...]:
    """The five letters in order, each with what was seen."""
    return (
        _letter("S", "Specifikt", _specific(goal)),
        _letter("M", "Mätbart", _measurable(goal)),
        _letter("A", "Accepterat", _accepted(goal)),
        _letter("R", "Realistiskt", _realistic(goal)),
        _letter("T", "Tidsatt", _timed(goal)),
    )


def _letter(letter: str, word: str, seen: tuple[bool, str]) -> Letter:
    met, finding = seen
    return Letter(letter, word, met, finding)


def _specific(goal: GoalFacts) -> tuple[bool, str]:
    if len(goal.text.split()) >= _MIN_WORDS:
        return True, "Målet säger i ord vad som ska uppnås."
    return False, "Framgår inte: texten är för kort för att säga vad som ska uppnås."


def _measurable(goal: GoalFacts) -> tuple[bool, str]:
    if goal.indicators:
        return True, "Målet följs med en indikator."
    if _COUNTABLE.search(goal.text):
        return True, "Målet nämner något som går att räkna."
    if _DELIVERABLE.search(goal.text):
        return True, "Målet nämner något som antingen finns eller inte finns."
    return False, "Framgår inte: lägg till en indikator eller något som går att räkna."


def _accepted(goal: GoalFacts) -> tuple[bool, str]:
    if goal.accepted_on is not None:
        by = f" av {goal.accepted_by}" if goal.accepted_by else ""
        return True, f"Accepterat{by} {long_date(goal.accepted_on)}."
    return False, "Framgår inte: målet har inte accepterats ännu."


def _realistic(goal: GoalFacts) -> tuple[bool, str]:
    score = risk_score(goal.risk_likelihood, goal.risk_consequence)
    if score is not None and score > ACTION_NEEDED_ABOVE and not goal.risk_action:
        return False, f"Risken är {score} av 16: ange en åtgärd med ansvarig och datum."
    if goal.resources:
        return True, "Gruppen har sagt vilka resurser som finns."
    return False, "Framgår inte: säg vilka resurser som finns och vad som kan gå fel."


def _timed(goal: GoalFacts) -> tuple[bool, str]:
    if goal.due is not None:
        return True, f"Ska vara nått senast {long_date(goal.due)}."
    return False, "Framgår inte: ange när målet ska vara nått."
