"""Fills an empty, migrated database with the demo region: invented people, twelve groups.

Last year is settled, this year runs up to today; what lies after today has not happened. The same
day gives the same region.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select

from regionhub.blueprints import registry
from regionhub.demo import people as people_of_demo
from regionhub.demo import plans, stories
from regionhub.demo.people import PASSWORD, People
from regionhub.demo.plans import Frame
from regionhub.demo.stage import Stage, name
from regionhub.demo.stories import GroupStory
from regionhub.domain.permissions import SYSTEM
from regionhub.domain.swedish import STOCKHOLM
from regionhub.extensions import db
from regionhub.models import Account, Group, Region
from regionhub.services import follow_ups, owner_matching, region_set_up, region_words, regions
from regionhub.services.changes import Save

_SHOWN = ("kansli", "kommunchef.umea", "ledare.it", "medlem.it.vindeln", "revisor")


def needed() -> bool:
    """Whether the database is still empty."""
    return db.session.scalars(select(Region.id).limit(1)).first() is None


def fill(*, today: date, now: datetime) -> None:
    """Lay the whole demo region. Flushes; the caller commits. Raises ValueError if one is there."""
    if not needed():
        raise ValueError("the database already holds a region")
    # Before the first plan that the demo tells of.
    begun = datetime(today.year - 2, 9, 1, 8, tzinfo=STOCKHOLM)
    save = Save(actor=SYSTEM, at=begun, batch=name("region"))
    region = region_set_up.lay(stories.region(), registry.GROUPS, save=save)
    for year in (today.year - 1, today.year):
        follow_ups.open_year(region, year)
    groups = regions.groups(region)
    groups_told = {group.key: stories.group(group.key, today.year) for group in groups}
    people = _people(region, groups, groups_told, today=today, now=now)
    frame = _frame(region, people, today=today, now=now)
    for group in groups:
        for year in groups_told[group.key].plans:
            plans.lay(frame, group, groups_told[group.key], year)
    frame.stage.play()


def welcome(address: str) -> str:
    """What is printed when the demo has started: where it is, and who one can be there."""
    emails = db.session.scalars(select(Account.email).where(Account.demo)).all()
    shown = [email for name in _SHOWN if (email := f"{name}@example.org") in emails]
    return "\n".join(
        (
            f"Regionhubs demo finns på {address}",
            f"Logga in med lösenordet {PASSWORD} och en av adresserna:",
            *(f"  {email}" for email in shown),
            f"Det finns {len(emails)} konton: kommunchef.<kommun>@example.org,",
            "ledare.<grupp>@example.org och medlem.<grupp>.<kommun>@example.org.",
            "Avsluta med Ctrl+C.",
        )
    )


def _people(
    region: Region,
    groups: Sequence[Group],
    groups_told: Mapping[str, GroupStory],
    *,
    today: date,
    now: datetime,
) -> People:
    places = regions.municipalities(region, today.year)
    people = People(region, {place.key: place for place in places}, now)
    people_of_demo.officials(people, stories.officials())
    for group in groups:
        people_of_demo.of_group(people, group, groups_told[group.key], today.year)
    by_key = {group.key: group for group in groups}
    for story in groups_told.values():
        people_of_demo.in_two_groups(people, by_key, story)
    db.session.flush()
    return people


def _frame(region: Region, people: People, *, today: date, now: datetime) -> Frame:
    years = (today.year - 1, today.year)
    return Frame(
        stage=Stage(now=now, today=today),
        people=people,
        this_year=today.year,
        vocabulary=region_words.of_region(region, today.year, registry.GROUPS),
        known=owner_matching.people_by_name(region),
        overarching_goals={g.number: g for g in regions.overarching_goals(region, today.year)},
        periods={(y, p.key): p for y in years for p in follow_ups.of_year(region, y)},
    )
