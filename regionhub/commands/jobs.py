"""`regionhub worker`, and every scheduled job as a command of its own."""

import click
from flask import current_app
from flask.cli import with_appcontext

from regionhub import scheduler


@click.command()
@with_appcontext
def worker() -> None:
    """Kör de schemalagda jobben tills processen avslutas."""
    scheduler.run_forever(current_app._get_current_object())  # type: ignore[attr-defined]


@click.command("send-mail")
@with_appcontext
def send_mail() -> None:
    """Skicka den e-post som väntar."""
    click.echo(scheduler.send_mail())


@click.command("clear-sign-ins")
@with_appcontext
def clear_sign_ins() -> None:
    """Ta bort inloggningar vars tid har gått ut."""
    click.echo(scheduler.clear_sign_ins())


@click.command("read-imports")
@with_appcontext
def read_imports() -> None:
    """Läs de inskickade filer som tar lång tid."""
    click.echo(scheduler.read_imports())
