"""`regionhub demo` and `regionhub seed-demo`: the whole of it on invented people."""

import os
import secrets
import signal
import subprocess
import sys
from pathlib import Path

import click
import waitress
from flask import Flask, current_app
from flask.cli import with_appcontext

from regionhub.commands.migrations import upgrade
from regionhub.commands.refusals import says_no
from regionhub.commands.serve import THREADS
from regionhub.config import DEMO_KEY_FILE, instance_folder
from regionhub.database import writing
from regionhub.demo import seed
from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.web import clock


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Adress att svara på.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    envvar="PORT",
    type=click.IntRange(1, 65535),
    help="Port att svara på, annars PORT i miljön.",
)
@click.pass_context
def demo(context: click.Context, host: str, port: int) -> None:
    """Starta en region att prova.

    Alla personer är påhittade. Det du gör finns kvar till nästa gång.
    """
    _keep_secret(instance_folder() / DEMO_KEY_FILE)
    app: Flask = context.obj.load_app()
    with app.app_context():
        upgrade()
        _fill()
        click.echo(seed.welcome(f"http://{host}:{port}"))
    # Ended from outside, the demo takes its worker with it.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    jobs = subprocess.Popen([sys.executable, "-m", "regionhub", "worker"])
    try:
        waitress.serve(app, host=host, port=port, threads=THREADS, ident=None)
    finally:
        jobs.terminate()
        jobs.wait()


@click.command("seed-demo")
@with_appcontext
@says_no
def seed_demo() -> None:
    """Fyll en tom, migrerad databas med demoregionen."""
    if not current_app.config["REGIONHUB"].demo:
        raise Refused("Demoregionen läggs bara upp i demoläge: sätt REGIONHUB_DEMO=true.")
    _fill()


def _fill() -> None:
    with writing():
        if seed.needed():
            seed.fill(today=clock.today(), now=clock.now())
            db.session.commit()


def _keep_secret(file: Path) -> None:
    """Make the demo's secret key once; its file is what says that this instance is a demo."""
    if "REGIONHUB_SECRET_KEY" in os.environ or file.exists():
        os.environ.setdefault("REGIONHUB_DEMO", "true")
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    file.touch(mode=0o600)
    file.write_text(secrets.token_urlsafe(48), encoding="utf-8")
