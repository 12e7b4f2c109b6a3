"""Several people who post at the same moment."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from threading import Barrier
from typing import Any

from regionhub.extensions import db
from tests.support.browser import Browser


def at_once(
    browsers: Sequence[Browser], path: str | Sequence[str], forms: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Post every form from a thread of its own, all started together; the answers' statuses.

    `path` is the one address, or one for each.
    """
    paths = [path] * len(forms) if isinstance(path, str) else path
    start = Barrier(len(forms))

    def post(browser: Browser, address: str, words: Mapping[str, Any]) -> int:
        start.wait()
        return browser.client.post(address, data=words).status_code

    with ThreadPoolExecutor(len(forms)) as pool:
        work = [
            pool.submit(Context().run, post, *one)
            for one in zip(browsers, paths, forms, strict=True)
        ]
        statuses = sorted(job.result(timeout=60) for job in work)
    db.session.rollback()
    db.session.expire_all()
    return statuses
