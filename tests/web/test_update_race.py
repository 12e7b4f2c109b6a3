"""Two people save the same thing at the same moment: one wins, the other is shown both texts."""

import pytest

from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change
from tests.support import factories
from tests.support.at_once import at_once
from tests.support.clock import NOW, YEAR
from tests.support.forms import filled

ROUNDS = 5


@pytest.fixture
def group(region):
    return factories.group("it")


@pytest.fixture
def activity(group):
    return factories.activity(factories.plan(group), when="31 augusti", last_heard_at=NOW)


@pytest.mark.parametrize("path", ["/min-sida", "/it/{year}/aktivitet/{id}/lage"])
def test_one_wins_and_nothing_is_lost(activity, group, browse, path):
    path = path.format(year=YEAR, id=activity.id)
    people = [browse(factories.convener(group)) for _ in range(2)]
    for number in range(ROUNDS):
        before, lines = activity.version, db.session.query(Change).count()
        forms = [
            filled(person.get(path), path, hela_comment=f"{number} från {name}")
            for person, name in zip(people, ("Ada", "Bo"), strict=True)
        ]
        assert at_once(people, path, forms) == [302, 409]
        said = [c.sentence for c in db.session.query(Change).order_by(Change.id)][lines:]
        assert said == [f"”{activity.last_comment}”"]
        assert activity.version == before + 1


def test_municipalities_that_save_at_once_are_both_heard(activity, group, browse):
    keys = ("umea", "vindeln", "vannas")
    cells = factories.cells(activity, *keys)
    people = [browse(factories.member(group, factories.municipality(key))) for key in keys]
    path = f"/it/{YEAR}/aktivitet/{activity.id}/lage"
    forms = [
        filled(person.get(path), path, **{f"c{cell.id}_status": "done"})
        for person, cell in zip(people, cells, strict=True)
    ]
    assert at_once(people, path, forms) == [302, 302, 302]
    assert {cell.status for cell in cells} == {Status.DONE}
    assert activity.status is Status.DONE
    wholes = [c.sentence for c in db.session.query(Change) if c.subject == "activity_whole"]
    assert wholes == [
        "Hela aktiviteten blev Pågår (var Ej påbörjad)",
        "Hela aktiviteten blev Genomförd (var Pågår)",
    ]
