"""Mail that waits in the database until its transaction is safe, and is then sent.

A kill between sending and noting can send a letter twice, never lose one; the second has the same
Message-ID, so that mail programs show it once.
"""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid

from sqlalchemy import select

from regionhub.database import writing
from regionhub.extensions import db
from regionhub.models import OutboxMail

TIMEOUT_SECONDS = 20
MOST_TRIES = 10


@dataclass(frozen=True, slots=True)
class Server:
    """Where letters are handed over. Without a host nothing is sent and everything waits."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = ""
    tls: bool = True


def put(
    *, recipient: str, kind: str, about: str, due: date, subject: str, body: str, now: datetime
) -> bool:
    """Lay a letter in the outbox, once for each recipient, kind, subject matter and day.

    Returns whether it was new. Flushes; the caller's commit makes it real.
    """
    known = select(OutboxMail.id).where(
        OutboxMail.recipient == recipient,
        OutboxMail.kind == kind,
        OutboxMail.about == about,
        OutboxMail.due == due,
    )
    if db.session.scalars(known).first() is not None:
        return False
    db.session.add(
        OutboxMail(
            recipient=recipient,
            kind=kind,
            about=about,
            due=due,
            message_id=make_msgid(domain="regionhub.invalid"),
            subject=subject,
            body=body,
            created_at=now,
        )
    )
    db.session.flush()
    return True


def send_waiting(server: Server, *, now: datetime) -> int:
    """Send every waiting letter, noting each by itself; returns how many went."""
    if not server.host:
        return 0
    waiting = db.session.scalars(
        select(OutboxMail.id)
        .where(OutboxMail.sent_at.is_(None), OutboxMail.tries < MOST_TRIES)
        .order_by(OutboxMail.id)
    ).all()
    db.session.rollback()
    if not waiting:
        return 0
    with _connection(server) as connection:
        return sum(_send_one(connection, server, number, now) for number in waiting)


def _send_one(connection: smtplib.SMTP, server: Server, number: int, now: datetime) -> bool:
    with writing():
        letter = db.session.get(OutboxMail, number)
        if letter is None or letter.sent_at is not None:
            db.session.rollback()
            return False
        letter.tries += 1
        try:
            connection.send_message(_message(letter, server))
            letter.sent_at = now
            letter.last_error = ""
        except smtplib.SMTPException as fault:
            letter.last_error = str(fault)[:500]
        db.session.commit()
        return letter.sent_at is not None


def _message(letter: OutboxMail, server: Server) -> EmailMessage:
    message = EmailMessage()
    message["From"] = server.sender
    message["To"] = letter.recipient
    message["Subject"] = letter.subject
    message["Date"] = format_datetime(letter.created_at)
    message["Message-ID"] = letter.message_id
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(letter.body)
    return message


@contextmanager
def _connection(server: Server) -> Iterator[smtplib.SMTP]:
    with smtplib.SMTP(server.host, server.port, timeout=TIMEOUT_SECONDS) as connection:
        if server.tls:
            connection.starttls(context=ssl.create_default_context())
        if server.user:
            connection.login(server.user, server.password)
        yield connection
