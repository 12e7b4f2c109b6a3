"""Puts together what a document says of one person in several places."""

from collections.abc import Sequence

from regionhub.importing.folding import fold
from regionhub.importing.people import Person


def put_together(people: Sequence[Person]) -> list[Person]:
    """Each person once, with all that is said: the same name, and no other municipality or time.

    Where two fit nobody can say which of them is meant, and all are kept.
    """
    kept: list[Person] = []
    for person in people:
        same = [other for other in kept if _is_same(person, other)]
        if len(same) == 1:
            _add(same[0], person)
        else:
            kept.append(person)
    return kept


def share_places(people: Sequence[Person], others: Sequence[Person]) -> None:
    """Let those who stand in both lists have the municipality that one of the lists tells."""
    for person in people:
        same = [other for other in others if fold(other.name) == fold(person.name)]
        if len(same) == 1:
            place = person.municipality or same[0].municipality
            person.municipality = place
            same[0].municipality = same[0].municipality or place


def _is_same(one: Person, other: Person) -> bool:
    return (
        fold(one.name) == fold(other.name)
        and _agree(one.municipality, other.municipality)
        and _agree(one.period, other.period)
    )


def _agree(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _add(person: Person, other: Person) -> None:
    person.municipality = person.municipality or other.municipality
    person.period = person.period or other.period
    for told, more in (
        (person.titles, other.titles),
        (person.phones, other.phones),
        (person.emails, other.emails),
        (person.notes, other.notes),
    ):
        told += [text for text in more if text not in told]
