"""What every page's frame needs: the ways in, who I am, and that a demo says it is one."""

from dataclasses import dataclass
from typing import Any, cast

from flask import Flask, current_app, g, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from werkzeug.local import LocalProxy

from regionhub.domain.permissions import Action
from regionhub.domain.swedish import long_date
from regionhub.web import clock
from regionhub.web.access import may
from regionhub.web.current import actor, in_group, region_name
from regionhub.web.version import VERSION


@dataclass(frozen=True, slots=True)
class WayIn:
    """One of the at most six ways in, and whether we stand there."""

    label: str
    href: str
    current: bool


def prepare(app: Flask) -> None:
    """Give every template the frame's values."""
    app.context_processor(_frame)


def _frame() -> dict[str, Any]:
    return {
        "may": may,
        "Action": Action,
        "lang": (get_locale().language if get_locale() else "sv"),
        # Proxies, so that an error page which shows neither asks the database nothing.
        "me": LocalProxy(_me),
        "region_name": LocalProxy(region_name),
        "ways_in": LocalProxy(_ways_in),
        "demo_today": long_date(clock.today()) if current_app.config["REGIONHUB"].demo else None,
        "support_email": current_app.config["REGIONHUB"].support_email,
        "version": VERSION,
    }


def _me() -> Any:
    return actor() if actor().signed_in else None


def _ways_in() -> list[WayIn]:
    # A proxy asks anew at every touch; the ways are looked out once a page.
    if "ways_in" not in g:
        g.ways_in = _ways() if actor().signed_in else []
    return cast(list[WayIn], g.ways_in)


def _ways() -> list[WayIn]:
    year = clock.today().year
    ways = [
        (_("Min sida"), url_for("my_page.show")),
        (_("Grupper"), url_for("groups.show")),
        (_("Översikt"), url_for("overview.show", year=year)),
        (_("Kalender"), url_for("calendar.show")),
        (_("Rapporter"), url_for("reports.show")),
    ]
    if may(Action.ADMINISTER):
        ways.append((_("Administration"), url_for("admin.show")))
    return [WayIn(label, href, _stands_in(href)) for label, href in ways]


def _stands_in(href: str) -> bool:
    first, here = href.split("/")[1], request.path.split("/")[1]
    if in_group() or here == "handelser":
        return first == "grupper"
    return here == first
