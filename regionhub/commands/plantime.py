"""`regionhub plantime`: read a text about time."""

import io
import json
import sys

import click

from regionhub.domain.plantime.lines import read_json_lines
from regionhub.domain.plantime.reader import read


@click.command()
@click.argument("text", required=False)
@click.option("--year", type=click.IntRange(1900, 2200), help="Planens verksamhetsår.")
@click.option("--heading", help="Rubriken som texten stod under, till exempel JUNI.")
@click.option("--json-lines", is_flag=True, help="Läs ett JSON-objekt per rad från standard in.")
def plantime(text: str | None, year: int | None, heading: str | None, json_lines: bool) -> None:
    """Läs en tid som står i ord.

    Till exempel: regionhub plantime "Vecka 44" --year 2010
    """
    if json_lines:
        if text is not None or year is not None or heading is not None:
            raise click.UsageError("--json-lines läser allt från standard in; ange inget mer.")
        # Whatever a line holds, it is answered; so bytes that are no text must not stop the rest.
        for line in read_json_lines(io.TextIOWrapper(sys.stdin.buffer, "utf-8", "replace")):
            click.echo(line)
        return
    if text is None or year is None:
        raise click.UsageError("Ange en text och --year, eller --json-lines.")
    reading = read(text, year=year, heading=heading)
    click.echo(json.dumps(reading.as_dict(), ensure_ascii=False))
