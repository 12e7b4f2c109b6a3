"""One's own account: what one may do, the password, and the way out everywhere."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, logout_user
from wtforms import PasswordField

from regionhub.domain.errors import Refused
from regionhub.domain.permissions import Action
from regionhub.models import Account
from regionhub.services import accounts, passwords, seats, sign_ins
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor, region, this_save
from regionhub.web.forms import Form, Required
from regionhub.web.transaction import writes

bp = Blueprint("account", __name__)


class PasswordForm(Form):
    """The old password and a new one."""

    old = PasswordField(_l("Nuvarande lösenord"), [Required(_l("Skriv ditt nuvarande lösenord."))])
    new = PasswordField(
        _l("Nytt lösenord"),
        [Required(_l("Skriv ett nytt lösenord."))],
        description=_l("Minst 12 tecken. Flera ord efter varandra är lätta att minnas."),
    )


@bp.get("/konto")
@access(Action.USE_OWN_ACCOUNT)
def show() -> Any:
    """My account."""
    return _page(PasswordForm())


@bp.post("/konto/losenord")
@access(Action.USE_OWN_ACCOUNT)
@writes
def change_password() -> Any:
    """Change my password; I stay signed in here and nowhere else."""
    form = PasswordForm()
    if not form.validate():
        return _page(form), 422
    try:
        passwords.change_own(
            _mine(),
            old=form.old.data,
            new=form.new.data,
            came_from=request.remote_addr or "",
            this_session=current_user.get_id(),
            save=this_save(),
        )
    except Refused as refusal:
        form.add_error(refusal)
        return _page(form), 422
    flash(_("Lösenordet är bytt. Du är utloggad överallt utom här."), "success")
    return redirect(url_for(".show"))


@bp.post("/konto/logga-ut-overallt")
@access(Action.USE_OWN_ACCOUNT)
@writes
def sign_out_everywhere() -> Any:
    """End all my sessions, this one too."""
    sign_ins.end_others(_mine())
    logout_user()
    session.clear()
    flash(_("Du är utloggad överallt."), "success")
    return redirect(url_for("auth.sign_in"))


def _mine() -> Account:
    return accounts.of_region(region(), actor().account_id or 0)


def _page(form: PasswordForm) -> str:
    account = _mine()
    places = seats.held_by([account.person_id], clock.today()).get(account.person_id, [])
    return render_template(
        "account/show.html",
        account=account,
        roles=accounts.roles_in_words(account),
        places=[(seats.in_words(place), place.group.key) for place in places],
        sessions=sign_ins.living(account, now=clock.now()),
        form=form,
    )
