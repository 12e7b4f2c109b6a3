"""Who is asking and when, what region this is, and which groups it has."""

from typing import cast

from flask import current_app, g
from flask_login import current_user

from regionhub.domain.errors import NotFound
from regionhub.domain.permissions import VISITOR, Actor
from regionhub.domain.workgroup import WorkGroup
from regionhub.models import Group, Region
from regionhub.services import regions
from regionhub.services.changes import Save
from regionhub.web import clock


def actor() -> Actor:
    """The person asking, or a visitor; looked up once a request."""
    if "actor" not in g:
        g.actor = current_user.session.actor if current_user.is_authenticated else VISITOR
    return cast(Actor, g.actor)


def this_save() -> Save:
    """A save by the person asking, now."""
    return Save(actor(), clock.now())


def region() -> Region:
    """The region that this installation serves; looked up once a request."""
    if "region" not in g:
        _look_up()
    return cast(Region, g.region)


def group() -> Group:
    """The working group whose pages these are; looked up once a request, with the region.

    Raises NotFound where the region has no such group.
    """
    if "group" not in g:
        _look_up()
    if g.group is None:
        raise NotFound(regions.NO_GROUP)
    return cast(Group, g.group)


def in_group() -> bool:
    """Whether this is one of a group's pages."""
    return "declared" in g


def group_id() -> int:
    """The id of the group whose pages these are.

    Whoever is signed in has been told it with the session, which is all that a save needs.
    """
    told = current_user.session.group_id if actor().signed_in else None
    return told or group().id


def _look_up() -> None:
    if in_group():
        g.region, g.group = regions.with_group(g.declared.key)
    else:
        g.region = regions.the_region()


def region_name() -> str:
    """What the region is called. Whoever is signed in has been told with the session."""
    return current_user.session.region_name if actor().signed_in else region().name


def revision() -> int:
    """The region's revision, as the session told before anything of the page was read."""
    return current_user.session.revision if actor().signed_in else region().revision


def declared_groups() -> tuple[WorkGroup, ...]:
    """Every working group as it is declared in its own file."""
    return cast(tuple[WorkGroup, ...], current_app.config["WORK_GROUPS"])
