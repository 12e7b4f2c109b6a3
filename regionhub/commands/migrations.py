"""`regionhub db`: the database's migrations.

Bound to the app here and not in `create_app`: only these chores need Alembic, which every web
process would otherwise carry (a tenth of its start and 10 MB).
"""

from collections.abc import Callable
from typing import Any

import flask_migrate
from flask import Flask, current_app, g
from flask.cli import with_appcontext
from flask_migrate.cli import db as chores

from regionhub.extensions import db
from regionhub.folders import MIGRATIONS

# The chores that an installation and a developer need. The rest can be had by name.
_TOLD = {
    "check": "Säg om modellerna har något som ingen migrering har.",
    "current": "Visa var databasen står.",
    "downgrade": "Gå tillbaka till en äldre version.",
    "history": "Visa alla versioner, den nyaste först.",
    "migrate": "Skriv en ny migrering av det som skiljer.",
    "upgrade": "För databasen till den nyaste versionen.",
}
_migrate = flask_migrate.Migrate(db=db, directory=str(MIGRATIONS))


def bind(app: Flask) -> None:
    """Tell Flask-Migrate where this app's database and migrations are."""
    _migrate.init_app(app)


def upgrade() -> None:
    """Bring the present app's database to the head."""
    bind(current_app)
    flask_migrate.upgrade()


def _bound_first(chore: Callable[..., Any]) -> Callable[..., Any]:
    """The chore with the app bound before it. Its --help is to be had without an app."""

    @with_appcontext
    def bound(**options: Any) -> Any:
        bind(current_app)
        # What Flask-Migrate lets be said before the chore's name, and we do not.
        g.directory, g.x_arg = None, ()
        return chore(**options)

    return bound


chores.help = "Databasens versioner."
chores.callback = None
chores.params = []
for _name, _command in chores.commands.items():
    assert _command.callback is not None
    _command.callback = _bound_first(_command.callback)
    _command.help = _TOLD.get(_name, _command.help)
    _command.hidden = _name not in _TOLD
