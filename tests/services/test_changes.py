"""The log grows for ever, so nothing may sort all of it to show what is newest."""

from contextlib import contextmanager

import pytest
from sqlalchemy import event, text

from regionhub.extensions import db
from regionhub.services import changes, undo
from tests.support import factories


@contextmanager
def explained():
    """How SQLite goes about each statement that is sent inside."""
    asked, told = [], []

    def note(_connection, _cursor, statement, parameters, *_rest):
        if statement.startswith("SELECT"):
            asked.append((statement, parameters))

    event.listen(db.engine, "before_cursor_execute", note)
    yield told
    event.remove(db.engine, "before_cursor_execute", note)
    for statement, parameters in asked:
        rows = db.session.connection().exec_driver_sql(
            f"EXPLAIN QUERY PLAN {statement}", parameters
        )
        told.append("; ".join(row.detail for row in rows))


@pytest.mark.parametrize("_app", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    "ask",
    [
        lambda actor, region: undo.lately(actor),
        lambda actor, region: changes.of_region(region.id, actor, group_id=None, who="", number=1),
        lambda actor, region: changes.of_region(region.id, actor, group_id=1, who="", number=1),
        lambda actor, region: changes.of_plan(1),
        lambda actor, region: changes.of_activity(1),
    ],
    ids=["own", "region", "group", "plan", "activity"],
)
def test_what_is_newest_is_found_without_sorting_the_log(ask, region):
    actor = factories.actor(factories.account())
    db.session.execute(text("ANALYZE"))
    with explained() as told:
        ask(actor, region)
    assert any("change USING INDEX" in plan for plan in told), told
    assert not [plan for plan in told if "TEMP B-TREE" in plan], told
