"""What was wrong with how a command was used, in a Swedish sentence: click says it in English."""

from typing import Any

import click
from click.exceptions import NoSuchCommand


def in_swedish(wrong: click.ClickException) -> str:
    """The sentence. What is not known here, and what is Swedish already, stands as it is."""
    said = wrong.format_message()
    match wrong:
        case click.NoSuchOption():
            said = f"Valet {wrong.option_name} finns inte.{_meant(wrong.possibilities)}"
        case NoSuchCommand():
            said = f"Kommandot {wrong.command_name} finns inte.{_meant(wrong.possibilities)}"
        case click.MissingParameter(param=click.Parameter() as param):
            said = f"{_name(param)} saknas."
        case click.BadParameter(param=click.Parameter() as param):
            said = f"{_name(param)} går inte att använda. {_wanted(param.type)}"
        case click.BadOptionUsage():
            with_value = "ha ett värde" if "requires" in wrong.message else "stå utan värde"
            said = f"Valet {wrong.option_name} ska {with_value}."
        case click.UsageError() if wrong.message.startswith("Got unexpected extra argument"):
            _, _, words = wrong.message.partition("(")
            said = f"Det står för mycket: {words.removesuffix(')')}."
    return said


def _meant(likely: list[str] | None) -> str:
    return f" Menade du {' eller '.join(likely)}?" if likely else ""


def _name(param: click.Parameter) -> str:
    is_option = isinstance(param, click.Option)
    return max(param.opts, key=len) if is_option else param.human_readable_name


def _wanted(kind: click.ParamType[Any]) -> str:
    match kind:
        case click.Choice():
            return f"Välj bland {', '.join(kind.choices)}."
        case click.IntRange():
            return f"Skriv ett heltal mellan {kind.min} och {kind.max}."
        case click.Path():
            return "Filen finns inte, är en mapp eller går inte att läsa."
    return ""
