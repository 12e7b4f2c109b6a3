"""Recurrences come out as rules that calendar programs expand as the words say."""

from datetime import UTC, date, datetime, time

import pytest
from dateutil.rrule import rrulestr

from regionhub.domain.plantime.reader import read
from tests.domain.plantime.table import rows


def days_of(text: str) -> list[date]:
    """What a calendar makes of the rule in the plan's year, from the reading's start."""
    reading = read(text, year=2010)
    assert reading.recurrence is not None
    assert reading.start is not None
    begin = datetime.combine(reading.start, time(), UTC)
    found = rrulestr(reading.recurrence["rrule"], dtstart=begin)
    return [
        moment.date()
        for moment in found.between(begin, datetime(2010, 12, 31, tzinfo=UTC), inc=True)
    ]


@pytest.mark.parametrize(
    ("text", "first", "last", "count"),
    [
        ("varje månad", date(2010, 1, 1), date(2010, 12, 1), 12),
        ("första måndagen i månaden", date(2010, 1, 4), date(2010, 12, 6), 12),
        ("sista fredagen varje månad", date(2010, 1, 29), date(2010, 12, 31), 12),
        ("den 15:e varje månad", date(2010, 1, 15), date(2010, 12, 15), 12),
        ("sista vardagen varje månad", date(2010, 1, 29), date(2010, 12, 31), 12),
        ("kvartalsvis", date(2010, 1, 1), date(2010, 10, 1), 4),
        ("varje tertial", date(2010, 1, 1), date(2010, 9, 1), 3),
        ("varje måndag", date(2010, 1, 4), date(2010, 12, 27), 52),
        ("varje vår", date(2010, 3, 1), date(2010, 3, 1), 1),
        ("årligen den 1 mars", date(2010, 3, 1), date(2010, 3, 1), 1),
        ("årligen v 44", date(2010, 11, 1), date(2010, 11, 1), 1),
        ("årligen i mars och oktober", date(2010, 3, 1), date(2010, 10, 1), 2),
    ],
)
def test_a_calendar_expands_the_rule(text: str, first: date, last: date, count: int) -> None:
    found = days_of(text)
    assert (found[0], found[-1], len(found)) == (first, last, count)


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("3–4 tillfällen under året", {"min": 3, "max": 4, "per": "year"}),
        ("2 gånger/termin", {"min": 2, "max": 2, "per": "term"}),
        ("minst 2 ggr/år", {"min": 2, "per": "year"}),
        ("högst tre möten per termin", {"max": 3, "per": "term"}),
        ("minst 2–3 ggr/år", {"min": 2, "max": 3, "per": "year"}),
        ("minst en gång per år", {"rrule": "FREQ=YEARLY"}),
        ("2 träffar på våren och 2 på hösten", {"min": 4, "max": 4, "per": "year"}),
        ("1 möte vår, 1–2 möten höst", {"min": 2, "max": 3, "per": "year"}),
        ("ca 1 ggr/mån", {"rrule": "FREQ=MONTHLY"}),
        ("några gånger per år", {"per": "year"}),
        ("jämna veckor", {"rrule": "FREQ=WEEKLY;INTERVAL=2", "weeks": "even"}),
        ("varje år i mars 2010–2012", {"rrule": "FREQ=YEARLY;BYMONTH=3"}),
        ("årligen i mars 2010, 2011 och 2012", {"rrule": "FREQ=YEARLY;BYMONTH=3"}),
        ("varje månad mars 2010–2012", {"rrule": "FREQ=MONTHLY"}),
        ("regelbundet", None),
        ("mars", None),
        (
            "3/5 och 7/6",
            {
                "occasions": [
                    {"start": "2010-05-03", "end": "2010-05-03"},
                    {"start": "2010-06-07", "end": "2010-06-07"},
                ]
            },
        ),
        (
            "läsåret, 3 och 10 maj",
            {
                "occasions": [
                    {"start": "2011-05-03", "end": "2011-05-03"},
                    {"start": "2011-05-10", "end": "2011-05-10"},
                ]
            },
        ),
    ],
)
def test_what_has_no_rule_is_told_in_plain_values(
    text: str, recurrence: dict[str, object] | None
) -> None:
    assert read(text, year=2010).recurrence == recurrence


def test_every_rule_of_the_table_is_a_rule() -> None:
    readings = [read(row[1], year=int(row[0])) for row in rows()]
    rules = {(r.recurrence or {}).get("rrule") for r in readings} - {None}
    assert len(rules) > 20
    for rule in rules:
        rrulestr(rule, dtstart=datetime(2010, 1, 1, tzinfo=UTC))
