"""Copies of the database that are whole, taken while it is in use.

A plain copy of a live SQLite file is no backup: it can catch half a write. SQLite's own backup
interface and PostgreSQL's pg_dump see one moment.
"""

import os
import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import URL, make_url, update

from regionhub.database import writing
from regionhub.domain.errors import Refused
from regionhub.extensions import db
from regionhub.models import Region

# More writes than can have come between a backup and its restoring.
LEAP = 1_000_000
_NO_TABLES = """
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema() LOOP
    EXECUTE format('DROP TABLE %I CASCADE', name);
  END LOOP;
END
$$
"""


def back_up(address: str, file: Path) -> None:
    """Write a whole copy to the file, which must not exist yet."""
    if file.exists():
        raise Refused(f"{file} finns redan. Välj ett annat namn.")
    url = make_url(address)
    partial = file.with_name(file.name + ".del")
    if url.get_backend_name() == "sqlite":
        _copy_sqlite(_path(url), partial)
    else:
        _postgres(url, "pg_dump", "--format=custom", f"--file={partial}", _dbname(url))
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
        _replace_postgres(url, file)


def _replace_postgres(url: URL, file: Path) -> None:
    """All or nothing. Every table goes first, also what a newer version of the program has added:
    pg_restore can clear away no more than the file knows of.
    """
    if " alembic_version " not in _postgres(url, "pg_restore", "--list", str(file)):
        raise _no_backup(file)
    with TemporaryDirectory() as folder:
        script = Path(folder) / "whole.sql"
        _postgres(url, "pg_restore", "--no-owner", f"--file={script}", str(file))
        _postgres(
            url,
            "psql",
            _dbname(url),
            "--no-psqlrc",
            "--quiet",
            "--single-transaction",
            "--set=ON_ERROR_STOP=1",
            f"--command={_NO_TABLES}",
            f"--file={script}",
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
        raise _no_backup(file)


def _dbname(url: URL) -> str:
    """The database's address, with what it says of encryption. Other people on the machine see
    it, so it is without the password.
    """
    shown = url.set(drivername="postgresql", password=None).render_as_string()
    return f"--dbname={shown}"


def _no_backup(file: Path) -> Refused:
    return Refused(f"{file.name} är ingen hel säkerhetskopia. Inget har ändrats.")


def _postgres(url: URL, program: str, *options: str) -> str:
    """What one of PostgreSQL's own programs answers. It finds the password in its environment."""
    environment = os.environ | ({"PGPASSWORD": url.password} if url.password else {})
    try:
        done = subprocess.run(  # noqa: S603 - the program is fixed, the address is the operator's
            [program, *options], env=environment, capture_output=True, text=True, check=False
        )
    except FileNotFoundError as absence:
        raise Refused(f"{program} finns inte. Installera postgresql-client.") from absence
    if done.returncode:
        told = done.stderr.strip().splitlines() or [""]
        fault = next((line for line in told if "error" in line.lower()), told[-1])
        raise Refused(f"{program} misslyckades. Inget har ändrats. {fault}")
    return done.stdout
