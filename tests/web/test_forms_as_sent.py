"""Forms for something new, sent with all that a browser sends: what is hidden and empty too."""

import pytest

from regionhub.domain.permissions import Role
from regionhub.extensions import db
from regionhub.models import FollowUpPeriod
from regionhub.services import follow_ups
from tests.support import factories
from tests.support.clock import YEAR
from tests.support.forms import filled


@pytest.fixture
def office(region, browse):
    return browse(factories.account("Karin Kansli", role=Role.OFFICE))


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("aktivitet/ny", {"title": "Pröva reservkraften", "reason": "Nytt krav"}),
        ("mal/nytt", {"text": "Alla har reservkraft", "reason": "Nytt krav"}),
        ("mal/{goal}/indikator/ny", {"name": "Timmar", "reason": "Nytt krav"}),
        ("mal/{goal}/bedomning/{period}", {"forecast": "reachable"}),
    ],
)
def test_what_is_new_in_a_plan_is_taken(what, written, region, office):
    goal = factories.goal(factories.plan(factories.group("it")))
    follow_ups.open_year(region, YEAR)
    period = db.session.query(FollowUpPeriod).filter_by(key="t1").one()
    send(office, f"/it/2026/{what.format(goal=goal.id, period=period.id)}", written)


@pytest.mark.parametrize(
    ("what", "written"),
    [
        ("personer/ny", {"name": "Nils Ny"}),
        ("konton/nytt", {"name": "Nils Ny", "email": "nils@example.org"}),
        ("grupper/it/platser/ny", {"name": "Nils Ny", "starts": "2026-11-23"}),
        (
            "region/kommuner/ny",
            {"name": "Örnsköldsvik", "letters": "Ör", "code": "2284", "starts": "2027-01-01"},
        ),
        ("region/mal/nytt", {"number": "4", "text": "Klimatet i allt", "from_year": "2027"}),
    ],
)
def test_what_is_new_in_the_region_is_taken(what, written, office):
    factories.group("it")
    send(office, f"/administration/{what}", written)


def send(person, path, written):
    """Open the form, write in it and send it; it is taken."""
    answer = person.ask("POST", path, data={**filled(person.get(path), path), **written})
    assert answer.status_code in (200, 302)
