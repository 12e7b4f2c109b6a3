"""Any number of workers, and each slot is run by one."""

import threading

from regionhub import scheduler
from regionhub.extensions import db
from regionhub.models import JobRun
from regionhub.services import job_runs
from tests.support.clock import NOW


def test_a_slot_is_claimed_by_one_of_many(app):
    got = []

    def try_it():
        with app.app_context():
            got.append(job_runs.claim("send-mail", "2026-11-23 09:00", now=NOW))
            db.session.remove()

    workers = [threading.Thread(target=try_it) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(got) == [False] * 7 + [True]


def test_a_tick_runs_each_job_once_a_slot(app):
    scheduler.tick()
    first = {(run.job, run.slot): run.finished_at for run in db.session.query(JobRun)}
    assert {job for job, _ in first} == {job.name for job in scheduler.JOBS}
    assert all(first.values())
    scheduler.tick()
    assert db.session.query(JobRun).count() == len(first)


def test_a_failing_job_is_noted_and_the_others_go_on(app, monkeypatch):
    def fails():
        raise ValueError("disken är full")

    jobs = (scheduler.Job("fails", "%Y", fails), scheduler.Job("works", "%Y", lambda: "klart"))
    monkeypatch.setattr(scheduler, "JOBS", jobs)
    scheduler.tick()
    errors = {run.job: run.error for run in db.session.query(JobRun)}
    assert errors == {"fails": "ValueError: disken är full", "works": ""}
