"""Letters wait for their commit, go once, and keep their Message-ID on a second try."""

from datetime import date

import pytest
from aiosmtpd.controller import Controller

from regionhub.extensions import db
from regionhub.models import OutboxMail
from regionhub.services import outbox
from tests.support.clock import NOW
from tests.support.ports import free_port


class Sink:
    """The far end of the mail server: keeps what it is handed, or refuses."""

    def __init__(self):
        self.letters = []
        self.refuses = False

    async def handle_DATA(self, server, session, envelope):
        if self.refuses:
            return "451 come back later"
        self.letters.append(envelope.content.decode())
        return "250 OK"


@pytest.fixture
def sink():
    handler = Sink()
    controller = Controller(handler, hostname="127.0.0.1", port=free_port())
    controller.start()
    handler.server = outbox.Server(
        host="127.0.0.1",
        port=controller.port,
        sender="regionhub@example.org",
        tls=False,
    )
    yield handler
    controller.stop()


def put(about="plan-1"):
    return outbox.put(
        recipient="eva@example.org",
        kind="returned",
        about=about,
        due=date(2026, 11, 23),
        subject="Planen är återsänd – se över målen",
        body="Hej Eva!\n\nÅtersänd.",
        now=NOW,
    )


def test_the_same_letter_is_laid_once(app):
    assert put()
    assert not put()
    assert put(about="plan-2")


def test_a_waiting_letter_is_sent_once(app, sink):
    put()
    db.session.commit()
    assert outbox.send_waiting(sink.server, now=NOW) == 1
    assert outbox.send_waiting(sink.server, now=NOW) == 0
    assert len(sink.letters) == 1
    assert "To: eva@example.org" in sink.letters[0]


def test_a_refused_letter_waits_and_keeps_its_message_id(app, sink):
    put()
    db.session.commit()
    sink.refuses = True
    assert outbox.send_waiting(sink.server, now=NOW) == 0
    letter = db.session.query(OutboxMail).one()
    assert (letter.tries, letter.sent_at) == (1, None)
    assert "come back later" in letter.last_error
    sink.refuses = False
    assert outbox.send_waiting(sink.server, now=NOW) == 1
    assert f"Message-ID: {letter.message_id}" in sink.letters[0]


def test_without_a_server_everything_waits(app):
    put()
    db.session.commit()
    nowhere = outbox.Server(host="", port=25, sender="regionhub@example.org")
    assert outbox.send_waiting(nowhere, now=NOW) == 0
    assert db.session.query(OutboxMail).one().tries == 0
