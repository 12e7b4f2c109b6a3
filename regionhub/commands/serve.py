"""`regionhub run`: serve the site with the embedded server."""

import click
import waitress
from flask import current_app
from flask.cli import with_appcontext

THREADS = 8


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adress att svara på.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="Port att svara på.",
)
@with_appcontext
def run(host: str, port: int) -> None:
    """Starta webbplatsen. Bakom nginx i drift: se docs/operations.md."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    waitress.serve(app, host=host, port=port, threads=THREADS, ident=None)
