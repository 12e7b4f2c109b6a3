"""`regionhub create-region`: what an installation is for, told in one file."""

from pathlib import Path

import click
from flask.cli import with_appcontext

from regionhub.blueprints import registry
from regionhub.commands.refusals import says_no
from regionhub.database import writing
from regionhub.domain.permissions import SYSTEM
from regionhub.extensions import db
from regionhub.importing import region_file
from regionhub.services import region_set_up
from regionhub.services.changes import Save
from regionhub.web import clock


@click.command("create-region")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@with_appcontext
@says_no
def create_region(file: Path) -> None:
    """Lägg upp regionen efter FILE (TOML). Kör igen när filen har ändrats."""
    told = region_file.read(file.read_bytes())
    with writing():
        region = region_set_up.lay(told, registry.GROUPS, save=Save(actor=SYSTEM, at=clock.now()))
        db.session.commit()
    click.echo(f"{region.name} finns nu, med {len(told.municipalities)} kommuner.")
