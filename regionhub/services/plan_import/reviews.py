"""Files on their way to becoming plans: taken in, looked through, laid in or thrown away."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import structlog
from sqlalchemy import select

from regionhub.database import writing
from regionhub.domain import plan_state
from regionhub.domain.errors import NotFound, Refused, TooLarge
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.importing.document import Document
from regionhub.importing.draft import PlanDraft
from regionhub.importing.own_export import without_our_marks
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file, takes_long
from regionhub.importing.source_rows import Row, source_rows
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import Group, ImportReview, Region
from regionhub.models.import_review import ReviewState
from regionhub.services import changes, job_runs, plans, region_words
from regionhub.services.changes import Save
from regionhub.services.plan_import import laying_in

log = structlog.get_logger(__name__)
JOB = "read-import"
MOST_ACTIVITIES = 500
"""More than this nobody looks through on one page; the largest known plan has 50."""
MOST_CHARACTERS = 200_000
_SPLIT_IT = "Dela upp filen och försök igen."
# Up to this a plan is understood within a second or two.
_LINES_AT_ONCE = 3_000
_SHORT = 200


def begin(
    group: Group,
    year: int,
    *,
    content: bytes,
    filename: str,
    region: Region,
    declared: Sequence[WorkGroup],
    today: date,
    save: Save,
) -> ImportReview:
    """Take a file in for the group's plan of the year and read it, or leave it to be read by the
    worker where that takes long. Refuses what cannot be read, and saves nothing of it.
    """
    _must_have_a_place(group, year, content, today)
    review = ImportReview(
        year=year,
        state=ReviewState.READING,
        filename=filename[-_SHORT:],
        content_hash=hashlib.sha256(content).hexdigest(),
        content=content,
        draft={},
        source=[],
        answers={},
        begun_at=save.at,
        begun_by=save.actor.name[:_SHORT],
        updated_at=save.at,
    )
    review.group = group
    if not takes_long(content):
        document = read_file(content, filename=filename)
        if not _is_long(document):
            vocabulary = region_words.of_region(region, year, declared)
            _open(review, _understood(document, group.key, year, vocabulary))
    db.session.add(review)
    db.session.flush()
    _log(review, f"Tog emot {review.filename} för att läsa in planen för {year}", save)
    return review


def _must_have_a_place(group: Group, year: int, content: bytes, today: date) -> None:
    """Refuse a file for a plan that cannot be changed or begun, or that has been read from it."""
    plan = laying_in.plan_of(group, year)
    if plan is not None:
        plan_state.must_be_changeable(plan.state)
        if laying_in.has_source(plan, content):
            raise Refused("Inget nytt: planen är redan inläst från den här filen.", field="file")
    elif not plans.may_begin(year, today=today):
        raise Refused(f"Det går inte att läsa in en plan för {year}. Välj ett närmare år.")


def waiting(group: Group, year: int | None = None) -> list[ImportReview]:
    """The files that wait for somebody to look through them, latest first."""
    query = select(ImportReview).where(ImportReview.group_id == group.id)
    if year is not None:
        query = query.where(ImportReview.year == year)
    return list(db.session.scalars(query.order_by(ImportReview.begun_at.desc(), ImportReview.id)))


def of_group(group: Group, year: int, review_id: int) -> ImportReview:
    """A file of this very group and year."""
    review = db.session.scalars(
        select(ImportReview).where(
            ImportReview.id == review_id,
            ImportReview.group_id == group.id,
            ImportReview.year == year,
        )
    ).first()
    if review is None:
        raise NotFound("Inläsningen finns inte längre. Den kan vara klar eller bortslängd.")
    return review


def opened(group: Group, year: int, review_id: int) -> ImportReview:
    """A file of this group and year that has been read and can be looked through."""
    review = of_group(group, year, review_id)
    if review.state is not ReviewState.OPEN:
        raise Refused("Filen är inte läst ännu. Öppna inläsningen och vänta tills den är det.")
    return review


def throw_away(review: ImportReview, *, save: Save) -> None:
    """Forget the file and every answer about it."""
    _log(review, f"Slängde inläsningen av {review.filename}", save)
    db.session.delete(review)
    db.session.flush()


def keep(review: ImportReview, answers: Mapping[str, str], *, save: Save) -> None:
    """Keep the answers, so that the person can go on later."""
    if dict(answers) == review.answers:
        return
    review.answers = dict(answers)
    review.updated_at = save.at
    db.session.flush()
    changes.touch(review.group.region_id)


def finish(review: ImportReview) -> None:
    """Let go of a file that the plan now has."""
    db.session.delete(review)
    db.session.flush()


def read_waiting(*, declared: Sequence[WorkGroup], now: datetime) -> int:
    """Read the files that take long; returns how many. Commits each on its own.

    Any number of workers may do this at once. What a killed worker left is tried again after ten
    minutes.
    """
    ids = db.session.scalars(
        select(ImportReview.id).where(ImportReview.state == ReviewState.READING)
    ).all()
    db.session.commit()
    count = 0
    for review_id in ids:
        slot = f"{review_id} {now:%Y-%m-%d %H:%M}"[:-1]
        if job_runs.claim(JOB, slot, now=now):
            _read_one(review_id, declared)
            job_runs.finish(JOB, slot, now=now, error="")
            count += 1
    return count


def _read_one(review_id: int, declared: Sequence[WorkGroup]) -> None:
    """Read one file, without holding the database meanwhile."""
    review = db.session.get(ImportReview, review_id)
    if review is None:
        return
    region = db.session.get_one(Region, review.group.region_id)
    content, filename, year, key = review.content, review.filename, review.year, review.group.key
    vocabulary = region_words.of_region(region, year, declared)
    db.session.commit()
    understood, refusal = None, ""
    try:
        document = read_file(content, filename=filename)
        understood = _understood(document, key, year, vocabulary)
    except Refused as refused:
        refusal = refused.message
    except Exception:  # a file that nobody foresaw must not be tried for ever
        log.exception("file not read", review_id=review_id)
        refusal = "Filen kunde inte läsas. Spara den i ett annat format och försök igen."
    with writing():
        found = db.session.get(ImportReview, review_id, populate_existing=True)
        if found is not None:
            if understood is not None:
                _open(found, understood)
            else:
                found.state, found.refusal = ReviewState.REFUSED, refusal
            changes.touch(found.group.region_id)
        db.session.commit()


def _understood(
    document: Document, key: str, year: int, vocabulary: Vocabulary
) -> tuple[PlanDraft, list[Row]]:
    """The plan that a file holds of the group and year, else its first one, and the file's rows."""

    rows = source_rows(document)
    if sum(len(text) for row in rows for text in row) > MOST_CHARACTERS:
        raise TooLarge(f"Filen har mycket mer text än en plan brukar ha. {_SPLIT_IT}", field="file")

    def strangeness(draft: PlanDraft) -> tuple[bool, bool]:
        named = vocabulary.groups_in(draft.title)
        return bool(named) and key not in named, draft.plan_year != year

    draft = min(read_plans(document, year=year, group=key, vocabulary=vocabulary), key=strangeness)
    if not draft.goals and not draft.activities:
        raise Refused(
            "Filen har varken mål eller aktiviteter som går att läsa. "
            "Kontrollera att det är en verksamhetsplan.",
            field="file",
        )
    if len(draft.activities) > MOST_ACTIVITIES:
        raise TooLarge(
            f"Planen har fler än {MOST_ACTIVITIES} aktiviteter. {_SPLIT_IT}", field="file"
        )
    return without_our_marks(draft, vocabulary), rows


def _open(review: ImportReview, understood: tuple[PlanDraft, list[Row]]) -> None:
    draft, rows = understood
    review.draft = draft.as_dict()
    review.source = rows
    review.state = ReviewState.OPEN


def _is_long(document: Document) -> bool:
    lines = sum(1 for _ in document.lines())
    return lines + sum(len(table.rows) for table in document.tables()) > _LINES_AT_ONCE


def _log(review: ImportReview, sentence: str, save: Save) -> None:
    changes.record(
        save,
        sentence,
        region_id=review.group.region_id,
        subject="import",
        subject_id=review.id,
        group_id=review.group_id,
    )
