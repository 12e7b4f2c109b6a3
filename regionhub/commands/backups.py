"""`regionhub backup` and `regionhub restore`."""

from pathlib import Path

import click
from flask import current_app
from flask.cli import with_appcontext

from regionhub.commands.refusals import says_no
from regionhub.services import backups


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@with_appcontext
@says_no
def backup(file: Path) -> None:
    """Säkerhetskopiera databasen till FILE.

    Webbplatsen kan vara i gång. En fil som finns skrivs inte över.
    """
    backups.back_up(current_app.config["REGIONHUB"].database_url, file)
    click.echo(f"Säkerhetskopian ligger i {file}.")


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.confirmation_option(
    prompt="Allt som finns i databasen nu ersätts. Fortsätta?", help="Fråga inte först."
)
@with_appcontext
@says_no
def restore(file: Path) -> None:
    """Återställ databasen från FILE. Stoppa webbplatsen först."""
    backups.restore(current_app.config["REGIONHUB"].database_url, file)
    click.echo("Databasen är återställd. Kör regionhub db upgrade om programmet är nyare.")
