"""The region's log, for those who may see it."""

import pytest

from regionhub.domain.permissions import Actor, Role
from regionhub.services import changes, paging
from regionhub.services.changes import Save
from tests.support import factories
from tests.support.clock import NOW
from tests.support.queries import counted


@pytest.fixture
def tell(region):
    def told(sentence, group=None, who="Karin Kansli", account=None):
        save = Save(Actor(name=who, account_id=account.id if account else None), NOW)
        changes.record(
            save,
            sentence,
            region_id=region.id,
            subject="test",
            subject_id=None,
            group_id=group.id if group else None,
        )

    return told


def sentences(page):
    return page.words("//ol[@class='stream']/li/p[2]")


def test_an_empty_log_says_so(region, browse):
    page = browse(factories.account()).get("/handelser/")
    assert "Inget har hänt ännu" in page.text
    assert page.words("//*[@aria-current='page']") == ["Grupper"]
    assert page.words("//nav[@class='breadcrumbs']//a") == ["Grupper"]


def test_everybody_reads_about_groups_and_only_some_about_accounts(tell, browse):
    member = factories.member(factories.group("it"))
    tell("Antog planen", factories.group("it"))
    tell("Stängde kontot för Stina")
    tell("Bytte sitt lösenord", account=member)
    all_three = ["Bytte sitt lösenord", "Stängde kontot för Stina", "Antog planen"]
    for role in (Role.OFFICE, Role.AUDITOR):
        assert sentences(browse(factories.account(role=role)).get("/handelser/")) == all_three
    assert sentences(browse(factories.account()).get("/handelser/")) == ["Antog planen"]
    assert sentences(browse(member).get("/handelser/")) == ["Bytte sitt lösenord", "Antog planen"]


def test_the_log_can_be_asked_for_one_group_and_one_person(tell, browse):
    tell("Ett", factories.group("it"), "Åsa")
    tell("Två", factories.group("it"), "Bo")
    tell("Tre", factories.group("turism"), "Bo")
    reader = browse(factories.account())
    assert sentences(reader.get("/handelser/?grupp=it")) == ["Två", "Ett"]
    assert sentences(reader.get("/handelser/?vem=Bo")) == ["Tre", "Två"]
    page = reader.get("/handelser/?grupp=it&vem=Bo")
    assert sentences(page) == ["Två"]
    assert page.words("//select[@name='vem']/option") == ["Alla", "Bo", "Åsa"]
    assert "Inget har hänt där" in reader.get("/handelser/?grupp=kultur").text
    assert len(sentences(reader.get("/handelser/?grupp=finns-inte"))) == 3


def test_a_line_leads_to_what_it_is_about(region, browse):
    plan = factories.plan(factories.group("it"))
    activity = factories.activity(plan, "Byt växel")
    changes.record(
        Save(Actor(name="Åsa"), NOW),
        "”klart”",
        region_id=region.id,
        subject="activity",
        subject_id=activity.id,
        group_id=plan.group_id,
        plan_id=plan.id,
        activity_id=activity.id,
    )
    reader = browse(factories.account())
    link = reader.get("/handelser/").all("//ol[@class='stream']//a")[0]
    assert link.text == f"{plan.group.name} 2026: Byt växel"
    reader.get(link.get("href"))


def test_a_long_log_comes_a_page_at_a_time_with_as_many_questions(tell, browse, monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 5)
    reader = browse(factories.account())
    tell("Först", factories.group("it"))
    with counted() as few:
        reader.get("/handelser/?grupp=it")
    for number in range(11):
        tell(f"Nummer {number}", factories.group("it"))
    with counted() as many:
        page = reader.get("/handelser/?grupp=it")
    assert len(few) == len(many)
    assert sentences(page)[0] == "Nummer 10"
    last = reader.get("/handelser/?grupp=it&sida=3")
    assert sentences(last) == ["Nummer 0", "Först"]
    assert sentences(reader.get("/handelser/?grupp=it&sida=99")) == sentences(last)
    assert "grupp=it" in last.all("//a[@rel='prev']/@href")[0]
