"""Who has a place in a group, beside whom a newer version of the plan's document tells of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from regionhub.domain.permissions import LEADING, GroupRole
from regionhub.domain.plan_state import OPEN_FOR_DRAFTING
from regionhub.domain.swedish import long_date
from regionhub.importing.comparison import ChangeKind
from regionhub.importing.draft import Contact, Member, PlanDraft
from regionhub.importing.folding import fold
from regionhub.models import Membership, Municipality, Person, WorkPlan
from regionhub.services import seats
from regionhub.services.differences import in_words
from regionhub.services.plan_import import people_told
from regionhub.services.plan_import.difference import Difference, Part, Place
from regionhub.services.plan_import.people_told import Register
from regionhub.services.seats import SeatWords

_WORDS = {"role": "Roll", "starts": "Första dag", "ends": "Sista dag"}
_DETAILS = {"title": "Titel", "phone": "Telefon", "email": "E-post"}


@dataclass(frozen=True, slots=True)
class _Told:
    """Somebody whom the document gives a role, who it is if known, and for what days."""

    told: Contact | Member
    role: GroupRole
    person: Person | None
    starts: date
    ends: date


def between(
    plan: WorkPlan, draft: PlanDraft, register: Register, today: date
) -> Iterator[Difference]:
    """Who is to be given a place, whose place is to change, and who is not told of any longer.

    A document that names nobody says nothing about who takes part. The register is told who
    those are that are known by their place.
    """
    held = seats.of_group(plan.group)
    matched: set[int] = set()
    for number, told in enumerate(_everybody(plan, draft, register, today)):
        place = _place_of(told, held, register)
        if place is None:
            yield _new(f"person-new-{number}", told, register)
        elif place.person_id not in matched:
            matched.add(place.person_id)
            register.settle(told.told, place.person)
            yield from _changed(place, told, plan.year, register)
    if draft.contacts or draft.members:
        yield from _gone(plan, held, matched, today)


def last_day(plan: WorkPlan, today: date) -> date:
    """The last day of a place that the document no longer gives: today, or before its year."""
    return today if plan.year <= today.year else date(plan.year - 1, 12, 31)


def has_begun(place: Membership, day: date) -> bool:
    """Whether the place is held on the day, or has been."""
    return place.starts is None or place.starts <= day


def _everybody(
    plan: WorkPlan, draft: PlanDraft, register: Register, today: date
) -> Iterator[_Told]:
    """Everybody told of, once. A revision of an accepted plan gives places from its own day on."""
    begun = plan.year == today.year and plan.state not in OPEN_FOR_DRAFTING
    met: set[object] = set()
    for role, told in people_told.everybody(draft):
        person = register.find(told)
        who = person.id if person is not None else (fold(told.name), told.municipality)
        if who in met:
            continue
        met.add(who)
        starts, ends = people_told.time_of(told, plan.year)
        if begun and not _says_when(told):
            starts = today
        yield _Told(told, role, person, starts, ends)


def _place_of(told: _Told, held: Sequence[Membership], register: Register) -> Membership | None:
    """The place that the person has during that time, as leader of the group if as several.

    Within a group somebody of the same name and municipality is the same person.
    """
    wanted = register.place(told.told)
    fitting = [
        place
        for place in held
        if _overlaps(place, told.starts, told.ends)
        and (
            place.person_id == told.person.id
            if told.person is not None
            else fold(place.person.name) == fold(told.told.name)
            and (wanted is None or place.municipality in (None, wanted))
        )
    ]
    fitting.sort(key=lambda place: place.role not in LEADING)
    return fitting[0] if len({place.person_id for place in fitting}) == 1 else None


def _overlaps(place: Membership, starts: date, ends: date) -> bool:
    return (place.starts is None or place.starts <= ends) and (
        place.ends is None or place.ends >= starts
    )


def _new(name: str, told: _Told, register: Register) -> Difference:
    municipality = register.place(told.told) or (told.person and told.person.municipality) or None
    words = SeatWords(
        told.role,
        municipality,
        told.starts,
        told.ends,
        people_told.note_on(told.told, municipality),
    )
    who = f"Finns redan: {_in_register(told.person)}" if told.person else "Ny person"
    return Difference(
        part=Part.PERSON,
        name=name,
        kind=ChangeKind.ADDED,
        label=told.role.label,
        title=_titled(told.told, words),
        note=f"{who}. Får en plats i gruppen {long_date(told.starts)}–{long_date(told.ends)}.",
        new=Place(told.told, told.person, words),
    )


def _changed(place: Membership, told: _Told, year: int, register: Register) -> Iterator[Difference]:
    words = _words(place, told, year, register)
    facts = (*_differing(place, words), *_details(told.told, place.person))
    if facts:
        yield Difference(
            part=Part.PERSON,
            name=f"person-{place.id}",
            kind=ChangeKind.CHANGED,
            label=words.role.label,
            title=_titled(told.told, words),
            told=facts,
            old=place,
            new=Place(told.told, place.person, words),
        )


def _words(place: Membership, told: _Told, year: int, register: Register) -> SeatWords:
    """The place as the document has it. What it leaves unsaid stays, and so do earlier years."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    period = told.told.period
    starts, ends = place.starts, place.ends
    if period and period.start and starts and starts >= first:
        starts = told.starts
    if period and period.end and told.ends != min(ends or last, last):
        ends = told.ends
    leads = told.role in LEADING and place.role not in LEADING
    words = SeatWords(
        role=told.role if leads else place.role,
        municipality=register.place(told.told) or place.municipality,
        starts=starts,
        ends=ends,
        note=place.note,
    )
    if (starts, ends) == (place.starts, place.ends):
        return words
    return replace(words, note=people_told.note_on(told.told, words.municipality))


def _differing(place: Membership, words: SeatWords) -> Iterator[tuple[str, str, str]]:
    for field, name in _WORDS.items():
        old, new = getattr(place, field), getattr(words, field)
        if old != new:
            yield name, in_words(old), in_words(new)
    old, new = (row.name if row else "" for row in (place.municipality, words.municipality))
    if old != new:
        yield "Kommun", old, new


def _details(told: Contact | Member, person: Person) -> Iterator[tuple[str, str, str]]:
    for field, words in people_told.added(told, person).items():
        yield _DETAILS[field], "", words


def _gone(
    plan: WorkPlan, held: Sequence[Membership], matched: set[int], today: date
) -> Iterator[Difference]:
    """Those who go on in the group though the document does not name them. A past year's plan
    says nothing about who goes on.
    """
    last = last_day(plan, today)
    for place in held if plan.year >= today.year else ():
        if place.person_id not in matched and _is_left(place, plan.year, last):
            yield Difference(
                part=Part.PERSON,
                name=f"person-gone-{place.id}",
                kind=ChangeKind.REMOVED,
                label=place.role.label,
                title=_named(place.person.name, place.municipality),
                note=f"Platsen slutar {long_date(last)}."
                if has_begun(place, last)
                else "Platsen har inte börjat gälla och tas bort.",
                old=place,
            )


def _is_left(place: Membership, year: int, last: date) -> bool:
    """Whether the place goes on after the last day, and is held at some time of the year."""
    goes_on = place.ends is None or place.ends > last
    return goes_on and _overlaps(place, date(year, 1, 1), date(year, 12, 31))


def _says_when(told: Contact | Member) -> bool:
    return told.period is not None and bool(told.period.start or told.period.end)


def _titled(told: Contact | Member, words: SeatWords) -> str:
    return _named(told.name, words.municipality)


def _named(name: str, municipality: Municipality | None) -> str:
    return f"{name}, {municipality.name}" if municipality else name


def _in_register(person: Person) -> str:
    named = _named(person.name, person.municipality)
    return f"{named}, {person.email}" if person.email else named
