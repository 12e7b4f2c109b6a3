"""The people of the region, with or without an account."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.administration.forms import PersonForm, person_words
from regionhub.domain.permissions import Action
from regionhub.models import Person
from regionhub.services import accounts, people, seats
from regionhub.web.access import access
from regionhub.web.current import region, this_save
from regionhub.web.paging import asked
from regionhub.web.saving import not_saved, saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to administration."""
    new, one = "/administration/personer/ny", "/administration/personer/<int:person_id>"
    bp.add_url_rule("/administration/personer", "people", person_list)
    bp.add_url_rule(new, "new_person", new_person)
    bp.add_url_rule(new, "create_person", create_person, methods=["POST"])
    bp.add_url_rule(one, "person", person_page)
    bp.add_url_rule(one, "save_person", save_person, methods=["POST"])


@access(Action.ADMINISTER)
def person_list() -> Any:
    """Everybody, or those who are searched for."""
    words, number = asked()
    page = people.search(region(), words, number=number)
    with_account = accounts.by_person([person.id for person in page.items])
    return render_template("admin/people.html", page=page, with_account=with_account, q=words)


@access(Action.ADMINISTER)
def new_person() -> Any:
    """The empty form."""
    return _page(PersonForm(), None)


@access(Action.ADMINISTER)
@writes
def create_person() -> Any:
    """Add somebody."""
    form = PersonForm()
    made: list[Person] = []

    def create() -> None:
        made.append(people.create(region(), form.words, save=this_save()))

    if not saved(form, create):
        return _page(form, None), 422
    flash(_("%(name)s är tillagd.", name=made[0].name), "success")
    return redirect(url_for(".person", person_id=made[0].id))


@access(Action.ADMINISTER)
def person_page(person_id: int) -> Any:
    """One person: what is written, the places in groups, the account."""
    person = people.of_region(region(), person_id)
    return _page(_form(person), person)


@access(Action.ADMINISTER)
@writes
def save_person(person_id: int) -> Any:
    """Save what is written about the person."""
    person = people.of_region(region(), person_id)
    form = PersonForm()
    wrong = not_saved(
        form,
        lambda: people.edit(person, form.words, version=form.version.seen, save=this_save()),
        page=lambda: _page(form, person),
        theirs=lambda: _form(person),
        back=url_for(".person", person_id=person_id),
    )
    if wrong:
        return wrong
    flash(_("Uppgifterna är sparade."), "success")
    return redirect(url_for(".person", person_id=person_id))


def _form(person: Person) -> PersonForm:
    return PersonForm(formdata=None, data=person_words(person))


def _page(form: PersonForm, person: Person | None) -> str:
    return render_template(
        "admin/person.html",
        form=form,
        person=person,
        places=seats.of_person(person.id) if person else [],
        account_id=accounts.by_person([person.id]).get(person.id) if person else None,
    )
