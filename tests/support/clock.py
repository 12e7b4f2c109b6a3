"""The day on which the tests live."""

from datetime import UTC, date, datetime

TODAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
YEAR = TODAY.year
