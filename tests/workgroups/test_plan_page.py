from datetime import timedelta

import pytest

from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import Status
from tests.support import factories
from tests.support.clock import NOW, YEAR
from tests.support.queries import counted


@pytest.fixture
def it(region):
    return factories.group("it")


@pytest.fixture
def plan(it):
    return factories.plan(it)


@pytest.fixture
def reader(it, browse):
    return browse(factories.member(it, factories.municipality("umea")))


def titles(page):
    return page.words("//table//th[@scope='row']/a")


def test_the_page_says_what_and_when_and_how_it_stands(plan, reader):
    page = reader.get("/it/2026/")
    assert page.h1 == "IT-gruppen 2026"
    assert "Antagen" in page.text
    assert page.words("//nav[@aria-label='På sidan']//a") == [
        "Mål",
        "Aktiviteter",
        "Om gruppen",
        "Händelser",
    ]


def test_an_activity_shows_time_owner_strip_state_and_the_last_word(plan, reader):
    kept = factories.activity(
        plan,
        "Bygg ut bredband",
        when="Vecka 44",
        owner_text="Eva Ek",
        status=Status.IN_PROGRESS,
        last_comment="Grävt klart i Vindeln",
        last_heard_at=NOW,
    )
    factories.cells(kept)
    row = reader.get("/it/2026/").words(f"//tr[@id='aktivitet-{kept.id}']")[0]
    for words in ("Bygg ut bredband", "Vecka 44", "26 oktober–1 november 2026", "Eva Ek"):
        assert words in row
    assert "0 av 6 klara" in row
    assert "Försenad" in row
    assert "Grävt klart i Vindeln" in row


def test_continuous_work_stands_apart(plan, reader):
    factories.activity(plan, "Ge ut en broschyr", when="maj")
    factories.activity(plan, "Svara på frågor", when="löpande")
    page = reader.get("/it/2026/")
    assert page.words("//div[@aria-label='Tabell: Löpande arbete']//th[@scope='row']/a") == [
        "Svara på frågor"
    ] or titles(page) == ["Ge ut en broschyr", "Svara på frågor"]
    assert "Löpande arbete" in page.words("//h3")
