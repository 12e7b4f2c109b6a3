"""Calendars of deadlines: one's secret addresses, and the feeds behind them."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, cast

from flask import (
    Blueprint,
    Response,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import RadioField, SelectField
from wtforms.fields.choices import SelectChoice

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.feeds import FeedScope
from regionhub.domain.permissions import Action
from regionhub.models import FeedToken, Group, Municipality
from regionhub.services import feed_events, feeds, regions
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor, region, this_save
from regionhub.web.forms import Form
from regionhub.web.kept import kept_for_a_revision
from regionhub.web.transaction import writes
from regionhub.web.unchanged import Held, Told, answers_unchanged_to

bp = Blueprint("calendar", __name__)


class FeedForm(Form):
    """What a new calendar should cover."""

    scope = RadioField(
        _l("Vad ska kalendern visa?"),
        choices=[
            SelectChoice(FeedScope.OWN.value, _l("Mina egna aktiviteter")),
            SelectChoice(FeedScope.GROUP.value, _l("En arbetsgrupp")),
            SelectChoice(FeedScope.MUNICIPALITY.value, _l("En kommun")),
            SelectChoice(FeedScope.REGION.value, _l("Hela regionen")),
        ],
        default=FeedScope.OWN.value,
    )
    group = SelectField(
        _l("Arbetsgrupp"), default="", description=_l("Fyll i om du valde en arbetsgrupp.")
    )
    municipality = SelectField(
        _l("Kommun"), default="", description=_l("Fyll i om du valde en kommun.")
    )


class RevokeForm(Form):
    """Nothing to fill in: the button is the answer."""


@bp.get("/kalender/")
@access(Action.MAKE_FEED)
def show() -> Any:
    """My calendars, and a form for a new one."""
    return _page(_form())


@bp.post("/kalender/")
@access(Action.MAKE_FEED)
@writes
def make() -> Any:
    """A new calendar. Its address is shown in this answer and never again."""
    form = _form()
    if not form.validate():
        return _page(form), 422
    groups = {group.key: group for group in regions.groups(region())}
    places = {place.key: place for place in _municipalities()}
    try:
        feed, secret = feeds.make(
            region(),
            scope=FeedScope(form.scope.data),
            group=groups.get(form.group.data),
            municipality=places.get(form.municipality.data),
            save=this_save(),
        )
    except Refused as refusal:
        form.add_error(refusal)
        return _page(form), 422
    return _page(_form(), made=feed, address=f"{_base_url()}{url_for('.feed', secret=secret)}")


@bp.get("/kalender/<int:feed_id>/ta-bort")
@access(Action.MAKE_FEED)
def ask_revoke(feed_id: int) -> Any:
    """Ask before the address stops answering in whatever program it is in."""
    return render_template(
        "calendar/revoke.html", feed=feeds.own(actor(), feed_id), form=RevokeForm()
    )


@bp.post("/kalender/<int:feed_id>/ta-bort")
@access(Action.MAKE_FEED)
@writes
def revoke(feed_id: int) -> Any:
    """Close one of my calendars."""
    feed = feeds.revoke(region(), feed_id, save=this_save())
    flash(_("Adressen för %(name)s gäller inte längre.", name=feed.name), "success")
    return redirect(url_for(".show"))


def _told_of_feed(_held: Held, values: Mapping[str, Any]) -> Told:
    try:
        found = _found(values["secret"])
    except NotFound:
        return None
    return found.feed_id, found.revision, current_app.config["REGIONHUB"].base_url


@bp.get("/kalender/<secret>.ics")
@answers_unchanged_to(_told_of_feed)
@access(Action.SEE_PUBLIC)
def feed(secret: str) -> Any:
    """The calendar behind a secret address; the address itself is the credential."""
    found = _found(secret)
    content = _content(found.revision, found.feed_id, _base_url(), clock.today())
    response = Response(content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'inline; filename="regionhub.ics"'
    return response


def _found(secret: str) -> feeds.Found:
    """The feed behind a secret; looked up once a request."""
    if "feed" not in g:
        g.feed = feeds.find(secret)
    return cast(feeds.Found, g.feed)


@kept_for_a_revision(32)
def _content(_revision: int, feed_id: int, base_url: str, today: date) -> bytes:
    """What the feed says; each worker puts it together once for each revision of the region."""
    return feed_events.calendar(feeds.by_id(feed_id), base_url=base_url, today=today)


def _form() -> FeedForm:
    groups, places = regions.groups(region()), _municipalities()
    form = FeedForm(data=_likely(groups, places))
    nothing = SelectChoice("", _("Välj …"))
    form.group.choices = [nothing, *(SelectChoice(g.key, g.name) for g in groups)]
    form.municipality.choices = [nothing, *(SelectChoice(m.key, m.name) for m in places)]
    return form


def _likely(groups: Sequence[Group], places: Sequence[Municipality]) -> dict[str, str]:
    """What the person most likely wants: the own activities, the own municipality, or all."""
    person = actor()
    scope = FeedScope.OWN
    if not person.seats and person.chief_of:
        scope = FeedScope.MUNICIPALITY
    elif not person.seats and (person.office or person.auditor):
        scope = FeedScope.REGION
    own_places = person.chief_of | {seat.municipality_id for seat in person.seats}
    return {
        "scope": scope.value,
        "group": _the_one(group.key for group in groups if group.id in person.group_ids()),
        "municipality": _the_one(place.key for place in places if place.id in own_places),
    }


def _the_one(keys: Iterable[str]) -> str:
    """The key, where there is only one to choose."""
    found = list(keys)
    return found[0] if len(found) == 1 else ""


def _municipalities() -> list[Municipality]:
    return regions.municipalities(region(), clock.today().year)


def _page(form: FeedForm, made: FeedToken | None = None, address: str | None = None) -> str:
    return render_template(
        "calendar/show.html",
        form=form,
        feeds=feeds.of_account(actor().account_id or 0),
        made=made,
        address=address,
    )


def _base_url() -> str:
    configured: str = current_app.config["REGIONHUB"].base_url
    return (configured or request.url_root).rstrip("/")
