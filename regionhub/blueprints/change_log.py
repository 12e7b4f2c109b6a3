"""Everything that has happened in the region, in words."""

from typing import Any

from flask import Blueprint, render_template, request

from regionhub.blueprints.engine.happenings import told
from regionhub.domain.permissions import Action
from regionhub.services import changes, regions
from regionhub.web.access import access
from regionhub.web.current import actor, region
from regionhub.web.forms import clean
from regionhub.web.paging import page_number

bp = Blueprint("change_log", __name__)


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
        log=told(page.items),
        groups=[(key, group.name) for key, group in groups.items()],
        names=[(name, name) for name in changes.names(region().id)],
        group=group,
        who=who,
    )
