from sqlalchemy import select

from regionhub.extensions import db
from regionhub.models import Person
from regionhub.models.swedish_order import swedish
from tests.support import factories

NAMES = ["Alva", "albin", "Zara", "Åsa", "Ärla", "Örjan", "Ängla"]


def test_names_come_in_swedish_order_on_both_databases(region):
    for name in NAMES:
        factories.person(name)
    found = db.session.scalars(select(Person.name).order_by(swedish(Person.name))).all()
    assert found == ["albin", "Alva", "Zara", "Åsa", "Ängla", "Ärla", "Örjan"]


def test_the_statement_is_compiled_once(region):
    def key():
        return select(Person.name).order_by(swedish(Person.name))._generate_cache_key()

    assert key() is not None
    assert key() == key()
    assert key() != select(Person.name).order_by(swedish(Person.email))._generate_cache_key()
