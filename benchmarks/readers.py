"""`python -m benchmarks.readers`: what each hostile file costs to answer, in seconds and megabytes.

The aim is two seconds and 200 MB at the most, on a machine that has nothing else to do.
"""

from tests.importing.readers.test_hostile_files import READ, REFUSED, TOO_LARGE, measured


def main() -> None:
    """Read every kind in a process of its own and print the costliest last."""
    rows = []
    for name, make, filename, *_ in (*REFUSED, *TOO_LARGE, *READ):
        outcome, seconds, megabytes = measured(make(), filename)
        rows.append((seconds, megabytes, name, outcome))
    for seconds, megabytes, name, _ in sorted(rows, key=lambda row: row[0]):
        print(f"{name:40} {seconds:7.2f} s {megabytes:7.0f} MB")


if __name__ == "__main__":
    main()
