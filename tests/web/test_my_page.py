import pytest

from regionhub.domain.permissions import Role
from regionhub.domain.plan_state import PlanState
from regionhub.domain.report_state import ReportState
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change, Report
from tests.support import factories
from tests.support.clock import NOW, YEAR
from tests.support.forms import filled
from tests.support.queries import counted

HERE, LATE = "/min-sida", f"31 augusti {YEAR}"


@pytest.fixture
def group(region):
    return factories.group("it")


@pytest.fixture
def plan(group):
    return factories.plan(group)


@pytest.fixture
def convener(group):
    return factories.convener(group)


def late(plan, title, **values):
    return factories.activity(plan, title, when=LATE, last_heard_at=NOW, **values)


def key(activity, field):
    return f"a{activity.id}-hela-{field}"


def test_a_sentence_first_and_then_only_what_needs_me(plan, convener, browse):
    late(plan, "Sent")
    factories.activity(plan, "Tyst", when="Löpande")
    factories.activity(plan, "I fas", when="31 december", last_heard_at=NOW)
    page = browse(convener).get(HERE)
    assert page.words("//p[@class='lead']") == ["2 saker behöver dig, 1 är försenad."]
    assert page.words("//fieldset[contains(@class, 'entry')]/legend") == ["Sent", "Tyst"]
    assert page.words("//form//button[@type='submit']").count("Spara allt") == 1
    assert "Annat som är ditt (1)" in page.text


def test_one_button_saves_everything(plan, convener, browse):
    one, two, untouched = late(plan, "Ett"), late(plan, "Två"), late(plan, "Tre")
    umea, _ = factories.cells(two, "umea", "vindeln")
    page = browse(convener)
    words = filled(page.get(HERE), HERE)
    words[key(one, "status")] = ["done"]
    words[f"a{two.id}-c{umea.id}-status"] = ["not_participating"]
    words[key(two, "comment")] = ["Umeå har redan nät"]
    assert page.post(HERE, words).location == HERE
    assert one.status is Status.DONE
    assert umea.status is Status.NOT_PARTICIPATING
    assert two.last_comment == "Umeå har redan nät"
    assert untouched.version == 1
    changes = db.session.query(Change).order_by(Change.id).all()
    assert len({change.batch for change in changes}) == 1
    after = page.get(HERE)
    assert "Läget är sparat" in after.text
    assert "2 aktiviteter" in after.text
    assert "Ett: Satte Genomförd (var Ej påbörjad)" in after.text


def test_nothing_new_takes_a_silent_thing_off_the_list(plan, convener, browse):
    silent = factories.activity(plan, "Tyst", when="Löpande")
    page = browse(convener)
    words = filled(page.get(HERE), HERE, nothing_new=True)
    page.post(HERE, words)
    assert silent.last_heard_at is not None
    after = page.get(HERE)
    assert after.words("//p[@class='lead']") == ["Inget behöver dig just nu."]
    assert "Allt ditt är i fas" in after.text


def test_nothing_new_speaks_only_for_ones_own_part(plan, group, browse):
    activity = factories.activity(plan, "Bredband", when="Löpande")
    umea, vindeln = factories.cells(activity, "umea", "vindeln")
    page = browse(factories.convener(group, factories.municipality("umea")))
    page.post(HERE, filled(page.get(HERE), HERE, nothing_new=True))
    assert umea.last_heard_at is not None
    assert vindeln.last_heard_at is None


def test_nothing_is_half_saved_and_nothing_typed_is_lost(plan, convener, browse):
    good, bad = late(plan, "Bra"), late(plan, "Fel")
    page = browse(convener)
    words = filled(page.get(HERE), HERE)
    words[key(good, "status")] = ["done"]
    words[key(good, "comment")] = ["Mitt ord"]
    words[key(bad, "comment")] = ["å" * 10_001]
    answer = page.post(HERE, words, 422)
    assert answer.errors() == [
        "Fel: Texten är 1 tecken för lång. Korta den till högst 10 000 tecken."
    ]
    [link] = answer.all("//*[@data-error-summary]//a/@href")
    assert link == f"#{key(bad, 'comment')}"
    kept = filled(answer, HERE)
    assert kept[key(good, "status")] == ["done"]
    assert kept[key(good, "comment")] == ["Mitt ord"]
    assert good.status is Status.NOT_STARTED


def test_a_stale_item_shows_both_texts_and_keeps_the_others(plan, group, convener, browse):
    mine, theirs = late(plan, "Min"), late(plan, "Deras")
    slow, quick = browse(convener), browse(factories.convener(group))
    words, first = filled(slow.get(HERE), HERE), filled(quick.get(HERE), HERE)
    first[key(theirs, "status")] = ["done"]
    first[key(theirs, "comment")] = ["Vi är klara"]
    quick.post(HERE, first)
    words[key(mine, "comment")] = ["Ett"]
    words[key(theirs, "comment")] = ["Två"]
    conflict = slow.post(HERE, words, 409)
    assert "”Vi är klara”" in conflict.text
    assert (mine.last_comment, theirs.last_comment) == ("", "Vi är klara")
    slow.post(HERE, filled(conflict, HERE))
    assert (mine.last_comment, theirs.last_comment) == ("Ett", "Två")
    assert theirs.status is Status.DONE


def test_what_others_changed_meanwhile_is_no_matter_where_i_said_nothing(
    plan, group, convener, browse
):
    mine, theirs = late(plan, "Min"), late(plan, "Deras")
    slow, quick = browse(convener), browse(factories.convener(group))
    words, first = filled(slow.get(HERE), HERE), filled(quick.get(HERE), HERE)
    first[key(theirs, "status")] = ["done"]
    quick.post(HERE, first)
    words[key(mine, "status")] = ["in_progress"]
    slow.post(HERE, words)
    assert (mine.status, theirs.status) == (Status.IN_PROGRESS, Status.DONE)


def test_an_owner_who_may_not_set_it_is_shown_who_does(plan, group, browse):
    owner = factories.member(group, factories.municipality("umea"))
    late(plan, "Min men gemensam", owner=owner.person)
    page = browse(owner).get(HERE)
    assert "Läget sätts av gruppens sammankallande" in page.text
    assert not page.all("//button[normalize-space()='Spara allt']")


def test_somebody_elses_activity_cannot_be_slipped_in(plan, group, browse):
    activity = late(plan, "Inte min")
    stranger = browse(factories.convener(factories.group("kultur")))
    forged = {
        "aktivitet": activity.id,
        key(activity, "version"): "1",
        key(activity, "comment"): "Hej",
    }
    stranger.post(HERE, forged, 403)
    for nonsense in (str(activity.id + 1), "99999999999999999999"):
        stranger.post(HERE, {"aktivitet": nonsense}, 404)
    assert activity.last_comment == ""


def test_the_latest_save_is_undone_once(plan, convener, browse):
    activity = late(plan, "Ett")
    page = browse(convener)
    words = filled(page.get(HERE), HERE)
    words[key(activity, "status")] = ["done"]
    page.post(HERE, words)
    after = page.get(HERE)
    beside = after.all("//div[@role='status']//input[@name='batch']/@value")
    assert beside == after.all("//*[@class='my-folds']//input[@name='batch']/@value")
    undo = {"batch": beside[0]}
    page.post("/min-sida/angra", undo)
    assert activity.status is Status.NOT_STARTED
    assert "Din senaste uppdatering är ångrad" in page.get(HERE).text
    page.post("/min-sida/angra", undo)
    assert "redan ångrad" in page.get(HERE).text
    page.post("/min-sida/angra", {"batch": "påhittad"}, 404)


def test_each_role_without_things_to_do_is_led_on(region, group, browse):
    plan = factories.plan(group, state=PlanState.SUBMITTED)
    sent_in = Report(plan_id=plan.id, state=ReportState.SUBMITTED, created_at=NOW)
    db.session.add(sent_in)
    office = browse(factories.account(role=Role.OFFICE)).get(HERE)
    assert "1 plan väntar på att antas" in office.text
    assert "1 verksamhetsberättelse väntar på att godkännas" in office.text
    assert "Inget behöver dig" not in office.text
    for role in (Role.CHIEF, Role.AUDITOR):
        place = factories.municipality("umea") if role is Role.CHIEF else None
        page = browse(factories.account(role=role, municipality=place)).get(HERE)
        assert "väntar på att" not in page.text
        assert "Inget behöver dig just nu." in page.text
        assert page.all(f"//main//a[@href='/oversikt/{YEAR}/']")


def test_who_leads_a_group_is_told_what_waits_to_be_written(group, browse):
    convener = browse(factories.convener(group))
    page = convener.get(HERE)
    assert page.words("//p[@class='lead']") == [f"IT-gruppen har ingen plan för {YEAR}"]
    assert page.all(f"//p[@class='lead']/a[@href='/it/{YEAR}/']")
    member = browse(factories.member(group, factories.municipality("umea")))
    assert "Inget behöver dig just nu." in member.get(HERE).text
    assert "Ska du vara med i en grupp?" not in member.get(HERE).text
    factories.plan(group, state=PlanState.RETURNED)
    last_year = factories.plan(group, YEAR - 1)
    db.session.add(Report(plan_id=last_year.id, state=ReportState.RETURNED, created_at=NOW))
    assert convener.get(HERE).words("//p[@class='lead']") == [
        f"IT-gruppen: planen för {YEAR} är återsänd",
        f"IT-gruppen: verksamhetsberättelsen för {YEAR - 1} är återsänd",
    ]
    assert "återsänd" not in member.get(HERE).text


def test_no_more_forms_than_one_can_look_through(plan, convener, browse):
    for number in range(22):
        late(plan, f"Nummer {number}")
    page = browse(convener).get(HERE)
    assert len(page.all("//fieldset[contains(@class, 'entry')]")) == 20
    assert "22 saker behöver dig" in page.text
    assert "Ytterligare 2 saker kommer upp" in page.text


def test_the_queries_are_the_same_for_few_and_many_and_for_ten_years(plan, group, browse):
    account = factories.convener(group, factories.municipality("umea"))
    page = browse(account)
    factories.cells(late(plan, "Ett"))
    page.get(HERE)
    with counted() as few:
        page.get(HERE)
    for year in range(YEAR - 9, YEAR):
        older = factories.plan(group, year)
        for number in range(4):
            factories.cells(late(older, f"{year} {number}", owner=account.person))
    for number in range(8):
        factories.cells(late(plan, f"Ny {number}"))
    page.get(HERE)
    with counted() as many:
        page.get(HERE)
    assert len(many) == len(few)
