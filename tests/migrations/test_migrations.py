"""The migrations run up, down and up again with data, and the models equal their head."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import downgrade, upgrade
from sqlalchemy import inspect, text

from regionhub.extensions import Base, db
from regionhub.folders import MIGRATIONS
from regionhub.models import Municipality, Region
from regionhub.services import schema
from tests.conftest import DATABASES
from tests.support import factories


@pytest.fixture(params=DATABASES)
def own_app(request, new_database, new_app):
    """An app on a database of its own, since the test pulls the tables down."""
    app = new_app(new_database(request.param, f"migrations_{request.param}"))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def test_up_down_and_up_again_with_data(own_app):
    factories.region()
    plan = factories.plan(factories.group("it"))
    factories.cells(factories.activity(plan, when="Vecka 44"))
    db.session.commit()
    before = _counts()
    for step in reversed(_revisions()[:-1]):
        db.session.remove()
        downgrade(revision=step)
        upgrade()
    assert _counts() == before
    assert before["cell"] == 6

    db.session.remove()
    downgrade(revision="base")
    assert set(inspect(db.engine).get_table_names()) <= {"alembic_version"}
    upgrade()
    db.session.add(Region(key="ny", name="Ny region"))
    db.session.commit()
    assert db.session.query(Municipality).count() == 0


def test_the_models_equal_the_head(own_app):
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_there_is_one_head_and_numbers_run_without_gaps():
    revisions = _revisions()
    assert revisions == [f"{n:03}" for n in range(1, len(revisions) + 1)]
    assert schema.head() == revisions[-1]


def test_a_database_at_another_migration_is_not_ready(own_app):
    assert own_app.test_client().get("/readyz").status_code == 200
    db.session.remove()
    downgrade(revision=_revisions()[-2])
    assert own_app.test_client().get("/readyz").json == {"status": "not migrated"}
    db.session.remove()
    downgrade(revision="base")
    with db.engine.begin() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    assert own_app.test_client().get("/readyz").json == {"status": "not migrated"}


def _revisions():
    script = ScriptDirectory(str(MIGRATIONS))
    assert len(script.get_heads()) == 1
    return [step.revision for step in reversed(list(script.walk_revisions()))]


def _counts():
    return {
        table.name: db.session.execute(text(f'SELECT count(*) FROM "{table.name}"')).scalar()
        for table in Base.metadata.sorted_tables
    }
