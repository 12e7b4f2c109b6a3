"""People and plans that the pages of a working group are tried with."""

import pytest

from regionhub.domain.permissions import Role
from regionhub.domain.plan_state import PlanState
from regionhub.models import Group, Region, WorkPlan
from tests.support import factories
from tests.support.browser import Browser


@pytest.fixture
def it(region: Region) -> Group:
    """The working group that the tests look at."""
    return factories.group("it")


@pytest.fixture
def plan(it: Group) -> WorkPlan:
    """The group's accepted plan of this year."""
    return factories.plan(it)


@pytest.fixture
def draft(it: Group) -> WorkPlan:
    """The group's plan of this year while it is still a draft."""
    return factories.plan(it, state=PlanState.DRAFT, accepted_on=None, accepted_by="")


@pytest.fixture
def reader(it: Group, browse) -> Browser:
    """A member of the group: reads the plan."""
    return browse(factories.member(it, factories.municipality("umea")))


@pytest.fixture
def convener(it: Group, browse) -> Browser:
    """The group's convener: writes the plan."""
    return browse(factories.convener(it))


@pytest.fixture
def office(region: Region, browse) -> Browser:
    """The office: accepts plans."""
    return browse(factories.account("Kim Kansli", role=Role.OFFICE))
