"""`make bench`: the main pages beside a bare Flask page, on SQLite and PostgreSQL, in one run.

Quote the ratios, not the figures: the machine is part of the latter only. Each case is measured
right after the bare page, in turns, and the median of the turns is printed.
"""

import argparse
import secrets
import statistics
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlencode

import lxml.html
from flask import Flask, session
from flask_login import login_user
from itsdangerous import URLSafeTimedSerializer
from sqlalchemy import create_engine, select, text

from benchmarks import region
from benchmarks.load import Measured, fetch, measure, measure_after_each, request
from benchmarks.server import (
    cold_start_seconds,
    first_answer_ms,
    gunicorn,
    heaviest_worker_mb,
)
from regionhub.app import create_app
from regionhub.commands.migrations import upgrade
from regionhub.config import Settings
from regionhub.database import reading
from regionhub.domain.feeds import FeedScope
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Account, Activity, FeedToken, Region, SignIn, WorkPlan
from regionhub.services import changes
from regionhub.services.sign_ins import hashed
from regionhub.web.signed_in import SignedIn
from tests.support import postgres

KEY = "benchmarks only, benchmarks only"
CSRF = "0" * 40
TURNS = 5
# Enough, at a time, that each worker is at its ease before anything is counted: psycopg prepares a
# statement at its sixth use, and PostgreSQL settles on a plan at the sixth after that.
WARM_UP = 32
# The cases whose first answer in a worker is measured too.
FIRST = ("region's page, kept", "feed, kept")
_HEAD = "   req/s   median      p99    bytes   ratio    aim"


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to measure. `aim` is the share of the bare page's requests per second.

    With `change`, that is done before each request, and they are sent one at a time only.
    """

    name: str
    requests: Callable[[int], list[bytes]]
    count: int
    aim: float | None = None
    change: Callable[[], None] | None = None


def main() -> None:
    """Build, serve, measure, print."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--years", type=int, default=region.YEARS)
    arguments.add_argument("--databases", default="sqlite,postgresql")
    wanted = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for kind in wanted.databases.split(","):
            if kind == "sqlite":
                _run(kind, f"sqlite:///{folder}/bench.sqlite3", Path(folder), wanted.years)
                continue
            with postgres.cluster(synced=True) as server:
                engine = create_engine(f"{server}/postgres", isolation_level="AUTOCOMMIT")
                with engine.connect() as connection:
                    connection.execute(text("CREATE DATABASE bench"))
                _run(kind, f"{server}/bench", Path(folder), wanted.years)


def _settle() -> None:
    """Let PostgreSQL do at once what it does in the background in the minutes after a load."""
    if db.engine.dialect.name == "postgresql":
        # Neither may be done in a transaction.
        with reading(), db.engine.connect() as connection:
            for work in ("VACUUM ANALYZE", "CHECKPOINT"):
                connection.execute(text(work))


def _run(kind: str, address: str, folder: Path, years: int) -> None:
    environment = {
        "REGIONHUB_SECRET_KEY": KEY,
        "REGIONHUB_DATABASE_URL": address,
        "REGIONHUB_INSTANCE": str(folder / kind),
        "REGIONHUB_SECURE_COOKIES": "false",
    }
    app = create_app(
        Settings(
            secret_key=KEY,
            database_url=address,
            instance_path=folder / kind,
            secure_cookies=False,
        )
    )
    with app.app_context():
        upgrade()
        region.build(datetime.now(UTC).date(), years=years)
        cases = _cases(app)
        _settle()
    cold = statistics.median(cold_start_seconds(environment) for _ in range(TURNS))
    with (
        gunicorn("benchmarks.bare:app", {}) as (bare, _),
        gunicorn("wsgi:app", environment) as (
            port,
            process_id,
        ),
    ):
        made = cases(port)
        for concurrency in (1, 8):
            _table(kind, concurrency, made, bare, port)
        print(
            f"{kind}: heaviest worker {heaviest_worker_mb(process_id):.0f} MB (aim 180), "
            f"cold start {cold:.2f} s (aim 1.5)"
        )
    _first_answers(kind, environment, made)


def _first_answers(kind: str, environment: dict[str, str], cases: list[Case]) -> None:
    """What a worker's first answer costs, when it has made no part of it before."""
    for case in cases:
        if case.name in FIRST:
            path, cookie = _asked(case.requests(1)[0])
            took = [first_answer_ms(environment, path, cookie) for _ in range(TURNS)]
            print(f"{kind}: {case.name}, first in a worker: {statistics.median(took):.0f} ms")
    print()


def _asked(wanted: bytes) -> tuple[str, str]:
    """The path and the cookie of a request."""
    first, *headers = wanted.decode().split("\r\n")
    cookies = [line.removeprefix("Cookie: ") for line in headers if line.startswith("Cookie: ")]
    return first.split(" ")[1], "".join(cookies)


def _table(kind: str, concurrency: int, cases: list[Case], bare: int, port: int) -> None:
    print(f"{kind}, {concurrency} at a time")
    print(" " * 37 + _HEAD)
    for case in cases:
        if case.change and concurrency > 1:
            continue
        measure(port, case.requests(min(WARM_UP, case.count)), concurrency=8)
        turns = [_turn(case, bare, port, concurrency) for _ in range(TURNS)]
        ratio = statistics.median(found.per_second / yard.per_second for found, yard in turns)
        found = sorted((f for f, _ in turns), key=lambda f: f.per_second)[TURNS // 2]
        aim = f"{case.aim:.3f}" if case.aim else ""
        print(
            f"  {case.name:34} {found.per_second:8.0f} {found.median_ms:6.1f}ms "
            f"{found.p99_ms:6.1f}ms {found.bytes:8d} {ratio:7.3f} {aim:>6}"
        )
        sys.stdout.flush()


def _turn(case: Case, bare: int, port: int, concurrency: int) -> tuple[Measured, Measured]:
    yard = measure(bare, [request("/")] * 400, concurrency=concurrency)
    wanted = case.requests(case.count)
    if case.change:
        return measure_after_each(port, wanted, case.change), yard
    return measure(port, wanted, concurrency=concurrency), yard


def _cases(app: Flask) -> Callable[[int], list[Case]]:
    """Everything that the cases need from the database is read here; the rest from the server."""
    chief, leader = (_cookie(app, name) for name in ("chef@example.org", "ledare-it@example.org"))
    year = datetime.now(UTC).year
    group, secret = "it", _feed()
    activities = _open_activities(group, year)
    token = URLSafeTimedSerializer(KEY, salt="wtf-csrf-token").dumps(CSRF)
    region_page, plan_page = f"/oversikt/{year}/", f"/{group}/{year}/"
    feed = f"/kalender/{secret}.ics"
    region_id = db.session.scalars(select(Region.id)).one()

    def touch() -> None:
        """What every write does to all that is kept."""
        with app.app_context():
            changes.touch(region_id)
            db.session.commit()

    def again(path: str, cookie: str = "") -> Callable[[int], list[bytes]]:
        return lambda count: [request(path, cookie=cookie)] * count

    def cases(port: int) -> list[Case]:
        def unchanged(path: str, cookie: str = "") -> Callable[[int], list[bytes]]:
            def made(count: int) -> list[bytes]:
                tag = fetch(port, request(path, cookie=cookie))[1]["etag"]
                return [request(path, cookie=cookie, tag=tag)] * count

            return made

        def updates(count: int) -> list[bytes]:
            return [_update(port, leader, token, group, year, activities[n]) for n in range(count)]

        return [
            Case("region's page, kept", again(region_page, chief), 60, 0.15),
            Case("region's page, after a change", again(region_page, chief), 30, change=touch),
            Case("region's page, unchanged", unchanged(region_page, chief), 300, 0.5),
            Case("plan of 40 activities, kept", again(plan_page, leader), 40, 0.08),
            Case("plan, after a change", again(plan_page, leader), 30, change=touch),
            Case("my page", again("/min-sida", leader), 30),
            Case(
                "overdue over all groups, kept",
                again(f"/oversikt/{year}/forsenade-och-tysta", chief),
                60,
                0.12,
            ),
            Case(
                "overdue, after a change",
                again(f"/oversikt/{year}/forsenade-och-tysta", chief),
                30,
                change=touch,
            ),
            Case("status update, synced", updates, len(activities), 0.06),
            Case("feed, kept", again(feed), 60),
            Case("feed, after a change", again(feed), 12, change=touch),
            Case("feed, unchanged", unchanged(feed), 300, 0.5),
            Case(
                "year-end report as a page",
                again(f"/{group}/{year}/verksamhetsberattelse", leader),
                30,
            ),
            Case(
                "year-end report as a PDF",
                again(f"/{group}/{year}/verksamhetsberattelse.pdf", leader),
                12,
            ),
        ]

    return cases


def _cookie(app: Flask, email: str) -> str:
    """A signed-in session's cookie, as the site itself would have set it."""
    account = db.session.scalars(select(Account).where(Account.email == email)).one()
    secret = secrets.token_urlsafe(32)
    now = datetime.now(UTC)
    db.session.add(
        SignIn(
            account_id=account.id,
            token_hash=hashed(secret),
            session_version=1,
            started_at=now,
            expires_at=now + timedelta(hours=12),
        )
    )
    db.session.commit()
    # Flask-Login binds the session to where it was opened; the load comes from the same place.
    with app.test_request_context(environ_base={"REMOTE_ADDR": "127.0.0.1"}):
        login_user(SignedIn(secret))
        session["csrf_token"] = CSRF
        signer = app.session_interface.get_signing_serializer(app)  # type: ignore[attr-defined]
        return f"regionhub={signer.dumps(dict(session))}"


def _feed() -> str:
    account = db.session.scalars(select(Account).where(Account.email == "chef@example.org")).one()
    secret = secrets.token_urlsafe(32)
    db.session.add(
        FeedToken(
            account_id=account.id,
            name="region",
            scope=FeedScope.REGION,
            token_hash=hashed(secret),
            created_at=datetime.now(UTC),
        )
    )
    db.session.commit()
    return secret


def _open_activities(group: str, year: int) -> list[int]:
    """Activities of the group that have no cells."""
    query = (
        select(Activity.id)
        .join(WorkPlan)
        .where(WorkPlan.year == year, WorkPlan.group.has(key=group), ~Activity.cells.any())
        .where(Activity.status != Status.DROPPED)
        .order_by(Activity.position)
    )
    return list(db.session.scalars(query))


def _update(port: int, cookie: str, token: str, group: str, year: int, activity_id: int) -> bytes:
    """One save of a status, with the version that stands on the activity's page just now."""
    page = f"/{group}/{year}/aktivitet/{activity_id}"
    tree = lxml.html.document_fromstring(fetch(port, request(page, cookie=cookie))[2])
    form = next(f for f in tree.forms if (f.action or "").startswith(f"{page}/lage"))
    values = dict(form.form_values()) | {"csrf_token": token}
    status = next(name for name in form.fields if name.endswith("status"))
    comment = next(name for name in form.fields if name.endswith("comment"))
    values |= {status: "in_progress", comment: f"Mätt {secrets.token_hex(4)}"}
    return request(f"{page}/lage", cookie=cookie, form=urlencode(values))


main()
