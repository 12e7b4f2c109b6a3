"""The working groups' members: places given, changed and ended."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.administration.forms import NewSeatForm, SeatForm, seat_words
from regionhub.domain.errors import Refused
from regionhub.domain.permissions import Action
from regionhub.models import Group, Membership, Person
from regionhub.services import people, regions, seats
from regionhub.services.changes import Save
from regionhub.services.people import PersonWords
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import region, this_save
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to administration."""
    group = "/administration/grupper/<group_key>"
    new, one = f"{group}/platser/ny", f"{group}/platser/<int:place_id>"
    bp.add_url_rule("/administration/grupper", "groups", group_list)
    bp.add_url_rule(group, "group", group_page)
    bp.add_url_rule(new, "new_seat", new_seat)
    bp.add_url_rule(new, "give_seat", give_seat, methods=["POST"])
    bp.add_url_rule(one, "seat", seat_page)
    bp.add_url_rule(one, "save_seat", save_seat, methods=["POST"])
    bp.add_url_rule(f"{one}/avsluta", "end_seat", end_seat, methods=["POST"])


@access(Action.ADMINISTER)
def group_list() -> Any:
    """Every group, with how many take part and who leads."""
    rows = seats.summaries(region(), clock.today())
    return render_template("admin/groups.html", rows=rows)


@access(Action.ADMINISTER)
def group_page(group_key: str) -> Any:
    """One group's places: those held now, those to come and those that have ended."""
    group, today = _group(group_key), clock.today()
    places = seats.of_group(group)
    return render_template(
        "admin/group.html",
        group=group,
        held=[place for place in places if place.holds(today)],
        coming=[place for place in places if place.starts and place.starts > today],
        ended=[place for place in places if place.ends and place.ends < today],
    )


@access(Action.ADMINISTER)
def new_seat(group_key: str) -> Any:
    """The empty form."""
    form = NewSeatForm(people.everybody(region()), data={"starts": clock.today()})
    return _new_page(_group(group_key), form)


@access(Action.ADMINISTER)
@writes
def give_seat(group_key: str) -> Any:
    """Give somebody a place, also somebody new."""
    group = _group(group_key)
    form = NewSeatForm(people.everybody(region()))
    given: list[Membership] = []

    def give() -> None:
        save = this_save()
        given.append(seats.give(group, _who(form, save), form.words, save=save))

    if not saved(form, give):
        return _new_page(group, form), 422
    flash(_("%(name)s har nu en plats i gruppen.", name=given[0].person.name), "success")
    return redirect(url_for(".group", group_key=group_key))


@access(Action.ADMINISTER)
def seat_page(group_key: str, place_id: int) -> Any:
    """One place, to change."""
    place = seats.one(_group(group_key), place_id)
    return _seat_page(place, _form(place))


@access(Action.ADMINISTER)
@writes
def save_seat(group_key: str, place_id: int) -> Any:
    """Change the place."""
    place = seats.one(_group(group_key), place_id)
    form = SeatForm()
    wrong = not_saved(
        form,
        lambda: seats.change(place, form.words, version=form.version.seen, save=this_save()),
        page=lambda: _seat_page(place, form),
        theirs=lambda: _form(place),
        back=url_for(".group", group_key=group_key),
    )
    if wrong:
        return wrong
    flash(_("Platsen är sparad."), "success")
    return redirect(url_for(".group", group_key=group_key))


@access(Action.ADMINISTER)
@writes
def end_seat(group_key: str, place_id: int) -> Any:
    """Let the place end today."""
    place = seats.one(_group(group_key), place_id)
    seats.end(place, last_day=clock.today(), save=this_save())
    flash(_("Platsen för %(name)s slutar i dag.", name=place.person.name), "success")
    return redirect(url_for(".group", group_key=group_key))


def _who(form: NewSeatForm, save: Save) -> Person:
    if form.chosen is not None:
        return form.chosen
    if not form.name.data:
        raise Refused(_("Välj en person i listan, eller skriv en ny persons namn."), field="person")
    words = PersonWords(form.name.data, "", "", "", form.place)
    return people.create(region(), words, save=save)


def _group(group_key: str) -> Group:
    return regions.group(region(), group_key)


def _form(place: Membership) -> SeatForm:
    return SeatForm(formdata=None, data=seat_words(place))


def _new_page(group: Group, form: NewSeatForm) -> str:
    return render_template("admin/new_seat.html", group=group, form=form)


def _seat_page(place: Membership, form: SeatForm) -> str:
    return render_template("admin/seat.html", place=place, group=place.group, form=form)
