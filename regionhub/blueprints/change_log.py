"""Everything that has happened in the region, in words."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from flask import Blueprint, render_template, request, url_for

from regionhub.domain.permissions import Action
from regionhub.models import Change
from regionhub.services import changes, regions
from regionhub.services.changes import Where
from regionhub.web.access import access
from regionhub.web.current import actor, region
from regionhub.web.forms import clean
from regionhub.web.happenings import told
from regionhub.web.paging import page_number

bp = Blueprint("change_log", __name__)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the log, and a link to what it is about where that can be shown."""

    who: str
    when: str
    sentence: str
    about: str
    href: str | None


@bp.get("/handelser/")
@access(Action.SEE_CHANGES)
def show() -> Any:
    """The change log, a page at a time; of one group or one person if asked."""
    groups = {group.key: group for group in regions.groups(region())}
    group = groups.get(request.args.get("grupp", ""))
    who = clean(request.args.get("vem"))
    page = changes.of_region(
        region().id,
        actor(),
        group_id=group.id if group else None,
        who=who,
        number=page_number(),
    )
    return render_template(
        "change_log/show.html",
        page=page,
        log=_lines(page.items),
        groups=[(key, group.name) for key, group in groups.items()],
        names=[(name, name) for name in changes.names(region().id)],
        group=group,
        who=who,
    )


def _lines(page: Sequence[Change]) -> list[Line]:
    where = changes.where(page)
    return [
        Line(**asdict(happening), about=_about(place), href=_href(place))
        for change, happening in zip(page, told(page), strict=True)
        for place in [where.get(change.id)]
    ]


def _about(place: Where | None) -> str:
    if place is None:
        return ""
    plan = f"{place.group_name} {place.year}" if place.year else place.group_name
    return f"{plan}: {place.title}" if place.title else plan


def _href(place: Where | None) -> str | None:
    if place is None:
        return None
    if place.year is None:
        return url_for(f"{place.group_key}.group")
    if place.activity_id is None:
        return url_for(f"{place.group_key}.plan", year=place.year)
    where: dict[str, Any] = {"year": place.year, "activity_id": place.activity_id}
    return url_for(f"{place.group_key}.activity", **where)
