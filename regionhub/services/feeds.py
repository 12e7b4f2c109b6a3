"""Calendar feeds: made, revoked, found by their secret, and filled with deadlines."""

import secrets
from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.feeds import FeedScope
from regionhub.domain.permissions import Actor
from regionhub.extensions import db
from regionhub.models import Account, FeedToken, Group, Municipality, Person, Region
from regionhub.questions import Question
from regionhub.services import changes
from regionhub.services.changes import Save
from regionhub.services.sign_ins import hashed

MOST_FEEDS = 20
# Calendar programs ask this every few hours for years.
_LIVING = Question(
    select(FeedToken.id, Region.revision)
    .join(Account, Account.id == FeedToken.account_id)
    .join(Person, Person.id == Account.person_id)
    .join(Region, Region.id == Person.region_id)
    .where(
        FeedToken.token_hash == bindparam("token_hash"),
        FeedToken.revoked_at.is_(None),
        Account.active,
    )
)


@dataclass(frozen=True, slots=True)
class Found:
    """A living feed and the region's revision, which together answer a conditional request."""

    feed_id: int
    revision: int


def make(
    region: Region,
    *,
    scope: FeedScope,
    group: Group | None,
    municipality: Municipality | None,
    save: Save,
) -> tuple[FeedToken, str]:
    """A new feed for who asks, and its secret, which is not to be had again."""
    _check(scope, group, municipality)
    account_id = _account_id(save.actor)
    if len(of_account(account_id)) >= MOST_FEEDS:
        raise Refused(f"Du har redan {MOST_FEEDS} kalendrar. Ta bort någon först.")
    secret = secrets.token_urlsafe(32)
    feed = FeedToken(
        account_id=account_id,
        name=_name(scope, group, municipality, region),
        scope=scope,
        group=group if scope is FeedScope.GROUP else None,
        municipality=municipality if scope is FeedScope.MUNICIPALITY else None,
        token_hash=hashed(secret),
        created_at=save.at,
    )
    db.session.add(feed)
    db.session.flush()
    changes.record(
        save,
        f"Skapade en kalenderadress för {feed.name}",
        region_id=region.id,
        subject="feed",
        subject_id=feed.id,
    )
    return feed, secret


def own(actor: Actor, feed_id: int) -> FeedToken:
    """One of the person's own living feeds."""
    feed = db.session.get(FeedToken, feed_id)
    if feed is None or feed.account_id != actor.account_id or feed.revoked_at is not None:
        raise NotFound("Kalendern finns inte, eller är redan borttagen.")
    return feed


def revoke(region: Region, feed_id: int, *, save: Save) -> FeedToken:
    """Close one's own feed for good; its address answers nothing any more."""
    feed = own(save.actor, feed_id)
    feed.revoked_at = save.at
    changes.record(
        save,
        f"Tog bort kalenderadressen för {feed.name}",
        region_id=region.id,
        subject="feed",
        subject_id=feed.id,
        values={"revoked_at": (None, save.at)},
    )
    return feed


def of_account(account_id: int) -> list[FeedToken]:
    """The account's living feeds, newest first."""
    return list(
        db.session.scalars(
            select(FeedToken)
            .where(FeedToken.account_id == account_id, FeedToken.revoked_at.is_(None))
            .order_by(FeedToken.id.desc())
        )
    )


def find(secret: str) -> Found:
    """The feed behind a secret (one query); the unknown, revoked and closed are all not found."""
    row = _LIVING.first(db.engine, token_hash=hashed(secret))
    if row is None:
        raise NotFound("Kalenderadressen gäller inte längre. Skapa en ny under Kalender.")
    return Found(*row)


def by_id(feed_id: int) -> FeedToken:
    """The feed that was found."""
    return db.session.get_one(FeedToken, feed_id)


def first_year(today: date) -> int:
    """Feeds reach back to last year's plans; older ones have left people's calendars."""
    return today.year - 1


def _check(scope: FeedScope, group: Group | None, municipality: Municipality | None) -> None:
    if scope is FeedScope.GROUP and group is None:
        raise Refused("Välj vilken grupp kalendern ska gälla.", field="group")
    if scope is FeedScope.MUNICIPALITY and municipality is None:
        raise Refused("Välj vilken kommun kalendern ska gälla.", field="municipality")


def _account_id(actor: Actor) -> int:
    assert actor.account_id is not None, "only signed-in people have feeds"
    return actor.account_id


def _name(
    scope: FeedScope, group: Group | None, municipality: Municipality | None, region: Region
) -> str:
    if scope is FeedScope.GROUP and group is not None:
        return group.name
    if scope is FeedScope.MUNICIPALITY and municipality is not None:
        return municipality.name
    return region.name if scope is FeedScope.REGION else "mina aktiviteter"
