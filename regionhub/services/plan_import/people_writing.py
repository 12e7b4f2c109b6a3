"""Writes who takes part, as a newer version of the plan's document has it."""

from dataclasses import fields
from datetime import date

from regionhub.models import Group, Membership, Person
from regionhub.services import people, seats
from regionhub.services.changes import Save
from regionhub.services.people import PersonWords
from regionhub.services.plan_import import people_told
from regionhub.services.plan_import.difference import Difference, Place
from regionhub.services.plan_import.people_changes import has_begun
from regionhub.services.plan_import.people_told import Register


class PeopleWriter:
    """Gives, changes and ends places in the group. One that has begun stays in its history."""

    def __init__(self, group: Group, register: Register, last_day: date, save: Save) -> None:
        self._group = group
        self._register = register
        self._last_day = last_day
        self._save = save

    def write(self, one: Difference) -> None:
        """Write one difference."""
        match (one.old, one.new):
            case (None, Place() as wanted):
                person = self._register.find_or_make(wanted.told)
                seats.give(self._group, person, wanted.words, save=self._save)
            case (Membership() as place, Place() as wanted):
                seats.change(place, wanted.words, version=place.version, save=self._save)
                self._add_details(place.person, wanted)
            case (Membership() as place, None):
                self._end(place)

    def _end(self, place: Membership) -> None:
        if has_begun(place, self._last_day):
            seats.end(place, last_day=self._last_day, save=self._save)
        else:
            seats.withdraw(place, day=self._last_day, save=self._save)

    def _add_details(self, person: Person, wanted: Place) -> None:
        known = {field.name: getattr(person, field.name) for field in fields(PersonWords)}
        words = PersonWords(**{**known, **people_told.added(wanted.told, person)})
        people.edit(person, words, version=person.version, save=self._save)
