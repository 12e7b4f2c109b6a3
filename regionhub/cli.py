"""The console script `regionhub`: every chore as a command."""

import sys
from importlib import import_module

import click
from environs import EnvError
from flask.cli import ScriptInfo

# Named rather than imported: the app stands above the commands in the house.
_APP = "regionhub.app:create_app"
# Each command and where it lies. A command is imported when it is asked for, so that reading a
# plan time need not wait for the database, the PDF compiler and the whole of the web.
_COMMANDS = {
    "backup": "regionhub.commands.backups:backup",
    "clear-sign-ins": "regionhub.commands.jobs:clear_sign_ins",
    "create-account": "regionhub.commands.accounts:create_account",
    "db": "flask_migrate.cli:db",
    "demo": "regionhub.commands.demo:demo",
    "import-plan": "regionhub.commands.import_plan:import_plan",
    "plantime": "regionhub.commands.plantime:plantime",
    "restore": "regionhub.commands.backups:restore",
    "run": "regionhub.commands.serve:run",
    "seed-demo": "regionhub.commands.demo:seed_demo",
    "send-mail": "regionhub.commands.jobs:send_mail",
    "worker": "regionhub.commands.jobs:worker",
}


class _Chores(click.Group):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command's name."""
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, or None when there is none of that name."""
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Chores, context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Regionhub: verksamhetsplaner, tidsgränser och verksamhetsberättelser."""


def main() -> None:
    """Run the command that was asked for."""
    try:
        cli.main(obj=ScriptInfo(app_import_path=_APP))
    except (EnvError, ValueError) as fault:
        click.echo(f"Inställningarna är inte rätt: {fault}", err=True)
        sys.exit(1)
