"""The phrases in `phrases/`: deadlines as people write them, each with the reading it gets.

One phrase a line: plan year | text | reading (as in `expected.py`) | heading, where it has one.
"""

from pathlib import Path

FOLDER = Path(__file__).with_name("phrases")


def rows() -> list[list[str]]:
    """The cells of every row, white space around them removed."""
    return [
        [cell.strip() for cell in line.split("|")]
        for path in sorted(FOLDER.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]
