"""`regionhub import-plan`: read plans out of documents, and lay them in as drafts."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import click
from environs import EnvError
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from regionhub.blueprints import registry
from regionhub.commands.refusals import REFUSED
from regionhub.database import is_there, writing
from regionhub.demo import stories
from regionhub.domain.errors import DomainError, NotFound
from regionhub.domain.permissions import SYSTEM
from regionhub.extensions import db
from regionhub.importing import vocabulary
from regionhub.importing.draft import PlanDraft
from regionhub.importing.vocabulary import Vocabulary
from regionhub.services import region_words, regions
from regionhub.services.changes import Save
from regionhub.services.plan_import import laying_in
from regionhub.web import clock

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_KEYS = click.Choice([group.key for group in registry.GROUPS])


@click.command("import-plan")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=_FILE)
@click.option("--group", type=_KEYS, help="Gruppens nyckel, där dokumentet inte säger den.")
@click.option("--year", type=click.IntRange(1990, 2100), help="Planens verksamhetsår.")
@click.option("--dry-run", is_flag=True, help="Läs och visa, men spara ingenting.")
@click.option("--json", "as_json", is_flag=True, help="Skriv det lästa som JSON, en plan per rad.")
@click.pass_context
def import_plan(
    context: click.Context,
    files: tuple[Path, ...],
    *,
    group: str | None,
    year: int | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Läs in verksamhetsplaner från dokument.

    FILE är en fil från Word, Excel eller LibreOffice, eller CSV, Markdown eller text. Varje fil
    sparas för sig: en som inte går att läsa hindrar inte de andra.
    """
    load_app: Callable[[], Flask] = context.obj.load_app
    words = _words(load_app, year)
    refused = False
    for file in files:
        try:
            content = file.read_bytes()
            drafts = laying_in.read(
                content, filename=file.name, year=year, group=group, vocabulary=words
            )
            for draft in drafts:
                click.echo(_as_line(draft) if as_json else _told(draft))
            if not dry_run:
                with load_app().app_context():
                    _save(drafts, file.name, content)
        except DomainError as refusal:
            click.echo(f"{file.name}: {refusal.message}", err=True)
            refused = True
    if refused:
        sys.exit(REFUSED)


def _words(load_app: Callable[[], Flask], year: int | None) -> Vocabulary:
    """What the region knows of itself. Where none is laid yet, the demo's words do for reading."""
    try:
        with load_app().app_context():
            if is_there(db.engine):
                region = regions.the_region()
                return region_words.of_region(region, year or clock.today().year, registry.GROUPS)
    except (EnvError, NotFound, SQLAlchemyError):
        pass
    told = stories.region()
    return Vocabulary(
        municipalities=tuple(
            vocabulary.Municipality(place.key, place.name) for place in told.municipalities
        ),
        groups=region_words.groups(registry.GROUPS),
        overarching_goals=tuple(
            vocabulary.OverarchingGoal(goal.number, goal.text) for goal in told.overarching_goals
        ),
    )


def _save(drafts: tuple[PlanDraft, ...], filename: str, content: bytes) -> None:
    """Save every plan of one file, or none of them."""
    with writing():
        region = regions.the_region()
        for draft in drafts:
            group, year = laying_in.home_of(draft, region)
            laying_in.save_draft(
                draft,
                region=region,
                group=group,
                year=year,
                filename=filename,
                content=content,
                save=Save(actor=SYSTEM, at=clock.now()),
            )
        db.session.commit()


def _as_line(draft: PlanDraft) -> str:
    return json.dumps(draft.as_dict(), ensure_ascii=False)


def _told(draft: PlanDraft) -> str:
    """What was read, for a person: the numbers, then every question."""
    people = len(draft.contacts) + len(draft.members)
    asked = [*draft.doubts, *(doubt for a in draft.activities for doubt in a.doubts)]
    return "\n".join(
        (
            f"{draft.title or 'Utan titel'}: mål {len(draft.goals)}, "
            f"aktiviteter {len(draft.activities)}, personer {people}, frågor {len(asked)}",
            *(f"  {doubt}" for doubt in dict.fromkeys(asked)),
        )
    )
