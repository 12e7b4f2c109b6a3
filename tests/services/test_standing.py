"""How an activity and its strip stand on a day."""

from datetime import timedelta

from regionhub.domain.status import Flag, Status
from regionhub.services import standing
from tests.support import factories
from tests.support.clock import NOW, TODAY

EARLIER = NOW - timedelta(days=10)


def standing_of(activity):
    return standing.of(activity, activity.plan, today=TODAY, check_in_days=60)


def test_the_strip_follows_the_municipalities_fixed_order(region):
    activity = factories.activity(factories.plan(factories.group("it")), when="31 december")
    factories.cells(activity, "vannas", "bjurholm", last_heard_at=NOW)
    found = standing_of(activity)
    assert [cell.letters for cell in found.cells] == ["Bj", "Vä"]
    assert found.sentence == "0 av 2 klara; Bjurholm och Vännäs ej påbörjade"


def test_a_cell_without_a_time_of_its_own_is_late_with_the_activity(region):
    activity = factories.activity(factories.plan(factories.group("it")), when="31 mars")
    early, _late = factories.cells(activity, "umea", "vindeln", last_heard_at=NOW)
    early.when = factories.read("31 december", year=2026)
    states = {cell.letters: cell.state for cell in standing_of(activity).cells}
    assert states == {"Um": Status.NOT_STARTED, "Vi": Flag.OVERDUE}


def test_nothing_more_is_expected_of_what_has_been_dropped(region):
    activity = factories.activity(
        factories.plan(factories.group("it")), when="31 mars", status=Status.DROPPED
    )
    factories.cells(activity, "umea")
    found = standing_of(activity)
    assert found.flags == ()
    assert [cell.state for cell in found.cells] == [Status.NOT_STARTED]


def test_the_last_words_are_the_wholes_or_what_a_municipality_has_said_since(region):
    activity = factories.activity(
        factories.plan(factories.group("it")), last_comment="Hälften klart", last_heard_at=EARLIER
    )
    umea, vindeln = factories.cells(activity, "umea", "vindeln")
    assert standing.last_said(activity) == "Hälften klart"
    umea.comment, umea.last_heard_at = "Grävt", EARLIER - timedelta(days=1)
    assert standing.last_said(activity) == "Hälften klart"
    vindeln.comment = "Tjäle"
    vindeln.last_heard_at = activity.last_heard_at = NOW
    assert standing.last_said(activity) == "Vindeln: Tjäle"
    activity.last_comment = ""
    umea.last_heard_at = activity.last_heard_at = NOW + timedelta(days=1)
    assert standing.last_said(activity) == "Umeå: Grävt"
    activity.status, activity.dropped_reason = Status.DROPPED, "Pengarna tog slut"
    assert standing.last_said(activity) == "Pengarna tog slut"
