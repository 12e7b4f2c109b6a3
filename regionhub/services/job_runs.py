"""Claims on slots of time: whoever gets the row runs the job. Commits on its own, by its nature."""

from datetime import datetime, timedelta

from sqlalchemy import delete, update
from sqlalchemy.dialects import postgresql, sqlite

from regionhub.database import writing
from regionhub.extensions import db
from regionhub.models import JobRun

KEPT_DAYS = 90


def claim(job: str, slot: str, *, now: datetime) -> bool:
    """Whether this process got the slot."""
    dialect = postgresql if db.engine.dialect.name == "postgresql" else sqlite
    statement = (
        dialect.insert(JobRun)
        .values(job=job, slot=slot, started_at=now, error="")
        .on_conflict_do_nothing()
        # The driver's row count says −1 after a conflict; the returned row is sure.
        .returning(JobRun.slot)
    )
    with writing():
        got = db.session.execute(statement).first() is not None
        db.session.commit()
    return got


def finish(job: str, slot: str, *, now: datetime, error: str) -> None:
    """Note how the run ended, and forget runs of long ago."""
    with writing():
        db.session.execute(
            update(JobRun)
            .where(JobRun.job == job, JobRun.slot == slot)
            .values(finished_at=now, error=error)
        )
        db.session.execute(
            delete(JobRun).where(JobRun.started_at < now - timedelta(days=KEPT_DAYS))
        )
        db.session.commit()
