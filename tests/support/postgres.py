"""A real PostgreSQL of the test run's own, started in a folder of its own and gone afterwards."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.ports import free_port


class NoPostgres(Exception):
    """PostgreSQL's server programs are not on this machine."""


@contextmanager
def cluster(folder: Path) -> Iterator[str]:
    """Start a server in the (empty) folder; yields its address without a database's name."""
    programs = _programs()
    port = free_port()
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        _open_to_postgres(folder)
    data = folder / "data"
    _run(programs / "initdb", "-D", data, "-U", "regionhub", "-A", "trust", "-E", "UTF8", "-N")
    options = f"-p {port} -k {folder} -c fsync=off -c listen_addresses=127.0.0.1"
    _run(programs / "pg_ctl", "-D", data, "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield f"postgresql+psycopg://regionhub@127.0.0.1:{port}"
    finally:
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _programs() -> Path:
    places = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    if found:
        places.insert(0, Path(found).resolve().parent)
    for place in places:
        if (place / "initdb").exists() and (place / "pg_ctl").exists():
            return place
    raise NoPostgres("PostgreSQL is not installed (Debian: apt-get install postgresql)")


def _run(*command: object) -> None:
    words = [str(word) for word in command]
    if os.geteuid() == 0:
        # The server refuses to run as root.
        words = ["runuser", "-u", "postgres", "--", *words]
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd="/")
    if done.returncode:
        raise RuntimeError(f"{words}: {done.stdout}{done.stderr}")


def _open_to_postgres(folder: Path) -> None:
    shutil.chown(folder, "postgres")
    for parent in folder.parents:
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
