"""What every working group keeps, whatever it adds of its own."""

import pytest

from regionhub.blueprints import registry
from regionhub.domain.workgroup import WorkGroup
from tests.support import factories

KEYS = [
    "beredskap",
    "bibliotek",
    "naringsliv",
    "turism",
    "upphandling",
    "information",
    "webb",
    "overformyndare",
    "jamstalldhet",
    "kultur",
    "personal",
    "it",
]
PAGES = ("group", "plan", "goal", "activity", "new_goal", "edit_goal", "new_activity")
each = pytest.mark.parametrize("module", registry.ALL, ids=lambda module: module.GROUP.key)


def test_the_keys_are_those_that_addresses_and_people_hold_on_to():
    assert [module.GROUP.key for module in registry.ALL] == KEYS


@each
def test_a_group_declares_itself(module):
    assert isinstance(module.GROUP, WorkGroup)
    assert module.bp.name == module.GROUP.key
    assert module.bp.url_prefix == f"/{module.GROUP.key}"
    assert all((module.GROUP.name, module.GROUP.short, module.GROUP.area))


@each
def test_a_group_has_the_shared_pages(module, app):
    rules = {rule.endpoint for rule in app.url_map.iter_rules()}
    assert {f"{module.GROUP.key}.{page}" for page in PAGES} <= rules


@each
def test_a_groups_pages_answer(module, region, browse):
    key = module.GROUP.key
    group = factories.group(key)
    plan = factories.plan(group)
    goal = factories.goal(plan)
    activity = factories.activity(plan, when="maj", goals=[goal])
    factories.cells(activity)
    convener = browse(factories.convener(group))
    assert convener.get(f"/{key}/").h1 == module.GROUP.name
    assert convener.get(f"/{key}/2026/").h1 == f"{module.GROUP.name} 2026"
    for path in (
        f"mal/{goal.id}",
        f"mal/{goal.id}/andra",
        "mal/nytt",
        f"aktivitet/{activity.id}",
        f"aktivitet/{activity.id}/andra",
        "aktivitet/ny",
        "andra",
        "ordning",
    ):
        convener.get(f"/{key}/2026/{path}")
    convener.get(f"/{key}/2030/", 404)
