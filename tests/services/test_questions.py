from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import bindparam, select

from regionhub.extensions import db
from regionhub.models import Municipality
from regionhub.questions import Question, _spare

AT_ONCE, TIMES = 8, 40


@pytest.fixture
def ask(region):
    """Ask what the municipality with a key is called."""
    db.session.commit()
    question = Question(select(Municipality.name).where(Municipality.key == bindparam("key")))
    engine = db.engine
    return lambda key: question.first(engine, key=key)


def test_all_who_ask_at_once_get_their_own_answers(region, ask):
    names = {place.key: place.name for place in db.session.scalars(select(Municipality))}
    keys = list(names)
    db.session.rollback()
    begin = Barrier(AT_ONCE)

    def asks(number: int) -> list[tuple[str, str]]:
        begin.wait()
        wanted = [keys[(number + n) % len(keys)] for n in range(TIMES)]
        return [(names[key], ask(key)[0]) for key in wanted]

    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = [pair for share in pool.map(asks, range(AT_ONCE)) for pair in share]
    assert len(answers) == AT_ONCE * TIMES
    assert all(wanted == got for wanted, got in answers)
    assert 1 <= len(_spare[db.engine]) <= AT_ONCE + 1


def test_a_connection_that_has_closed_is_replaced(ask):
    assert ask("umea") == ("Umeå",)
    for connection in _spare[db.engine]:
        connection.close()
    assert ask("umea") == ("Umeå",)


def test_nothing_is_found_where_there_is_nothing(ask):
    assert ask("atlantis") is None
