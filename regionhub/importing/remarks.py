"""Remarks compared line by line: what one text says that another does not."""

from collections.abc import Iterator


def unsaid(text: str, other: str) -> list[str]:
    """The runs of lines that the other text has nowhere; white space is no difference.

    An empty line ends a run, and so does a line that both texts have.
    """
    known = {_plain(line) for line in other.splitlines()}
    return ["\n".join(run) for run in _runs(text, known)]


def with_run(text: str, run: str) -> str:
    """The text with a run of lines at its end."""
    return f"{text}\n\n{run}" if text else run


def with_other_run(text: str, run: str, other: str) -> str:
    """The text with other words where the run stands; "" takes the run away."""
    lines, gone = text.splitlines(), run.splitlines()
    for start in range(len(lines) - len(gone) + 1):
        if lines[start : start + len(gone)] == gone:
            lines[start : start + len(gone)] = other.splitlines()
            break
    return "\n".join(_without_gaps(lines))


def _runs(text: str, known: set[str]) -> Iterator[list[str]]:
    run: list[str] = []
    for line in (*text.splitlines(), ""):
        if _plain(line) and _plain(line) not in known:
            run.append(line)
        elif run:
            yield run
            run = []


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
