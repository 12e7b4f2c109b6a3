import pytest

from regionhub.domain.permissions import Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from tests.support import factories
from tests.support.clock import YEAR
from tests.support.forms import filled
from tests.support.queries import counted


@pytest.fixture
def group(region):
    return factories.group("it")


@pytest.fixture
def activity(group):
    return factories.activity(factories.plan(group), "Bredband", status=Status.IN_PROGRESS)


def address(activity):
    return f"/it/{YEAR}/aktivitet/{activity.id}/lage"


def test_the_convener_says_what_is_new_on_the_activitys_page(activity, group, browse):
    page = browse(factories.convener(group))
    shown = page.get(f"/it/{YEAR}/aktivitet/{activity.id}")
    words = filled(shown, address(activity), hela_status="done", hela_comment="Klart i byarna")
    answer = page.post(address(activity), words)
    assert answer.location == f"/it/{YEAR}/aktivitet/{activity.id}"
    after = page.get(answer.location)
    assert "Läget är sparat" in after.text
    assert "Satte Genomförd (var Pågår). ”Klart i byarna”" in after.text


def test_from_the_plans_row_one_comes_back_to_the_row(activity, group, browse):
    page = browse(factories.convener(group))
    here = f"{address(activity)}?fran=plan"
    answer = page.post(here, filled(page.get(here), here, hela_status="paused"))
    assert answer.location == f"/it/{YEAR}/#aktivitet-{activity.id}"
    assert "Bredband: Satte Vilande (var Pågår)" in page.get(f"/it/{YEAR}/").text


def test_one_comes_back_to_the_table_as_it_was_sorted_and_filtered(activity, group, browse):
    page = browse(factories.convener(group))
    shown = page.get(f"/it/{YEAR}/?status=in_progress&sortera=time")
    here = shown.all("//a[contains(@href, '/lage?fran=')]/@href")[0]
    answer = page.post(here, filled(page.get(here), here, hela_comment="Nytt"))
    assert answer.location == (
        f"/it/{YEAR}/?status=in_progress&sortera=time#aktivitet-{activity.id}"
    )


def test_htmx_gets_the_form_alone(activity, group, browse):
    page = browse(factories.convener(group))
    row = page.client.get(address(activity), headers={"HX-Request": "true"})
    assert "<html" not in row.text
    assert f'action="{address(activity)}"' in row.text


def test_cells_are_set_in_the_same_save(activity, group, browse):
    umea, vindeln = factories.cells(activity, "umea", "vindeln", status=Status.IN_PROGRESS)
    page = browse(factories.convener(group))
    words = filled(
        page.get(address(activity)),
        address(activity),
        **{f"c{umea.id}_status": "done", f"c{vindeln.id}_status": "not_participating"},
    )
    page.post(address(activity), words)
    assert (umea.status, vindeln.status) == (Status.DONE, Status.NOT_PARTICIPATING)
    assert activity.status is Status.DONE


def test_a_member_meets_only_the_own_municipalitys_part(activity, group, browse):
    umea, vindeln = factories.cells(activity, "umea", "vindeln")
    page = browse(factories.member(group, factories.municipality("umea")))
    words = filled(
        page.get(address(activity)), address(activity), **{f"c{umea.id}_comment": "Vi gräver"}
    )
    assert not any(f"c{vindeln.id}" in name or "hela" in name for name in words)
    page.post(address(activity), words)
    assert umea.comment == "Vi gräver"


@pytest.mark.parametrize(
    ("part", "status"), [("vindeln", 403), ("shared", 403), ("elsewhere", 404)]
)
def test_nobody_writes_in_anothers_part(activity, group, browse, part, status):
    _, vindeln = factories.cells(activity, "umea", "vindeln")
    [elsewhere] = factories.cells(factories.activity(activity.plan), "umea")
    key = f"a{activity.id}"
    forged = {
        "vindeln": {f"{key}-del": vindeln.id, f"{key}-c{vindeln.id}-status": "done"},
        "shared": {f"{key}-hela-version": "1", f"{key}-hela-comment": "Hej"},
        "elsewhere": {f"{key}-del": elsewhere.id, f"{key}-c{elsewhere.id}-status": "done"},
    }
    page = browse(factories.member(group, factories.municipality("umea")))
    page.post(address(activity), forged[part], status)
    assert vindeln.status is elsewhere.status is Status.NOT_STARTED


def test_who_has_no_part_in_the_group_is_refused(activity, browse):
    other = factories.convener(factories.group("kultur"))
    chief = factories.account(role=Role.CHIEF, municipality=factories.municipality("umea"))
    for account in (other, chief, factories.account(role=Role.AUDITOR)):
        browse(account).get(address(activity), 403)
        browse(account).post(address(activity), {}, 403)


def test_a_member_without_a_part_is_told_who_sets_it(activity, group, browse):
    page = browse(factories.member(group, factories.municipality("umea")))
    assert "sammankallande" in page.get(address(activity), 403).text


def test_the_activity_of_another_group_or_year_is_not_found(activity, browse):
    page = browse(factories.account(role=Role.OFFICE))
    for path in (
        f"/kultur/{YEAR}/aktivitet/{activity.id}/lage",
        f"/it/{YEAR - 1}/aktivitet/{activity.id}/lage",
    ):
        page.get(path, 404)
        page.post(path, {}, 404)
    page.get(f"/it/{YEAR}/aktivitet/{10**30}/lage", 404)


def test_a_stale_save_shows_both_texts_and_can_be_saved_on_top(activity, group, browse):
    slow, quick = browse(factories.convener(group)), browse(factories.convener(group))
    mine = filled(
        slow.get(address(activity)), address(activity), hela_status="paused", hela_comment="Min"
    )
    theirs = filled(
        quick.get(address(activity)), address(activity), hela_status="done", hela_comment="Deras"
    )
    quick.post(address(activity), theirs)
    conflict = slow.post(address(activity), mine, 409)
    assert "Någon hann före dig" in conflict.text
    assert "Satte Genomförd (var Pågår). ”Deras”" in conflict.text
    again = filled(conflict, address(activity))
    assert again[f"a{activity.id}-hela-comment"] == ["Min"]
    assert again[f"a{activity.id}-hela-status"] == ["paused"]
    assert activity.status is Status.DONE
    slow.post(address(activity), again)
    assert (activity.status, activity.last_comment) == (Status.PAUSED, "Min")


def test_what_the_loser_left_alone_follows_the_winner(activity, group, browse):
    slow, quick = browse(factories.convener(group)), browse(factories.convener(group))
    mine = filled(slow.get(address(activity)), address(activity), hela_comment="Min")
    theirs = filled(quick.get(address(activity)), address(activity), hela_status="done")
    quick.post(address(activity), theirs)
    again = filled(slow.post(address(activity), mine, 409), address(activity))
    slow.post(address(activity), again)
    assert (activity.status, activity.last_comment) == (Status.DONE, "Min")


def test_two_municipalities_do_not_stand_in_each_others_way(activity, group, browse):
    umea, vindeln = factories.cells(activity, "umea", "vindeln")
    one = browse(factories.member(group, factories.municipality("umea")))
    other = browse(factories.member(group, factories.municipality("vindeln")))
    pages = [(one, umea), (other, vindeln)]
    forms = [
        filled(who.get(address(activity)), address(activity), **{f"c{c.id}_status": "done"})
        for who, c in pages
    ]
    for (who, _), words in zip(pages, forms, strict=True):
        who.post(address(activity), words)
    assert activity.status is Status.DONE


def test_too_long_a_comment_and_an_unknown_status_keep_what_was_typed(activity, group, browse):
    page = browse(factories.convener(group))
    words = filled(
        page.get(address(activity)),
        address(activity),
        hela_status="exploded",
        hela_comment="å" * 10_001,
    )
    answer = page.post(address(activity), words, 422)
    assert answer.errors() == [
        "Välj ett läge i listan.",
        "Texten är 1 tecken för lång. Korta den till högst 10 000 tecken.",
    ]
    assert "å" * 10_001 in answer.text


def test_odd_text_is_shown_as_text(activity, group, browse):
    page = browse(factories.convener(group))
    odd = "<script>alert(1)</script>\x07 😀"
    page.post(
        address(activity),
        filled(page.get(address(activity)), address(activity), hela_comment=odd),
    )
    assert activity.last_comment == "<script>alert(1)</script> 😀"
    after = page.get(f"/it/{YEAR}/aktivitet/{activity.id}")
    assert "<script>alert(1)</script> 😀" in after.text


@pytest.mark.parametrize("shut", ["closed", "dropped"])
def test_what_is_shut_has_no_form_and_takes_nothing(activity, group, browse, shut):
    page = browse(factories.convener(group))
    words = filled(page.get(address(activity)), address(activity), hela_comment="För sent")
    if shut == "closed":
        activity.plan.state = PlanState.CLOSED
    else:
        activity.status = Status.DROPPED
    answer = page.post(address(activity), words, 422)
    assert len(answer.errors()) == 1
    assert "För sent" in answer.text
    page.get(address(activity), 403)
    assert not page.get(f"/it/{YEAR}/aktivitet/{activity.id}").all("//*[@id='lage']")


def test_an_untouched_form_saves_nothing(activity, group, browse):
    page = browse(factories.convener(group))
    page.post(address(activity), filled(page.get(address(activity)), address(activity)))
    after = page.get(f"/it/{YEAR}/aktivitet/{activity.id}")
    assert "Inget var ändrat" in after.text
    assert activity.last_heard_at is None


def test_the_plan_offers_the_form_only_where_one_has_a_part(activity, group, browse):
    factories.cells(activity, "umea")
    factories.cells(factories.activity(activity.plan), "vindeln")
    factories.activity(activity.plan)
    factories.activity(activity.plan, status=Status.DROPPED)

    def offered(account):
        return len(browse(account).get(f"/it/{YEAR}/").all("//a[contains(@href, '/lage?fran=')]"))

    assert offered(factories.convener(group)) == 3
    assert offered(factories.member(group, factories.municipality("umea"))) == 1
    assert offered(factories.account(role=Role.AUDITOR)) == 0


def test_a_save_asks_for_no_more_than_it_needs(activity, group, browse):
    page = browse(factories.convener(group))
    words = filled(page.get(address(activity)), address(activity), hela_comment="Nytt")
    with counted() as sent:
        page.post(address(activity), words)
    # Who asks, the activity, its cells; the activity, the log's line, the revision.
    asked = [statement.split(" ", 1)[0] for statement in sent]
    assert asked == ["SELECT", "SELECT", "SELECT", "UPDATE", "INSERT", "UPDATE"], sent
