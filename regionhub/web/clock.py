"""The one place that looks at the clock. Services and rules are handed what it says."""

from datetime import UTC, date, datetime

from flask import current_app

from regionhub.domain.swedish import STOCKHOLM, local_day


def now() -> datetime:
    """The present moment, aware, in UTC; on the set day where REGIONHUB_TODAY says one."""
    moment = datetime.now(UTC)
    pretended: date | None = current_app.config["REGIONHUB"].today
    if pretended is None:
        return moment
    local = moment.astimezone(STOCKHOLM)
    return datetime.combine(pretended, local.timetz()).astimezone(UTC)


def today() -> date:
    """The present day in Sweden."""
    return local_day(now())
