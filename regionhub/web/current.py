"""Who is asking, what region this is, and which groups it has."""

from typing import cast

from flask import current_app, g
from flask_login import current_user

from regionhub.domain.permissions import VISITOR, Actor
from regionhub.domain.workgroup import WorkGroup
from regionhub.models import Region
from regionhub.services import actors, regions
from regionhub.web import clock


def actor() -> Actor:
    """The person asking, or a visitor; looked up once a request."""
    if "actor" not in g:
        known = current_user.is_authenticated
        g.actor = actors.of(current_user.session, today=clock.today()) if known else VISITOR
    return cast(Actor, g.actor)


def region() -> Region:
    """The region that this installation serves; looked up once a request."""
    if "region" not in g:
        g.region = regions.the_region()
    return cast(Region, g.region)


def declared_groups() -> tuple[WorkGroup, ...]:
    """Every working group as it is declared in its own file."""
    return cast(tuple[WorkGroup, ...], current_app.config["WORK_GROUPS"])
