"""Owners as written, matched to the people that the region knows."""

from collections import Counter
from collections.abc import Iterable, Mapping

from sqlalchemy import select

from regionhub.domain.owners import OwnerKind
from regionhub.extensions import db
from regionhub.importing.draft import OwnerDraft
from regionhub.importing.folding import fold
from regionhub.models import Activity, Cell, Owner, Person, Region


def people_by_name(region: Region) -> dict[str, Person]:
    """People by folded name. Where two share a name neither is there: a guess is no match."""
    people = db.session.scalars(select(Person).where(Person.region_id == region.id)).all()
    count = Counter(fold(person.name) for person in people)
    return {fold(person.name): person for person in people if count[fold(person.name)] == 1}


def give(
    owned: Activity | Cell, drafts: Iterable[OwnerDraft], people: Mapping[str, Person]
) -> None:
    """Write the owners of an activity, or of one cell of it; the activity must have its id."""
    activity_id = owned.id if isinstance(owned, Activity) else owned.activity_id
    for position, draft in enumerate(drafts):
        kind = OwnerKind(draft.type)
        person = people.get(fold(draft.name)) if kind is OwnerKind.PERSON else None
        owned.owners.append(
            Owner(
                activity_id=activity_id,
                position=position,
                kind=kind,
                name=draft.name[:200],
                person_id=person.id if person else None,
            )
        )
