from datetime import date, timedelta

import pytest

from regionhub.domain.plantime.reading import Kind
from regionhub.domain.status import Facts, Flag, Status, flags, shown

TODAY = date(2026, 11, 23)


def facts(**changes):
    usual = {
        "status": Status.IN_PROGRESS,
        "kind": Kind.ON,
        "start": date(2026, 11, 1),
        "end": date(2026, 12, 31),
        "last_heard": TODAY,
        "check_in_days": 60,
    }
    return Facts(**{**usual, **changes})


def test_is_not_late_on_the_last_day_itself_but_the_day_after():
    due_today = facts(end=TODAY)
    assert Flag.OVERDUE not in flags(due_today, TODAY)
    assert Flag.OVERDUE in flags(due_today, TODAY + timedelta(days=1))


@pytest.mark.parametrize("status", [Status.DONE, Status.DROPPED, Status.NOT_PARTICIPATING])
def test_what_is_settled_is_neither_late_nor_silent(status):
    long_ago = facts(status=status, end=date(2026, 1, 1), last_heard=date(2026, 1, 1))
    assert flags(long_ago, TODAY) == ()


def test_continuous_work_is_never_late_but_can_fall_silent():
    work = facts(kind=Kind.CONTINUOUS, start=None, end=None, last_heard=date(2026, 3, 1))
    assert flags(work, TODAY) == (Flag.SILENT,)


def test_is_silent_only_after_the_whole_interval():
    heard = facts(last_heard=TODAY - timedelta(days=60))
    assert Flag.SILENT not in flags(heard, TODAY)
    assert Flag.SILENT in flags(heard, TODAY + timedelta(days=1))


def test_is_not_silent_before_its_time_has_begun():
    later = facts(start=date(2026, 12, 1), last_heard=date(2026, 1, 1))
    assert Flag.SILENT not in flags(later, TODAY)


def test_a_draft_has_no_silence():
    assert flags(facts(last_heard=None), TODAY) == ()


def test_rest_is_not_silence_but_can_be_late():
    resting = facts(status=Status.PAUSED, end=date(2026, 10, 1), last_heard=date(2026, 1, 1))
    assert flags(resting, TODAY) == (Flag.OVERDUE,)


def test_due_soon_reaches_two_weeks_ahead():
    assert Flag.DUE_SOON in flags(facts(end=TODAY + timedelta(days=14)), TODAY)
    assert Flag.DUE_SOON not in flags(facts(end=TODAY + timedelta(days=15)), TODAY)


def test_late_is_shown_before_the_stored_word_and_soon_is_not():
    assert shown(facts(end=date(2026, 11, 1)), TODAY) is Flag.OVERDUE
    assert shown(facts(end=TODAY), TODAY) is Status.IN_PROGRESS
