"""Accounts: who gets in, as what, with a first or a new password."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask_babel import gettext as _

from regionhub.blueprints.administration.forms import (
    AccountForm,
    NewcomerForm,
    PasswordForm,
    RoleForm,
    person_words,
    role_words,
)
from regionhub.domain.permissions import Action
from regionhub.models import Account, Membership, Person
from regionhub.services import accounts, passwords, people, seats
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor, region, this_save
from regionhub.web.forms import Form
from regionhub.web.paging import asked
from regionhub.web.saving import saved
from regionhub.web.transaction import writes


def add_routes(bp: Blueprint) -> None:
    """Add the pages to administration."""
    one = "/administration/konton/<int:account_id>"
    known = "/administration/personer/<int:person_id>/konto"
    bp.add_url_rule("/administration/konton", "accounts", account_list)
    bp.add_url_rule("/administration/konton/nytt", "new_account", new_account)
    bp.add_url_rule(
        "/administration/konton/nytt", "create_account", create_account, methods=["POST"]
    )
    bp.add_url_rule(known, "new_account_of", new_account)
    bp.add_url_rule(known, "create_account_of", create_account, methods=["POST"])
    bp.add_url_rule(one, "account", account_page)
    bp.add_url_rule(f"{one}/roll", "give_role", give_role, methods=["POST"])
    bp.add_url_rule(f"{one}/losenord", "give_password", give_password, methods=["POST"])
    bp.add_url_rule(f"{one}/stang", "close_account", close_account)
    bp.add_url_rule(f"{one}/stang", "close_account_post", close_account_post, methods=["POST"])
    bp.add_url_rule(f"{one}/oppna", "reopen_account", reopen_account, methods=["POST"])


@access(Action.ADMINISTER)
def account_list() -> Any:
    """Every account, or those that are searched for."""
    words, number = asked()
    page = accounts.search(region(), words, number=number)
    held = seats.held_by([account.person_id for account in page.items], clock.today())
    rows = [(account, _parts(account, held.get(account.person_id, []))) for account in page.items]
    return render_template("admin/accounts.html", rows=rows, page=page, q=words)


@access(Action.ADMINISTER)
def new_account(person_id: int | None = None) -> Any:
    """The empty form, with what is known of the person."""
    person = _person(person_id)
    known = person_words(person) if person else {}
    return _new_page(_new_form(person, data=known), person)


@access(Action.ADMINISTER)
@writes
def create_account(person_id: int | None = None) -> Any:
    """Make the account. Its first password is shown in this answer and never again."""
    person = _person(person_id)
    form = _new_form(person)
    password = form.password.data or passwords.made_up()
    made: list[Account] = []

    def create() -> None:
        made.append(
            accounts.create(
                region(),
                email=form.email.data,
                password=password,
                name="" if person else form.name.data,
                person=person,
                role=form.wanted,
                municipality=form.place,
                save=this_save(),
            )
        )

    if not saved(form, create):
        return _new_page(form, person), 422
    return render_template("admin/password.html", account=made[0], password=password, new=True)


@access(Action.ADMINISTER)
def account_page(account_id: int) -> Any:
    """One account: what it may do, and what can be done with it."""
    return _account_page(_account(account_id))


@access(Action.ADMINISTER)
@writes
def give_role(account_id: int) -> Any:
    """Change the account's role beyond groups."""
    account = _account(account_id)
    form = RoleForm()

    def give() -> None:
        accounts.give_role(
            account,
            role=form.wanted,
            municipality=form.place,
            version=form.version.seen,
            save=this_save(),
        )

    if not saved(form, give):
        return _account_page(account, role_form=form), 422
    flash(_("Rollen är sparad och gäller genast."), "success")
    return redirect(url_for(".account", account_id=account_id))


@access(Action.ADMINISTER)
@writes
def give_password(account_id: int) -> Any:
    """Give a new password; the account is signed out everywhere."""
    account = _account(account_id)
    form = PasswordForm()
    password = form.password.data or passwords.made_up()
    if not saved(form, lambda: passwords.give(account, password=password, save=this_save())):
        return _account_page(account, password_form=form), 422
    return render_template("admin/password.html", account=account, password=password, new=False)


@access(Action.ADMINISTER)
def close_account(account_id: int) -> Any:
    """Ask before an account is closed."""
    return _close_page(_account(account_id), Form())


@access(Action.ADMINISTER)
@writes
def close_account_post(account_id: int) -> Any:
    """Close the account."""
    account = _account(account_id)
    form = Form()
    if not saved(form, lambda: accounts.close(account, save=this_save())):
        return _close_page(account, form), 422
    flash(_("Kontot för %(name)s är stängt.", name=account.person.name), "success")
    return redirect(url_for(".account", account_id=account_id))


@access(Action.ADMINISTER)
@writes
def reopen_account(account_id: int) -> Any:
    """Open a closed account again."""
    account = _account(account_id)
    accounts.reopen(account, save=this_save())
    flash(_("Kontot för %(name)s är öppet igen.", name=account.person.name), "success")
    return redirect(url_for(".account", account_id=account_id))


def _parts(account: Account, places: list[Membership]) -> list[str]:
    """Everything that the account is in the region, in words."""
    return [*accounts.roles_in_words(account), *map(seats.in_words, places)]


def _account(account_id: int) -> Account:
    return accounts.of_region(region(), account_id)


def _person(person_id: int | None) -> Person | None:
    return people.of_region(region(), person_id) if person_id is not None else None


def _new_form(person: Person | None, **kwargs: Any) -> Any:
    return AccountForm(**kwargs) if person is not None else NewcomerForm(**kwargs)


def _new_page(form: Form, person: Person | None) -> str:
    return render_template("admin/new_account.html", form=form, person=person)


def _close_page(account: Account, form: Form) -> str:
    return render_template("admin/close_account.html", account=account, form=form)


def _account_page(
    account: Account,
    *,
    role_form: RoleForm | None = None,
    password_form: PasswordForm | None = None,
) -> str:
    return render_template(
        "admin/account.html",
        account=account,
        roles=accounts.roles_in_words(account),
        places=seats.held_by([account.person_id], clock.today()).get(account.person_id, []),
        in_words=seats.in_words,
        role_form=role_form or _role_form(account),
        password_form=password_form or PasswordForm(),
        own=account.id == actor().account_id,
    )


def _role_form(account: Account) -> RoleForm:
    return RoleForm(formdata=None, data=role_words(account))
