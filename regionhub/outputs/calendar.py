"""Deadlines as an iCalendar feed (RFC 5545, RFC 7986) that common calendar clients read alike.

Built in two steps so that a feed can be put together from stored pieces: `event_bytes` makes one
VEVENT, which stays the same as long as the activity has the same version, and `calendar_bytes`
joins such pieces. Equal input gives equal bytes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event, vText, vUri

from regionhub.domain.plantime import stretches
from regionhub.domain.swedish import long_date
from regionhub.outputs.plain_text import one_line, printable

PRODUCT = "-//Regionhub//Verksamhetsplaner//SV"
CANCELLED_PREFIX = "INSTÄLLD: "
DRAWN_WHOLE = timedelta(days=7)

_END = b"END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class DeadlineEvent:
    """One deadline of an activity, or of a municipality's cell in it.

    `uid` is kept for life. `end` is the due date and is itself included; `start` is None where
    the plan only says "no later than". `sequence` is the row's version and `changed_at` its time
    of change, aware and in UTC.
    """

    uid: str
    title: str
    start: date | None
    end: date
    description: str
    url: str
    categories: tuple[str, ...]
    sequence: int
    changed_at: datetime
    cancelled: bool = False


def event_bytes(event: DeadlineEvent) -> bytes:
    """One VEVENT, folded, with CRLF line ends.

    An interval of at most a week is drawn whole. A longer one stands on its due date alone, so
    that a quarter's work does not lie as a bar over the quarter; the description tells it.
    """
    first, last = _drawn_days(event)
    vevent = Event()
    vevent.add("uid", printable(event.uid))
    vevent.add("dtstamp", event.changed_at)
    vevent.add("last-modified", event.changed_at)
    vevent.add("sequence", event.sequence)
    vevent.add("dtstart", first)
    vevent.add("dtend", last + timedelta(days=1))
    vevent.add("summary", _title(event))
    vevent.add("description", _description(event))
    vevent.add("url", vUri(one_line(event.url)))
    if event.categories:
        vevent.add("categories", [one_line(name) for name in event.categories])
    vevent.add("transp", "TRANSPARENT")
    vevent.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    folded: bytes = vevent.to_ical()
    return folded


def calendar_bytes(
    name: str, description: str, events: Iterable[bytes], *, refresh_hours: int = 6
) -> bytes:
    """A whole feed of the given VEVENTs, in the given order.

    `refresh_hours` is how often a client is asked to come back.
    """
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    calendar.add("name", vText(one_line(name)))
    calendar.add("x-wr-calname", vText(one_line(name)))
    calendar.add("description", vText(printable(description)))
    calendar.add("x-wr-caldesc", vText(printable(description)))
    interval = timedelta(hours=refresh_hours)
    calendar.add("refresh-interval", interval, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", f"PT{refresh_hours}H")
    head = calendar.to_ical().removesuffix(_END)
    return b"".join((head, *events, _END))


def _drawn_days(event: DeadlineEvent) -> tuple[date, date]:
    start = event.start
    if start is None or event.end - start >= DRAWN_WHOLE:
        return event.end, event.end
    return start, event.end


def _title(event: DeadlineEvent) -> str:
    return (CANCELLED_PREFIX if event.cancelled else "") + one_line(event.title)


def _description(event: DeadlineEvent) -> str:
    text = printable(event.description)
    if event.start is None:
        return f"Senast {long_date(event.end)}.\n{text}".rstrip()
    if event.start == event.end:
        return text
    return f"Tid: {stretches.days(event.start, event.end)}.\n{text}".rstrip()
