"""Signing in and out."""

import re
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, login_user, logout_user
from wtforms import PasswordField

from regionhub.domain.permissions import Action
from regionhub.services import sign_ins
from regionhub.services.throttle import Throttled
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor
from regionhub.web.forms import Form, LineField, Required, WithinLength
from regionhub.web.signed_in import SignedIn
from regionhub.web.transaction import writes

bp = Blueprint("auth", __name__)
# Browsers drop control characters and take a backslash for a slash: "/\t/elsewhere".
_WITHIN_THE_SITE = re.compile(r"/(?!/)[^\\\x00-\x20\x7f]*")


class SignInForm(Form):
    """E-mail and password."""

    email = LineField(_l("E-postadress"), [Required(_l("Skriv din e-postadress."))])
    password = PasswordField(
        _l("Lösenord"), [Required(_l("Skriv ditt lösenord.")), WithinLength(200)]
    )


@bp.get("/logga-in")
@access(Action.SEE_PUBLIC)
def sign_in() -> Any:
    """The form, or straight on for who is already signed in."""
    if actor().signed_in:
        return redirect(_next())
    return render_template("auth/sign_in.html", form=SignInForm(), next=_next())


@bp.post("/logga-in")
@access(Action.SEE_PUBLIC)
@writes
def sign_in_post() -> Any:
    """Check the password and open a session, always a new one."""
    form = SignInForm()
    if not form.validate():
        return _refused(form, 422)
    try:
        secret = sign_ins.start(
            form.email.data,
            form.password.data,
            came_from=request.remote_addr or "",
            user_agent=request.user_agent.string,
            now=clock.now(),
            demo=current_app.config["REGIONHUB"].demo,
        )
    except Throttled as refusal:
        form.add_error(refusal)
        return _refused(form, 429)
    if secret is None:
        form.form_errors.append(_("Fel e-postadress eller lösenord. Kontrollera och försök igen."))
        return _refused(form, 422)
    _enter(secret)
    return redirect(_next())


@bp.post("/logga-ut")
@access(Action.USE_OWN_ACCOUNT)
@writes
def sign_out() -> Any:
    """Close the session on the server's side too."""
    sign_ins.end(current_user.get_id())
    logout_user()
    session.clear()
    return redirect(url_for("public.start"))


def _refused(form: SignInForm, status: int) -> Any:
    return render_template("auth/sign_in.html", form=form, next=_next()), status


def _enter(secret: str) -> None:
    """Let the browser into the session. What it carried before is dropped, so that nobody who
    planted a session in it comes along.
    """
    if current_user.is_authenticated:
        sign_ins.end(current_user.get_id())
    session.clear()
    session.permanent = True
    login_user(SignedIn(secret))


def _next() -> str:
    """The place that the person came for: a path within this site, nothing else."""
    wanted = request.values.get("next", "")
    return wanted if _WITHIN_THE_SITE.fullmatch(wanted) else url_for("my_page.show")
