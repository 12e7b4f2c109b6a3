from regionhub.domain.status import Status
from regionhub.services import plan_rows
from regionhub.services.plan_rows import Choice
from tests.support import factories
from tests.support.clock import TODAY


def test_sorting_by_the_same_column_again_turns_it_round():
    once = Choice(status="done").sorted_by("time")
    assert once.in_address() == {"status": "done", "sortera": "time"}
    twice = once.sorted_by("time")
    assert twice.in_address() == {"status": "done", "sortera": "time", "ordning": "fallande"}
    assert twice.sorted_by("owner").in_address() == {"status": "done", "sortera": "owner"}


def test_what_presses_most_comes_first_by_status(region):
    plan = factories.plan(factories.group("it"))
    factories.activity(plan, "Klar", when="maj", status=Status.DONE)
    factories.activity(plan, "Avförd", when="maj", status=Status.DROPPED)
    factories.activity(plan, "Sen", when="maj")
    factories.activity(plan, "Vilande", when="december", status=Status.PAUSED)
    factories.activity(plan, "Ej börjad", when="december")
    rows = plan_rows.of_plan(plan, today=TODAY, check_in_days=60)
    found = plan_rows.chosen(rows, Choice(sort="status"))
    assert [row.activity.title for row in found] == [
        "Sen",
        "Ej börjad",
        "Vilande",
        "Klar",
        "Avförd",
    ]


def test_only_what_the_plan_has_is_offered(region):
    plan = factories.plan(factories.group("it"))
    shared = factories.activity(plan, when="maj", section="Webb")
    factories.cells(shared, "vindeln", "umea")
    offered = plan_rows.offered(plan_rows.of_plan(plan, today=TODAY, check_in_days=60))
    assert offered.statuses == [
        ("not_started", "Ej påbörjad"),
        ("overdue", "Försenad"),
        ("silent", "Tyst"),
    ]
    assert offered.municipalities == [("umea", "Umeå"), ("vindeln", "Vindeln")]
    assert offered.sections == [("Webb", "Webb")]
