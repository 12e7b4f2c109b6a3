"""`regionhub create-account`: the first account of an installation, and any after it."""

import click
from flask.cli import with_appcontext

from regionhub.commands.refusals import says_no
from regionhub.database import writing
from regionhub.domain.errors import Refused
from regionhub.domain.permissions import SYSTEM, Role
from regionhub.extensions import db
from regionhub.services import accounts, regions
from regionhub.services.changes import Save
from regionhub.web import clock

_ROLES = {"kansli": Role.OFFICE, "kommunchef": Role.CHIEF, "revisor": Role.AUDITOR}


@click.command("create-account")
@click.argument("email")
@click.option("--name", required=True, help="Personens namn.")
@click.option("--role", type=click.Choice(sorted(_ROLES)), help="Roll utöver grupperna.")
@click.option("--municipality", "key", help="Kommunens nyckel, till exempel umea.")
@click.option(
    "--password",
    prompt="Lösenord",
    hide_input=True,
    confirmation_prompt="Lösenordet en gång till",
    help="Frågas efter om det inte anges, vilket är säkrare.",
)
@with_appcontext
@says_no
def create_account(email: str, name: str, role: str | None, key: str | None, password: str) -> None:
    """Lägg upp ett konto för den som har adressen EMAIL."""
    with writing():
        region = regions.the_region()
        places = regions.municipalities(region, clock.today().year)
        place = next((p for p in places if p.key == key), None)
        if key is not None and place is None:
            raise Refused(
                f"Kommunen {key} finns inte. Välj bland {', '.join(p.key for p in places)}."
            )
        account = accounts.create(
            region,
            email=email,
            name=name,
            password=password,
            save=Save(SYSTEM, clock.now()),
            role=_ROLES[role] if role else None,
            municipality=place,
        )
        db.session.commit()
    click.echo(f"Kontot {account.email} finns nu.")
