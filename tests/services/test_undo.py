from datetime import timedelta

import pytest

from regionhub.domain.errors import NotFound, Refused
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change
from regionhub.services import undo, updates
from regionhub.services.updates import Said
from tests.services.test_updates import save_by
from tests.support import factories
from tests.support.clock import NOW


@pytest.fixture
def group(region):
    return factories.group("it")


@pytest.fixture
def convener(group):
    return factories.convener(group)


@pytest.fixture
def activity(group):
    made = factories.activity(factories.plan(group), status=Status.NOT_STARTED)
    factories.cells(made, "umea", "vindeln")
    return made


def set_cell(activity, key, status, account, *, comment="", at=NOW):
    cell = next(c for c in activity.cells if c.municipality.key == key)
    save = save_by(account, at)
    words = Said(version=cell.version, status=status, comment=comment)
    updates.update_activity(activity, shared=None, cells={cell.id: words}, save=save)
    return save.batch


def test_all_of_ones_latest_update_is_taken_back_and_told(region, activity, convener):
    umea, _ = activity.cells
    batch = set_cell(activity, "umea", Status.DONE, convener, comment="Klart")
    assert activity.status is Status.IN_PROGRESS
    undo.undo(region, batch=batch, save=save_by(convener))
    assert (umea.status, umea.comment, umea.last_heard_at) == (Status.NOT_STARTED, "", None)
    assert (activity.status, activity.last_heard_at) == (Status.NOT_STARTED, None)
    told = [c.sentence for c in db.session.query(Change).order_by(Change.id)]
    assert told[2:] == [
        "Ångrade: Umeå: Genomförd (var Ej påbörjad). ”Klart”",
        "Ångrade: Hela aktiviteten blev Pågår (var Ej påbörjad)",
    ]


def test_a_shared_update_is_taken_back(region, group, convener):
    activity = factories.activity(factories.plan(group, 2025), status=Status.IN_PROGRESS)
    save = save_by(convener)
    words = Said(version=activity.version, status=Status.DONE, comment="Klart")
    updates.update_activity(activity, shared=words, cells={}, save=save)
    undo.undo(region, batch=save.batch, save=save_by(convener))
    assert (activity.status, activity.last_comment) == (Status.IN_PROGRESS, "")


def test_it_is_undone_only_once_and_only_the_latest(region, activity, convener):
    first = set_cell(activity, "umea", Status.IN_PROGRESS, convener)
    second = set_cell(activity, "umea", Status.DONE, convener)
    with pytest.raises(Refused, match="Bara din senaste"):
        undo.undo(region, batch=first, save=save_by(convener))
    undo.undo(region, batch=second, save=save_by(convener))
    with pytest.raises(Refused, match="redan ångrad"):
        undo.undo(region, batch=second, save=save_by(convener))
    undo.undo(region, batch=first, save=save_by(convener))
    assert activity.cells[0].status is Status.NOT_STARTED


def test_nothing_is_undone_that_somebody_has_built_upon(region, activity, convener, group):
    batch = set_cell(activity, "umea", Status.DONE, convener)
    member = factories.member(group, factories.municipality("umea"))
    set_cell(activity, "umea", Status.PAUSED, member)
    with pytest.raises(Refused, match="Någon har ändrat"):
        undo.undo(region, batch=batch, save=save_by(convener))
    assert activity.cells[0].status is Status.PAUSED


def test_what_another_municipality_has_said_since_stays(region, activity, convener, group):
    batch = set_cell(activity, "umea", Status.DONE, convener)
    member = factories.member(group, factories.municipality("vindeln"))
    later = NOW + timedelta(hours=1)
    set_cell(activity, "vindeln", Status.DONE, member, at=later)
    undo.undo(region, batch=batch, save=save_by(convener))
    umea, vindeln = activity.cells
    assert (umea.status, vindeln.status) == (Status.NOT_STARTED, Status.DONE)
    assert activity.status is Status.IN_PROGRESS
    assert activity.last_heard_at == vindeln.last_heard_at == later


def test_another_persons_update_is_not_ones_own_to_undo(region, activity, convener, group):
    batch = set_cell(activity, "umea", Status.DONE, convener)
    with pytest.raises(NotFound):
        undo.undo(region, batch=batch, save=save_by(factories.convener(group)))


def test_only_the_latest_save_is_offered(activity, convener):
    set_cell(activity, "umea", Status.IN_PROGRESS, convener)
    latest = set_cell(activity, "vindeln", Status.DONE, convener)
    batches = undo.lately(save_by(convener).actor)
    assert [lines[0].sentence for lines in batches] == [
        "Vindeln: Genomförd (var Ej påbörjad)",
        "Umeå: Pågår (var Ej påbörjad)",
    ]
    assert undo.undoable(batches) == latest
