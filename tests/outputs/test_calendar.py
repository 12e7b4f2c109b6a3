"""The feed, read back by a calendar library and looked at byte by byte."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from regionhub.outputs.calendar import DeadlineEvent, calendar_bytes, event_bytes

CHANGED = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
EVENT = DeadlineEvent(
    uid="aktivitet-17@regionhub.example.org",
    title="Kulturlov i alla bibliotek",
    start=date(2026, 10, 26),
    end=date(2026, 11, 1),
    description="Vecka 44",
    url="https://regionhub.example.org/kultur/2026/aktivitet/17",
    categories=("Kultur", "Umeå"),
    sequence=4,
    changed_at=CHANGED,
)


def feed(*events: DeadlineEvent) -> bytes:
    return calendar_bytes("Mina aktiviteter", "Allt som är mitt", map(event_bytes, events))


def read_back(event: DeadlineEvent) -> Event:
    (found,) = Calendar.from_ical(feed(event)).events
    return found


def test_a_week_is_drawn_whole_with_an_exclusive_end() -> None:
    found = read_back(EVENT)
    assert found.decoded("dtstart") == date(2026, 10, 26)
    assert found.decoded("dtend") == date(2026, 11, 2)
    assert b"DTSTART;VALUE=DATE:20261026\r\n" in feed(EVENT)


def test_a_longer_interval_stands_on_its_due_date_and_is_told_in_words() -> None:
    found = read_back(replace(EVENT, start=date(2026, 4, 1), end=date(2026, 6, 30)))
    assert found.decoded("dtstart") == date(2026, 6, 30)
    assert found.decoded("dtend") == date(2026, 7, 1)
    assert str(found["description"]) == "Tid: 1 april–30 juni 2026.\nVecka 44"


def test_no_later_than_stands_on_the_last_day() -> None:
    found = read_back(replace(EVENT, start=None, end=date(2026, 9, 30), description=""))
    assert found.decoded("dtstart") == date(2026, 9, 30)
    assert str(found["description"]) == "Senast 30 september 2026."


def test_one_day_needs_no_words_about_time() -> None:
    found = read_back(replace(EVENT, start=date(2026, 11, 1), description="Klart"))
    assert str(found["description"]) == "Klart"


def test_time_of_change_and_version_are_those_of_the_row() -> None:
    found = read_back(EVENT)
    assert found.decoded("dtstamp") == found.decoded("last-modified") == CHANGED
    assert found["sequence"] == 4
    assert str(found["uid"]) == EVENT.uid


def test_a_deadline_blocks_nobodys_time() -> None:
    found = read_back(EVENT)
    assert str(found["transp"]) == "TRANSPARENT"
    assert str(found["status"]) == "CONFIRMED"


def test_a_cancelled_deadline_says_so_twice() -> None:
    found = read_back(replace(EVENT, cancelled=True))
    assert str(found["status"]) == "CANCELLED"
    assert str(found["summary"]) == "INSTÄLLD: Kulturlov i alla bibliotek"


def test_the_feed_names_itself_and_says_how_often_to_return() -> None:
    whole = calendar_bytes("Region; alla, år", "Rad 1\nRad 2", [event_bytes(EVENT)])
    calendar = Calendar.from_ical(whole)
    assert "\r\nNAME:Region\\; alla\\, år\r\n".encode() in whole
    assert "X-WR-CALNAME:Region\\; alla\\, år\r\n".encode() in whole
    assert str(calendar["description"]) == "Rad 1\nRad 2"
    assert calendar.decoded("refresh-interval") == timedelta(hours=6)
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n" in whole
    assert b"X-PUBLISHED-TTL:PT6H\r\n" in whole
    assert b"PRODID:" in whole
    assert b"METHOD" not in whole
    assert b"VTIMEZONE" not in whole


def test_lines_are_folded_at_75_octets_and_end_with_crlf() -> None:
    long = replace(EVENT, title="Överförmyndarnas 😀 samråd " * 40, description="åäö😀" * 300)
    whole = feed(long)
    assert b"\n" not in whole.replace(b"\r\n", b"")
    assert whole.endswith(b"END:VCALENDAR\r\n")
    assert max(len(line) for line in whole.split(b"\r\n")) <= 75
    for line in whole.split(b"\r\n"):
        line.decode()
    assert str(read_back(long)["summary"]) == " ".join(long.title.split())
    assert str(read_back(long)["description"]).endswith("åäö😀" * 300)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Bröd, smör; ost", "Bröd, smör; ost"),
        (r"C:\mapp\ny", r"C:\mapp\ny"),
        ("två\r\nrader", "två rader"),
        ("klocka\x07 noll\x00 ström\x1b[0m", "klocka noll ström [0m"),
        ("halvt \ud83d tecken", "halvt tecken"),
        ("BEGIN:VALARM\r\nEND:VEVENT", "BEGIN:VALARM END:VEVENT"),
        ("familj 👨‍👩‍👧 & flagga 🇸🇪", "familj 👨‍👩‍👧 & flagga 🇸🇪"),
    ],
)
def test_what_a_person_typed_comes_back_as_text(typed: str, shown: str) -> None:
    assert str(read_back(replace(EVENT, title=typed))["summary"]) == shown


def test_special_signs_are_escaped_in_the_bytes() -> None:
    whole = event_bytes(replace(EVENT, title=r"a,b;c\d", description="en\ntvå"))
    assert rb"SUMMARY:a\,b\;c\\d" in whole
    assert rb"en\ntv" in whole


def test_a_category_with_a_comma_stays_one_category() -> None:
    found = read_back(replace(EVENT, categories=("Kultur, fritid", "IT")))
    assert [str(name) for name in found.categories] == ["Kultur, fritid", "IT"]


def test_equal_input_gives_equal_bytes_and_order_is_kept() -> None:
    other = replace(EVENT, uid="b@regionhub.example.org")
    assert feed(EVENT, other) == feed(EVENT, other)
    found = [str(event["uid"]) for event in Calendar.from_ical(feed(other, EVENT)).walk("VEVENT")]
    assert found == [other.uid, EVENT.uid]


def test_a_feed_without_events_is_still_a_calendar() -> None:
    assert not Calendar.from_ical(feed()).walk("VEVENT")
