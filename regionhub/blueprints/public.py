"""What anybody may see: the start page, the accessibility statement, and signs of life."""

from typing import Any

from flask import Blueprint, jsonify, redirect, render_template, url_for
from flask_babel import gettext as _
from sqlalchemy.exc import SQLAlchemyError

from regionhub.domain.permissions import Action
from regionhub.services import regions, schema
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import actor, region

bp = Blueprint("public", __name__)


@bp.get("/")
@access(Action.SEE_PUBLIC)
def start() -> Any:
    """What this is; who is signed in goes straight to work."""
    if actor().signed_in:
        return redirect(url_for("my_page.show"))
    here = region()
    municipalities = regions.municipalities(here, clock.today().year)
    facts = [
        (len(municipalities), _("kommuner"), None),
        (len(regions.groups(here)), _("arbetsgrupper"), None),
    ]
    return render_template("public/start.html", municipalities=municipalities, facts=facts)


@bp.get("/tillganglighet")
@access(Action.SEE_PUBLIC)
def accessibility() -> Any:
    """The accessibility statement."""
    return render_template("public/accessibility.html")


@bp.get("/livez")
@access(Action.SEE_PUBLIC)
def alive() -> Any:
    """The process answers."""
    return jsonify(status="ok")


@bp.get("/readyz")
@access(Action.SEE_PUBLIC)
def ready() -> Any:
    """The database answers and is migrated to this version's head."""
    try:
        migrated = schema.is_at_head()
    except SQLAlchemyError:
        return jsonify(status="database away"), 503
    if not migrated:
        return jsonify(status="not migrated"), 503
    return jsonify(status="ok")
