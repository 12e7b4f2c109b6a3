"""The console script `regionhub`: every chore as a command."""

import sys
from importlib import import_module
from typing import NoReturn

import click
from flask.cli import ScriptInfo

from regionhub.commands.wrong_use import in_swedish
from regionhub.config import SettingsFault
from regionhub.start import loading

# Named rather than imported: the app stands above the commands in the house.
_APP = "regionhub.start:create_app"
REFUSED = 1
# Each command and where it lies. A command is imported when it is asked for, so that reading a
# plan time need not wait for the database, the PDF compiler and the whole of the web.
_COMMANDS = {
    "backup": "regionhub.commands.backups:backup",
    "clear-sign-ins": "regionhub.commands.jobs:clear_sign_ins",
    "create-account": "regionhub.commands.accounts:create_account",
    "create-region": "regionhub.commands.regions:create_region",
    "db": "regionhub.commands.migrations:chores",
    "demo": "regionhub.commands.demo:demo",
    "import-plan": "regionhub.commands.import_plan:import_plan",
    "plantime": "regionhub.commands.plantime:plantime",
    "read-imports": "regionhub.commands.jobs:read_imports",
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
        with loading():
            command: click.Command = getattr(import_module(module), name)
        return command


@click.group(cls=_Chores, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="regionhub", message="%(version)s", help="Visa versionen.")
def cli() -> None:
    """Regionhub: verksamhetsplaner, tidsgränser och verksamhetsberättelser."""


def main() -> None:
    """Run the command that was asked for; what goes wrong is one line on stderr.

    Ends with 2 for wrong use, 1 for refused input, settings or a database that is away.
    """
    try:
        sys.exit(cli.main(obj=ScriptInfo(app_import_path=_APP), standalone_mode=False))
    except click.exceptions.NoArgsIsHelpError as wanted:
        wanted.show()
        sys.exit(wanted.exit_code)
    except click.ClickException as wrong:
        _end(in_swedish(wrong), wrong.exit_code)
    except click.Abort:
        _end("Avbrutet.", REFUSED)
    except SettingsFault as fault:
        _end(f"Inställningarna är inte rätt: {fault}", REFUSED)
    except OSError as fault:
        # A port in use, a folder that may not be written to, a full disk.
        _end(f"Det gick inte: {fault.strerror or fault} {fault.filename or ''}", REFUSED)
    except Exception as fault:
        # Asked for only now: most commands that go well need no database.
        if not isinstance(fault, import_module("sqlalchemy.exc").SQLAlchemyError):
            raise
        _end(f"Databasen går inte att använda: {fault}".splitlines()[0], REFUSED)


def _end(message: str, code: int) -> NoReturn:
    click.echo(" ".join(message.split()), err=True)
    sys.exit(code)
