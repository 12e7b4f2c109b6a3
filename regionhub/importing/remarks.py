"""Remarks compared line by line: what one text says that another does not."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that only one of two texts has; `after` is the line before them that both have."""

    text: str
    after: str = ""


def unsaid(text: str, other: str) -> list[Run]:
    """The runs of lines that the other text has nowhere; white space is no difference.

    An empty line ends a run, and so does a line that both texts have.
    """
    return list(_runs(text, {_plain(line) for line in other.splitlines()}))


def with_run(text: str, run: Run) -> str:
    """The text with the run after the line that it follows, else as a part of its own last."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if run.after and _plain(line) == run.after:
            return "\n".join((*lines[: place + 1], run.text, *lines[place + 1 :]))
    return f"{text}\n\n{run.text}" if text else run.text


def with_other(text: str, run: Run, other: str) -> str:
    """The text with other words where the run stands; "" takes the run away."""
    lines, gone = text.splitlines(), run.text.splitlines()
    for start in range(len(lines) - len(gone) + 1):
        if lines[start : start + len(gone)] == gone:
            lines[start : start + len(gone)] = other.splitlines()
            break
    return "\n".join(_without_gaps(lines))


def _runs(text: str, known: set[str]) -> Iterator[Run]:
    run: list[str] = []
    after = ""
    for line in (*text.splitlines(), ""):
        plain = _plain(line)
        if plain and plain not in known:
            run.append(line)
            continue
        if run:
            yield Run("\n".join(run), after)
            run = []
        after = plain


def _without_gaps(lines: list[str]) -> Iterator[str]:
    """The lines without empty ones at the ends, and with one at most between two others."""
    waits = begun = False
    for line in lines:
        if not line.strip():
            waits = begun
            continue
        if waits:
            yield ""
        waits, begun = False, True
        yield line


def _plain(line: str) -> str:
    return " ".join(line.split())
