"""How a command says no: one line on stderr, and the exit code of refused input."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from regionhub.domain.errors import DomainError

REFUSED = 1


def says_no(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn a domain's refusal into one line on stderr and exit code 1."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except DomainError as refusal:
            click.echo(refusal.message, err=True)
            sys.exit(REFUSED)

    return wrapped
