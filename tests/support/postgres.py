"""A real PostgreSQL of the test run's own, started in a folder of its own and gone afterwards."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.support.ports import free_port

STARTS = 5


class NoPostgres(Exception):
    """PostgreSQL's server programs are not on this machine."""


@contextmanager
def cluster(*, synced: bool = False) -> Iterator[str]:
    """Start a server; yields its address without a database's name.

    Its commits reach the disk only where it is `synced`: tests have no use for that.
    """
    programs = _programs()
    # A short path of our own: a socket's path has little room, and the server may not be root.
    with tempfile.TemporaryDirectory(prefix="rh-pg-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = folder / "data"
        _run(programs / "initdb", "-D", data, "-U", "regionhub", "-A", "trust", "-E", "UTF8", "-N")
        port = _start(programs, folder, data, fsync="on" if synced else "off")
        try:
            yield f"postgresql+psycopg://regionhub@127.0.0.1:{port}"
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")


def _start(programs: Path, folder: Path, data: Path, *, fsync: str) -> int:
    """Start on a free port; another process can take it first, so try again with the next."""
    for attempt in range(1, STARTS + 1):
        port = free_port()
        options = f"-p {port} -k {folder} -c fsync={fsync} -c listen_addresses=127.0.0.1"
        log = folder / "log"
        try:
            _run(programs / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")
        except RuntimeError as fault:
            if attempt == STARTS:
                said = log.read_text(errors="replace") if log.exists() else "no log"
                raise RuntimeError(f"PostgreSQL does not start: {said}") from fault
        else:
            return port
    raise AssertionError("the loop returns or raises")


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
