"""Signing in and out."""

from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, current_app, redirect, render_template, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_login import current_user, login_user, logout_user
from wtforms import PasswordField

from regionhub.domain.permissions import Action
from regionhub.extensions import db
from regionhub.services import sign_ins
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor
from regionhub.web.forms import Form, LineField, Required, WithinLength
from regionhub.web.signed_in import load
from regionhub.web.transaction import writes

bp = Blueprint("auth", __name__)


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
    """Check the password and open a session; a failure is counted, and so committed."""
    form = SignInForm()
    if not form.validate():
        return render_template("auth/sign_in.html", form=form, next=_next()), 422
    try:
        secret = sign_ins.start(
            form.email.data,
            form.password.data,
            came_from=request.remote_addr or "",
            user_agent=request.user_agent.string,
            now=clock.now(),
            demo=current_app.config["REGIONHUB"].demo or current_app.testing,
        )
    except sign_ins.Throttled as refusal:
        form.add_error(refusal)
        return render_template("auth/sign_in.html", form=form, next=_next()), 429
    if secret is None:
        db.session.commit()
        form.form_errors.append(_("Fel e-postadress eller lösenord. Kontrollera och försök igen."))
        return render_template("auth/sign_in.html", form=form, next=_next()), 422
    target = _next()
    session.clear()
    session.permanent = True
    login_user(load(secret))
    return redirect(target)


@bp.post("/logga-ut")
@access(Action.USE_OWN_ACCOUNT)
@writes
def sign_out() -> Any:
    """Close the session on the server's side too."""
    sign_ins.end(current_user.get_id())
    logout_user()
    session.clear()
    return redirect(url_for("public.start"))


def _next() -> str:
    """The place that the person came for: a path within this site, nothing else."""
    wanted = request.values.get("next", "")
    parts = urlsplit(wanted)
    inside = wanted.startswith("/") and not wanted.startswith(("//", "/\\"))
    if inside and not parts.scheme and not parts.netloc and "\\" not in wanted:
        return wanted
    return url_for("my_page.show")
