"""How many phrases of plan time are read in a second, and how time grows with a text's length.

Run as `python -m benchmarks.plantime` from the project's root. The phrases are the test table's;
each is given another number of spaces every round, so that no two texts are the same.
"""

from pathlib import Path
from time import perf_counter

from regionhub.domain.plantime.reader import read

TABLE = Path(__file__).parents[1] / "tests" / "domain" / "plantime" / "phrases.txt"
ROUNDS = 20
LONG_TEXTS = ("3 maj, ", "första måndagen i månaden ", "slutet av ", "n/n-", "1.", "(", "kl ")


def phrases() -> list[tuple[str, int]]:
    """The texts and plan years of the test table."""
    rows = [line.split("|") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return [(row[1].strip(), int(row[0])) for row in rows if row[0].strip().isdecimal()]


def rate() -> float:
    """Phrases per second."""
    texts = phrases()
    spaced = [(" " * round_ + text, year) for round_ in range(ROUNDS) for text, year in texts]
    begin = perf_counter()
    for text, year in spaced:
        read(text, year=year)
    return len(spaced) / (perf_counter() - begin)


def growth(piece: str, times: int) -> float:
    """Seconds for ten times the text, in units of the time for the text itself."""
    seconds = []
    for count in (times, times * 10):
        text = piece * count
        begin = perf_counter()
        read(text, year=2010)
        seconds.append(perf_counter() - begin)
    return seconds[1] / seconds[0]


def main() -> None:
    """Print the table."""
    print(f"{'phrases per second':30} {rate():10.0f}")
    for piece in LONG_TEXTS:
        print(f"{'ten times ' + repr(piece):30} {growth(piece, 2000):10.1f} times as long")


if __name__ == "__main__":
    main()
