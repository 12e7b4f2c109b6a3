"""The scheduled jobs, in a process of their own.

Any number of workers may run: each tick of a job claims its slot of time with an insert, and only
who gets the row does the work. The schedule itself lives in memory; the table says what was done.
Files that take long to read are a queue beside it: each is claimed on its own.
"""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from apscheduler.schedulers.blocking import BlockingScheduler
from flask import Flask, current_app

from regionhub.database import writing
from regionhub.extensions import db
from regionhub.services import job_runs, outbox, sign_ins
from regionhub.services.plan_import import reviews
from regionhub.web import clock
from regionhub.web.current import declared_groups

log = structlog.get_logger(__name__)
TICK_SECONDS = 30
QUEUE_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Job:
    """A job, and how its slots of time are named (a strftime pattern: one run a slot)."""

    name: str
    slot: str
    work: Callable[[], str]


def send_mail() -> str:
    """Send what waits in the outbox; tells how much."""
    settings = current_app.config["REGIONHUB"]
    sent = outbox.send_waiting(
        outbox.Server(
            host=settings.mail_host,
            port=settings.mail_port,
            sender=settings.mail_from,
            user=settings.mail_user,
            password=settings.mail_password,
            tls=settings.mail_tls,
        ),
        now=clock.now(),
    )
    return f"{sent} brev skickade"


def clear_sign_ins() -> str:
    """Remove sessions whose time has passed; tells how many."""
    with writing():
        gone = sign_ins.clear_expired(now=clock.now())
        db.session.commit()
    return f"{gone} inloggningar borttagna"


def read_imports() -> str:
    """Read the files that somebody waits for; tells how many."""
    read = reviews.read_waiting(declared=declared_groups(), now=clock.now())
    return f"{read} filer lästa"


JOBS = (
    Job("send-mail", "%Y-%m-%d %H:%M", send_mail),
    Job("clear-sign-ins", "%Y-%m-%d", clear_sign_ins),
)


def tick() -> None:
    """Run every job whose slot nobody has claimed yet."""
    for job in JOBS:
        slot = clock.now().strftime(job.slot)
        if job_runs.claim(job.name, slot, now=clock.now()):
            _run(job, slot)


def run_forever(app: Flask) -> None:
    """Tick until the process ends."""
    scheduler = BlockingScheduler(timezone="UTC")

    def tick_in_app() -> None:
        with app.app_context():
            tick()

    def read_in_app() -> None:
        with app.app_context():
            read_imports()

    for work, seconds in ((tick_in_app, TICK_SECONDS), (read_in_app, QUEUE_SECONDS)):
        scheduler.add_job(work, "interval", seconds=seconds, max_instances=1, coalesce=True)
    tick_in_app()
    scheduler.start()


def _run(job: Job, slot: str) -> None:
    error = ""
    try:
        log.info("job done", job=job.name, said=job.work())
    except Exception as fault:  # one job's fault must not stop the others
        db.session.rollback()
        log.exception("job failed", job=job.name)
        error = f"{type(fault).__name__}: {fault}"
    job_runs.finish(job.name, slot, now=clock.now(), error=error)
