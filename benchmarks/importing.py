"""`python -m benchmarks.importing`: what it costs to understand a plan, beside only opening it.

The yardstick is python-docx, which opens the same file and reads the words of its cells. Time is
the processor's, so that other work on the machine does not count. Quote the ratio, and see that
ten times the rows take about ten times as long.
"""

import io
from collections.abc import Callable
from time import process_time

import docx

from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from tests.importing.makers import VOCABULARY, YEAR

ROWS = 200
ROUNDS = 5
_HEADINGS = ("Område", "Aktivitet", "Klart", "Ansvarig", "Kommentar")
_TIMES = ("31 mars", "Slutet av maj", "v. 44", "Senast 30 september", "Löpande")
_OWNERS = ("Alva Ek", "Bo Gran / Cia Dal", "Hela gruppen", "Turistbyrån", "Kostchefer")


def plan(rows: int) -> bytes:
    """A Word plan with as many rows in its table of activities."""
    made = docx.Document()
    made.add_heading(f"Verksamhetsplan {YEAR} för kostgruppen", level=1)
    made.add_heading("Aktiviteter", level=2)
    table = made.add_table(rows=rows + 1, cols=len(_HEADINGS))
    cells = iter(table._cells)
    for words in _HEADINGS:
        next(cells).text = words
    for number in range(rows):
        area = f"Område {number // 10}" if number % 10 == 0 else ""
        when, who = _TIMES[number % len(_TIMES)], _OWNERS[number % len(_OWNERS)]
        for words in (area, f"Matsedel för skola {number}", when, who, "Väntar på avtal"):
            next(cells).text = words
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def opened(data: bytes) -> list[str]:
    """The words of every cell, as python-docx alone reads them."""
    document = docx.Document(io.BytesIO(data))
    return [cell.text for table in document.tables for cell in table._cells]


def understood(data: bytes) -> int:
    """How many activities the import finds."""
    document = read_file(data, filename="plan.docx")
    plans = read_plans(document, year=YEAR, group=None, vocabulary=VOCABULARY)
    return sum(len(one.activities) for one in plans)


def seconds(work: Callable[[bytes], object], data: bytes) -> float:
    """The quickest of some rounds."""
    taken = []
    for _ in range(ROUNDS):
        begin = process_time()
        work(data)
        taken.append(process_time() - begin)
    return min(taken)


def main() -> None:
    """Print the times and the ratio for each size."""
    print(f"{'rows':>6} {'python-docx':>12} {'import':>10} {'ratio':>7}")
    for rows in (ROWS // 10, ROWS, ROWS * 10):
        data = plan(rows)
        alone, whole = seconds(opened, data), seconds(understood, data)
        print(f"{rows:6} {alone * 1000:9.0f} ms {whole * 1000:7.0f} ms {whole / alone:7.2f}")


if __name__ == "__main__":
    main()
