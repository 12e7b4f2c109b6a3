"""`regionhub db`: the database's migrations.

Bound to the app here and not in `create_app`: only these chores need Alembic, which every web
process would otherwise carry (a tenth of its start and 10 MB).
"""

from typing import Any

import flask_migrate
from flask import Flask, current_app
from flask.cli import with_appcontext
from flask_migrate.cli import db as chores

from regionhub.extensions import db
from regionhub.folders import MIGRATIONS

_migrate = flask_migrate.Migrate(db=db, directory=str(MIGRATIONS))
_as_given = chores.callback


def bind(app: Flask) -> None:
    """Tell Flask-Migrate where this app's database and migrations are."""
    _migrate.init_app(app)


def upgrade() -> None:
    """Bring the present app's database to the head."""
    bind(current_app)
    flask_migrate.upgrade()


@with_appcontext
def _bound_first(**options: Any) -> None:
    bind(current_app)
    _as_given(**options)


chores.callback = _bound_first
