"""The year-end report (verksamhetsberättelse): its parts, and what groups write in them."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PartKind:
    """One part: `key` where the group writes a text of its own, with the question it answers."""

    number: int
    heading: str
    key: str = ""
    question: str = ""


PARTS = (
    PartKind(1, "Gruppen och dess medlemmar"),
    PartKind(
        2,
        "Sammanfattning",
        "summary",
        "Vad är viktigast att veta om gruppens år? Tre till fem meningar.",
    ),
    PartKind(3, "Mål och måluppfyllelse"),
    PartKind(4, "Övergripande mål"),
    PartKind(5, "Årets aktiviteter"),
    PartKind(6, "Löpande arbete"),
    PartKind(
        7, "Möten och närvaro", "meetings", "Hur många möten hölls, och vilka kommuner deltog?"
    ),
    PartKind(8, "Ekonomi", "money", "Budget, utfall och pengar utifrån."),
    PartKind(
        9,
        "Effekter för invånare och kommuner",
        "effects",
        "Vad har blivit bättre, för vem, och hur märks det?",
    ),
    PartKind(
        10,
        "Vad som inte gick och vad vi lärde oss",
        "learnt",
        "Vad blev inte som planerat, och vad gör ni annorlunda nästa gång?",
    ),
    PartKind(
        11,
        "Förs över och avförs",
        "carried_over",
        "Vad tar ni med till nästa år, och varför?",
    ),
    PartKind(
        12,
        "Behov och förslag",
        "needs",
        "Vad behöver ni av kommunchefsgruppen eller regionrådet?",
    ),
    PartKind(13, "Godkännande"),
)
WRITTEN = tuple(part for part in PARTS if part.key)

APPROVAL_STEPS = ("Arbetsgruppen", "Kansliet", "Kommunchefsgruppen", "Regionrådet")


def stands_for(year: int, today: date) -> date:
    """The day that a report's facts hold for: today, but never later than the day after the year.

    The day after, since what is due on 31 December is late only then.
    """
    return min(today, date(year + 1, 1, 1))


def is_over(year: int, today: date) -> bool:
    """Whether the plan year has ended, so that outcomes take the place of forecasts."""
    return today.year > year
