"""The phrases in `phrases/`: deadlines as people write them, each with the reading it gets.

One phrase a line: plan year | text | reading (as in `expected.py`) | heading, where it has one.
"""

from pathlib import Path

THEMES = sorted(Path(__file__).with_name("phrases").glob("*.txt"))


def rows_of(theme: Path) -> list[list[str]]:
    """The cells of every row of a theme, white space around them removed."""
    return [
        [cell.strip() for cell in line.split("|")]
        for line in theme.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def rows() -> list[list[str]]:
    """The rows of every theme."""
    return [row for theme in THEMES for row in rows_of(theme)]
