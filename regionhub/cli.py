"""The console script `regionhub`: every chore as a command."""

import sys

import click
from environs import EnvError
from flask.cli import FlaskGroup, ScriptInfo

from regionhub.commands import accounts, backups, demo, import_plan, jobs, plantime, serve

# Named rather than imported: the app stands above the commands in the house.
_APP = "regionhub.app:create_app"


@click.group(
    cls=FlaskGroup,
    add_default_commands=False,
    add_version_option=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def cli() -> None:
    """Regionhub: verksamhetsplaner, tidsgränser och verksamhetsberättelser."""


for command in (
    accounts.create_account,
    backups.backup,
    backups.restore,
    demo.demo,
    demo.seed_demo,
    import_plan.import_plan,
    jobs.clear_sign_ins,
    jobs.send_mail,
    jobs.worker,
    plantime.plantime,
    serve.run,
):
    cli.add_command(command)


def main() -> None:
    """Run the command that was asked for."""
    try:
        cli.main(obj=ScriptInfo(app_import_path=_APP))
    except (EnvError, ValueError) as fault:
        click.echo(f"Inställningarna är inte rätt: {fault}", err=True)
        sys.exit(1)
