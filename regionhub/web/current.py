"""Who is asking, what region this is, and which groups it has."""

from typing import cast

from flask import current_app, g
from flask_login import current_user

from regionhub.domain.permissions import VISITOR, Actor
from regionhub.domain.workgroup import WorkGroup
from regionhub.models import Region
from regionhub.services import regions


def actor() -> Actor:
    """The person asking, or a visitor; looked up once a request."""
    if "actor" not in g:
        g.actor = current_user.session.actor if current_user.is_authenticated else VISITOR
    return cast(Actor, g.actor)


def region() -> Region:
    """The region that this installation serves; looked up once a request."""
    if "region" not in g:
        g.region = regions.the_region()
    return cast(Region, g.region)


def enter_group(key: str) -> None:
    """Step into a group's pages: the region and the group are looked up in one question."""
    g.region, g.group = regions.with_group(key)


def region_name() -> str:
    """What the region is called. Whoever is signed in has been told with the session."""
    return current_user.session.region_name if actor().signed_in else region().name


def revision() -> int:
    """The region's revision, as the session told before anything of the page was read."""
    return current_user.session.revision if actor().signed_in else region().revision


def declared_groups() -> tuple[WorkGroup, ...]:
    """Every working group as it is declared in its own file."""
    return cast(tuple[WorkGroup, ...], current_app.config["WORK_GROUPS"])
