"""Copies of the database that are whole, taken while it is in use.

A plain copy of a live SQLite file is no backup: it can catch half a write. SQLite's own backup
interface and PostgreSQL's pg_dump see one moment.
"""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from sqlalchemy import URL, make_url, update

from regionhub.database import writing
from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import Region

# More writes than can have come between a backup and its restoring.
LEAP = 1_000_000


def back_up(address: str, file: Path) -> None:
    """Write a whole copy to the file, which must not exist yet."""
    if file.exists():
        raise Refused(f"{file} finns redan. Välj ett annat namn.")
    url = make_url(address)
    partial = file.with_name(file.name + ".del")
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(_path(url), partial)
    else:
        _postgres(url, "pg_dump", "--format=custom", f"--file={partial}")
    partial.replace(file)


def restore(address: str, file: Path) -> None:
    """Replace all that the database holds with what the file holds."""
    _replace(make_url(address), file)
    with writing():
        # Browsers may keep pages of revisions that the restored region has yet to reach.
        db.session.execute(update(Region).values(revision=Region.revision + LEAP))
        db.session.commit()


def _replace(url: URL, file: Path) -> None:
    if url.get_backend_name() == "sqlite":
        _check_sqlite(file)
        db.engine.dispose()
        _copy_sqlite(file, _path(url))
    else:
        _postgres(
            url,
            "pg_restore",
            "--clean",
            "--if-exists",
            "--no-owner",
            "--single-transaction",
            f"--dbname={url.database}",
            str(file),
        )


def _path(url: URL) -> Path:
    return Path(url.database or "")


def _copy_sqlite(source: Path, target: Path) -> None:
    try:
        with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
            here.backup(there)
    except sqlite3.Error as fault:
        raise Refused(
            f"{target} går inte att skriva ({fault}). Finns mappen, och plats?"
        ) from fault


def _check_sqlite(file: Path) -> None:
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            ours = copy.execute("SELECT count(*) FROM alembic_version").fetchone() is not None
    except sqlite3.DatabaseError:
        whole = ours = False
    if not (whole and ours):
        raise Refused(f"{file.name} är ingen hel säkerhetskopia. Inget har ändrats.")


def _postgres(url: URL, program: str, *options: str) -> None:
    command = [program, *options]
    if program == "pg_dump":
        command.append(f"--dbname={url.database}")
    environment = {
        **os.environ,
        "PGHOST": url.host or "",
        "PGPORT": str(url.port or 5432),
        "PGUSER": url.username or "",
        "PGPASSWORD": str(url.password or ""),
    }
    try:
        done = subprocess.run(  # noqa: S603 - the program is fixed, the address is the operator's
            command, env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as absence:
        raise Refused(f"{program} finns inte. Installera postgresql-client.") from absence
    if done.returncode:
        raise Refused(f"{program} misslyckades: {done.stderr.strip().splitlines()[-1]}")
