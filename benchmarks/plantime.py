"""How many phrases of plan time are read in a second, and how time grows with a text's length.

Time is the processor's, so that other work on the machine does not count.

Run as `python -m benchmarks.plantime` from the project's root. The phrases are the test table's;
each is given another number of spaces every round, so that no two texts are the same.
"""

from time import process_time

from regionhub.domain.plantime.reader import read
from tests.domain.plantime.table import rows

ROUNDS = 20
LONG_TEXTS = ("3 maj, ", "första måndagen i månaden ", "slutet av ", "n/n-", "1.", "(", "kl ")


def phrases() -> list[tuple[str, int]]:
    """The texts and plan years of the test table."""
    return [(row[1], int(row[0])) for row in rows()]


def rate() -> float:
    """Phrases per second."""
    texts = phrases()
    spaced = [(" " * round_ + text, year) for round_ in range(ROUNDS) for text, year in texts]
    begin = process_time()
    for text, year in spaced:
        read(text, year=year)
    return len(spaced) / (process_time() - begin)


def growth(piece: str, times: int) -> float:
    """Seconds for ten times the text, in units of the time for the text itself."""
    seconds = []
    for count in (times, times * 10):
        text = piece * count
        begin = process_time()
        read(text, year=2010)
        seconds.append(process_time() - begin)
    return seconds[1] / seconds[0]


def main() -> None:
    """Print the table."""
    print(f"{'phrases per second':30} {rate():10.0f}")
    for piece in LONG_TEXTS:
        print(f"{'ten times ' + repr(piece):30} {growth(piece, 2000):10.1f} times as long")


if __name__ == "__main__":
    main()
