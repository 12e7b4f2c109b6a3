"""gunicorn with two workers, started and stopped, and what its workers weigh."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORKERS = 2


@contextmanager
def gunicorn(app: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Serve; yields (port, process id)."""
    port = _free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", app, "--workers", str(WORKERS)),
            *("--bind", f"127.0.0.1:{port}", "--log-level", "error", "--no-control-socket"),
        ],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield port, process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def heaviest_worker_mb(process_id: int) -> float:
    """The resident memory of the worker that holds most."""
    children = Path(f"/proc/{process_id}/task/{process_id}/children").read_text().split()
    return max(_resident_kb(child) for child in children) / 1024


def cold_start_seconds(environment: dict[str, str]) -> float:
    """From nothing to an app that is ready to answer, in a process of its own."""
    # An installed package has its bytecode; only this checkout might be told to keep none.
    whole = {**os.environ, **environment}
    whole.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", "import wsgi; wsgi.app.test_client().get('/livez')"],
        env=whole,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return time.perf_counter() - began


def first_answer_ms(environment: dict[str, str], path: str, cookie: str) -> float:
    """What a page costs in a process that has started but answered nothing of the kind."""
    ask = f"client.get({path!r}, headers={{'Cookie': {cookie!r}}}).get_data()"
    code = (
        "import time, wsgi; client = wsgi.app.test_client(use_cookies=False)\n"
        f"client.get('/livez'); began = time.perf_counter(); {ask}\n"
        "print('took', time.perf_counter() - began)"
    )
    said = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
    )
    return float(said.stdout.split()[-1]) * 1000


def _resident_kb(process_id: str) -> int:
    for line in Path(f"/proc/{process_id}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    return 0


def _wait(port: int) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("gunicorn did not come up")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
