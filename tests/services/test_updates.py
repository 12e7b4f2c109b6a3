from datetime import timedelta

import pytest

from regionhub.domain.errors import NotAllowed, NotFound, Refused, StaleEdit
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change
from regionhub.services import updates
from regionhub.services.changes import Save
from regionhub.services.updates import Said
from tests.support import factories
from tests.support.clock import NOW


def save_by(account, at=NOW):
    return Save(factories.actor(account), at)


@pytest.fixture
def group(region):
    return factories.group("it")


@pytest.fixture
def convener(group):
    return factories.convener(group)


@pytest.fixture
def activity(group):
    return factories.activity(factories.plan(group), status=Status.IN_PROGRESS)


def said(row, **words):
    return Said(version=row.version, **words)


def sentences():
    return [change.sentence for change in db.session.query(Change).order_by(Change.id)]


def update(activity, account, shared=None, at=NOW, **cells):
    by_key = {cell.municipality.key: cell for cell in activity.cells}
    updates.update_activity(
        activity,
        shared=said(activity, **shared) if shared is not None else None,
        cells={by_key[key].id: said(by_key[key], **words) for key, words in cells.items()},
        save=save_by(account, at),
    )


def test_the_convener_sets_the_shared_part_and_the_log_tells(activity, convener):
    update(activity, convener, {"status": Status.DONE, "comment": "Avtalet är påskrivet"})
    assert activity.status is Status.DONE
    assert activity.last_comment == "Avtalet är påskrivet"
    assert activity.last_heard_at == NOW
    assert sentences() == ["Satte Genomförd (var Pågår). ”Avtalet är påskrivet”"]


def test_what_says_nothing_leaves_no_trace(activity, convener):
    update(activity, convener, {"status": Status.IN_PROGRESS})
    assert activity.last_heard_at is None
    assert sentences() == []


def test_nothing_new_is_also_a_word(activity, convener):
    update(activity, convener, {"nothing_new": True})
    assert activity.last_heard_at == NOW
    assert sentences() == ["Inget nytt, men på gång"]


def test_an_earlier_comment_stays_when_only_the_status_changes(activity, convener):
    update(activity, convener, {"comment": "Först detta"})
    update(activity, convener, {"status": Status.PAUSED})
    assert activity.last_comment == "Först detta"


def test_the_whole_follows_its_cells(activity, convener):
    factories.cells(activity, "umea", "vindeln")
    update(
        activity,
        convener,
        umea={"status": Status.DONE},
        vindeln={"status": Status.NOT_PARTICIPATING, "comment": "Har redan systemet"},
    )
    assert activity.status is Status.DONE
    assert activity.last_heard_at == NOW
    assert sentences() == [
        "Umeå: Genomförd (var Ej påbörjad)",
        "Vindeln: Deltar inte (var Ej påbörjad). ”Har redan systemet”",
        "Hela aktiviteten blev Genomförd (var Pågår)",
    ]


def test_where_no_municipality_takes_part_the_whole_rests(activity, convener):
    factories.cells(activity, "umea")
    update(activity, convener, umea={"status": Status.NOT_PARTICIPATING})
    assert activity.status is Status.PAUSED


def test_the_whole_of_a_split_activity_is_never_set_by_hand(activity, convener):
    factories.cells(activity, "umea")
    with pytest.raises(Refused, match="följer av kommunernas"):
        update(activity, convener, {"status": Status.DONE})


def test_nothing_is_said_of_what_has_been_dropped(activity, convener):
    factories.cells(activity, "umea")
    activity.status = Status.DROPPED
    for words in ({"shared": {"comment": "Hej"}}, {"umea": {"status": Status.DONE}}):
        with pytest.raises(Refused, match="Ta upp den igen"):
            update(activity, convener, **words)


def test_a_cell_that_speaks_makes_the_activity_heard(activity, convener, group):
    factories.cells(activity, "umea", status=Status.IN_PROGRESS)
    later = NOW + timedelta(days=1)
    member = factories.member(group, factories.municipality("umea"))
    update(activity, member, umea={"nothing_new": True}, at=later)
    assert activity.cells[0].last_heard_at == activity.last_heard_at == later
    assert sentences() == ["Umeå: Inget nytt, men på gång"]


def test_a_member_sets_only_the_own_municipality(activity, group):
    factories.cells(activity, "umea", "vindeln")
    member = factories.member(group, factories.municipality("umea"))
    update(activity, member, umea={"status": Status.DONE})
    for forbidden in ({"vindeln": {"status": Status.DONE}}, {"shared": {"comment": "Hej"}}):
        with pytest.raises(NotAllowed):
            update(activity, member, **forbidden)


@pytest.mark.parametrize("key", ["kultur", "it"])
def test_whoever_has_no_part_in_it_is_refused(activity, key):
    stranger = (
        factories.convener(factories.group(key)) if key != "it" else factories.account("Någon")
    )
    with pytest.raises(NotAllowed):
        update(activity, stranger, {"comment": "Hej"})


def test_a_cell_of_another_activity_is_not_found(activity, convener):
    other = factories.activity(activity.plan)
    [cell] = factories.cells(other, "umea")
    with pytest.raises(NotFound):
        updates.update_activity(
            activity, shared=None, cells={cell.id: said(cell)}, save=save_by(convener)
        )


def test_a_closed_plan_takes_no_updates(activity, convener):
    activity.plan.state = PlanState.CLOSED
    with pytest.raises(Refused, match="avslutad"):
        update(activity, convener, {"comment": "För sent"})


def test_a_status_that_no_such_part_can_have_is_refused(activity, convener):
    other = factories.activity(activity.plan)
    factories.cells(activity, "umea")
    with pytest.raises(Refused):
        update(activity, convener, umea={"status": Status.DROPPED})
    for status in (Status.NOT_PARTICIPATING, Status.DROPPED):
        with pytest.raises(Refused):
            update(other, convener, {"status": status})


def test_a_stale_version_names_the_rows_that_changed(activity, convener):
    factories.cells(activity, "umea", "vindeln")
    umea, vindeln = activity.cells
    umea.status = Status.DONE
    db.session.flush()
    cells = {
        umea.id: Said(version=1, status=Status.PAUSED),
        vindeln.id: Said(version=1, status=Status.DONE),
    }
    with pytest.raises(StaleEdit) as stale:
        updates.update_activity(activity, shared=None, cells=cells, save=save_by(convener))
    assert stale.value.current == [umea]
    assert vindeln.status is Status.NOT_STARTED


def test_several_are_saved_together_or_not_at_all(activity, convener):
    other = factories.activity(activity.plan)
    wanted = [
        updates.Update(activity, said(activity, status=Status.DONE), {}),
        updates.Update(other, said(other, status=Status.NOT_PARTICIPATING), {}),
    ]
    problems = updates.update_activities(wanted, save=save_by(convener))
    assert list(problems) == [other.id]
    assert activity.status is Status.IN_PROGRESS
    assert updates.update_activities(wanted[:1], save=save_by(convener)) == {}
    assert activity.status is Status.DONE


def test_an_activity_is_found_only_in_its_own_group_and_year(activity, group, region):
    assert updates.in_plan(group.id, 2026, activity.id) is activity
    for elsewhere in ((factories.group("kultur").id, 2026), (group.id, 2025)):
        with pytest.raises(NotFound):
            updates.in_plan(*elsewhere, activity.id)
    with pytest.raises(NotFound):
        updates.in_region(region, [activity.id, activity.id + 1])
