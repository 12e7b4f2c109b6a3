"""A small load generator on raw sockets, so that the measuring takes as little as it can."""

import socket
import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """What one case gave: requests per second, and latencies in milliseconds."""

    per_second: float
    median_ms: float
    p99_ms: float
    bytes: int
    status: int


def measure(port: int, requests: list[bytes], *, concurrency: int) -> Measured:
    """Send every request once, spread over so many connections at a time."""
    shares = [requests[n::concurrency] for n in range(concurrency)]
    began = time.perf_counter()
    with ThreadPoolExecutor(concurrency) as pool:
        answers = [
            a for share in pool.map(lambda s: [_one(port, r) for r in s], shares) for a in share
        ]
    return _measured(answers, seconds=time.perf_counter() - began)


def measure_after_each(port: int, requests: list[bytes], change: Callable[[], None]) -> Measured:
    """Send one at a time, each after a change; the change's own time does not count."""
    answers = []
    for wanted in requests:
        change()
        answers.append(_one(port, wanted))
    return _measured(answers, seconds=sum(ms for ms, _, _ in answers) / 1000)


def _measured(answers: list[tuple[float, int, int]], *, seconds: float) -> Measured:
    times = sorted(ms for ms, _, _ in answers)
    statuses = {status for _, status, _ in answers}
    if len(statuses) != 1:
        raise RuntimeError(f"mixed answers: {statuses}")
    return Measured(
        per_second=len(answers) / seconds,
        median_ms=statistics.median(times),
        p99_ms=times[min(len(times) - 1, int(len(times) * 0.99))],
        bytes=round(statistics.mean(size for _, _, size in answers)),
        status=statuses.pop(),
    )


def request(
    path: str,
    *,
    cookie: str = "",
    tag: str = "",
    form: str | None = None,
) -> bytes:
    """A whole request as bytes; a POST where there is a form."""
    lines = [
        f"{'GET' if form is None else 'POST'} {path} HTTP/1.1",
        "Host: 127.0.0.1",
        "Connection: close",
    ]
    if cookie:
        lines.append(f"Cookie: {cookie}")
    if tag:
        lines.append(f"If-None-Match: {tag}")
    if form is not None:
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(form)}"]
    return ("\r\n".join(lines) + "\r\n\r\n" + (form or "")).encode()


def fetch(port: int, wanted: bytes) -> tuple[int, dict[str, str], str]:
    """One answer whole: status, headers (lower case) and body."""
    _, status, _, raw = _exchange(port, wanted)
    head, _, body = raw.partition(b"\r\n\r\n")
    headers = {
        name.strip().lower(): value.strip()
        for name, _, value in (
            line.partition(":") for line in head.decode("latin-1").split("\r\n")[1:]
        )
    }
    return status, headers, body.decode(errors="replace")


def _one(port: int, wanted: bytes) -> tuple[float, int, int]:
    ms, status, size, _ = _exchange(port, wanted)
    return ms, status, size


def _exchange(port: int, wanted: bytes) -> tuple[float, int, int, bytes]:
    began = time.perf_counter()
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(wanted)
        parts = []
        while part := connection.recv(65536):
            parts.append(part)
    raw = b"".join(parts)
    return (time.perf_counter() - began) * 1000, int(raw[9:12]), len(raw), raw
