"""Template filters: dates, numbers and plan time as Swedes write them."""

from datetime import date, datetime

from flask import Flask

from regionhub.domain.plantime.brief import brief, short_date
from regionhub.domain.plantime.reading import PlanTime
from regionhub.domain.plantime.words import describe, until
from regionhub.domain.swedish import local_day, long_date
from regionhub.importing.word_changes import word_changes
from regionhub.web import clock


def prepare(app: Flask) -> None:
    """Bind the filters to the app's templates."""
    app.add_template_filter(day_words, "day")
    app.add_template_filter(short_day, "short_day")
    app.add_template_filter(describe, "reading")
    app.add_template_filter(brief, "brief")
    app.add_template_filter(time_left, "time_left")
    app.add_template_filter(paragraphs, "paragraphs")
    app.add_template_filter(word_changes, "word_changes")


def day_words(moment: date | datetime | None) -> str:
    """ "7 november 2026" from a day, or from a moment by the day it was in Sweden. It does not
    break in two at the end of a line.
    """
    if moment is None:
        return ""
    day = local_day(moment) if isinstance(moment, datetime) else moment
    return long_date(day).replace(" ", "\N{NO-BREAK SPACE}")


def short_day(moment: date | datetime | None, year: int) -> str:
    """ "7 nov" from a day, or from a moment by the day it was in Sweden; with its year where that
    is not the given one.
    """
    if moment is None:
        return ""
    return short_date(local_day(moment) if isinstance(moment, datetime) else moment, year)


def time_left(when: PlanTime) -> str | None:
    """ "om 12 dagar", or None for what has no due date."""
    return until(when.end, clock.today()) if when.end is not None else None


def paragraphs(text: str | None) -> list[str]:
    """The lines of a text, for a template to make paragraphs of."""
    return [line for line in (text or "").splitlines() if line.strip()]
