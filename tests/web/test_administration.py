"""What the office does: accounts, people and the groups' members."""

from datetime import timedelta

import pytest

from regionhub.domain.permissions import GroupRole, Role
from regionhub.extensions import db
from regionhub.models import Account, Change, Membership, Person
from regionhub.services import paging
from tests.support import factories
from tests.support.clock import TODAY
from tests.support.queries import counted


@pytest.fixture
def office(region, browse):
    return browse(factories.account("Karin Kansli", role=Role.OFFICE))


def last_words():
    return db.session.query(Change).order_by(Change.id.desc()).first().sentence


def shown_password(page):
    return page.all("//input[@id='copy']/@value")[0]


def test_the_start_page_leads_everywhere(office):
    page = office.get("/administration/")
    for path in page.all("//main//dt/a/@href"):
        office.get(path)
    assert len(page.all("//main//dt/a")) == 5


# Accounts


def test_an_account_for_somebody_new_works_with_the_password_shown_once(office, browse):
    page = office.post(
        "/administration/konton/nytt",
        {
            "name": "Nils Ny",
            "email": " Nils.Ny@Example.org ",
            "role": "chief",
            "municipality": "umea",
        },
        200,
    )
    password = shown_password(page)
    assert len(password) >= 12
    assert last_words() == "Skapade ett konto för Nils Ny som kommunchef"
    new = browse()
    new.post("/logga-in", {"email": "nils.ny@example.org", "password": password})
    assert "Kommunchef i Umeå" in new.get("/konto").text
    account = db.session.query(Account).filter_by(email="nils.ny@example.org").one()
    assert password not in office.get(f"/administration/konton/{account.id}").response.text


def test_an_account_for_somebody_known_takes_what_is_known(office):
    person = factories.person("Bo Bekant", email="bo@example.org")
    path = f"/administration/personer/{person.id}/konto"
    assert office.get(path).all("//input[@name='email']/@value") == ["bo@example.org"]
    chosen = {"email": "bo@example.org", "password": "valt av kansliet"}
    assert shown_password(office.post(path, chosen, 200)) == "valt av kansliet"
    again = office.post(path, {"email": "bo2@example.org"}, 422)
    assert again.errors() == ["Bo Bekant har redan ett konto."]
    assert db.session.query(Person).filter_by(name="Bo Bekant").count() == 1


@pytest.mark.parametrize(
    ("form", "error"),
    [
        ({"email": "a@example.org"}, "Skriv personens namn."),
        ({"name": "A"}, "Skriv e-postadressen."),
        ({"name": "A", "email": "a at example"}, "Skriv e-postadressen som namn@exempel.se."),
        (
            {"name": "A", "email": "tagen@example.org"},
            "Det finns redan ett konto med den e-postadressen.",
        ),
        (
            {"name": "A", "email": "a@example.org", "password": "kort"},
            "Välj ett lösenord med minst 12 tecken, gärna flera ord.",
        ),
        (
            {"name": "A", "email": "a@example.org", "role": "chief"},
            "Ange vilken kommun kommunchefen hör till.",
        ),
        (
            {"name": "A", "email": "a@example.org", "municipality": "stockholm"},
            "Välj bland det som står i listan.",
        ),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said_and_nothing_kept(form, error, office):
    factories.account().email = "tagen@example.org"
    people = db.session.query(Person).count()
    page = office.post("/administration/konton/nytt", form, 422)
    assert page.errors() == [error]
    assert db.session.query(Person).count() == people
    assert page.all("//input[@name='name']/@value") == [form.get("name", "")]


def test_a_closed_account_is_out_at_once_and_can_be_opened(office, browse):
    account = factories.account("Stina Stängd")
    theirs = browse(account)
    path = f"/administration/konton/{account.id}"
    assert "loggas ut genast" in office.get(f"{path}/stang").text
    office.post(f"{path}/stang")
    assert "Kontot är stängt" in office.get(path).text
    theirs.get("/min-sida", 302)
    assert last_words() == "Stängde kontot för Stina Stängd"
    office.post(f"{path}/oppna")
    browse(account).get("/min-sida")
    theirs.get("/min-sida", 302)


def test_nobody_shuts_themselves_out(office):
    own = db.session.query(Account).one()
    path = f"/administration/konton/{own.id}"
    assert "Be en kollega" in office.post(f"{path}/stang", status=422).errors()[0]
    form = {"role": "", "version": own.version}
    assert "Be en kollega" in office.post(f"{path}/roll", form, 422).errors()[0]
    office.get("/administration/")


def test_a_role_holds_from_the_next_page(office, browse):
    account = factories.account("Rut Roll")
    theirs = browse(account)
    theirs.get("/administration/", 403)
    path = f"/administration/konton/{account.id}"
    office.post(f"{path}/roll", {"role": "office", "version": account.version})
    assert last_words() == "Ändrade roll för Rut Roll från ingen till Kansli"
    theirs.get("/administration/")
    form = {"role": "chief", "municipality": "vindeln", "version": account.version}
    office.post(f"{path}/roll", form)
    assert last_words() == "Ändrade roll för Rut Roll från Kansli till Kommunchef i Vindeln"
    theirs.get("/administration/", 403)


def test_two_in_the_office_do_not_overwrite_each_other(office):
    account = factories.account()
    seen = account.version
    path = f"/administration/konton/{account.id}/roll"
    office.post(path, {"role": "auditor", "version": seen})
    office.post(path, {"role": "office", "version": seen}, 409)
    assert [grant.role for grant in account.grants] == [Role.AUDITOR]


def test_a_new_password_signs_the_person_out(office, browse):
    account = factories.account("Lo Lösenord")
    theirs = browse(account)
    page = office.post(f"/administration/konton/{account.id}/losenord", status=200)
    theirs.get("/min-sida", 302)
    password = shown_password(page)
    browse().post("/logga-in", {"email": account.email, "password": password})
    assert last_words() == "Gav Lo Lösenord ett nytt lösenord"
    assert password not in str(db.session.query(Change.values, Change.sentence).all())


def test_accounts_are_found_whatever_the_case_and_accents(office):
    for name in ("Åsa Öberg", "Åke Ek", "Bo Ek"):
        factories.account(name)
    page = office.get("/administration/konton?q=ASA")
    assert page.words("//tbody/tr/th") == ["Åsa Öberg"]
    assert office.get("/administration/konton?q=ek").words("//tbody/tr/th") == ["Bo Ek", "Åke Ek"]
    assert "Inget konto hittades" in office.get("/administration/konton?q=finnsinte").text


def test_long_lists_come_a_page_at_a_time_with_as_many_questions(office, monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 3)
    office.get("/administration/")  # who the person is stays known
    for path in ("/administration/konton", "/administration/personer", "/administration/grupper"):
        with counted() as few:
            office.get(path)
        for number in range(10):
            umea = factories.municipality("umea")
            made = factories.account(f"Person {number:02}", role=Role.CHIEF, municipality=umea)
            factories.seat(made, factories.group("it"))
        with counted() as many:
            page = office.get(path)
        assert len(many) == len(few), path
        if page.all("//nav[@class='pagination']"):
            assert len(page.all("//tbody/tr")) == 3
            later = page.all("//a[@rel='next']/@href")[0]
            assert page.words("//tbody/tr/th") != office.get(later).words("//tbody/tr/th")
    office.get("/administration/konton?sida=99999999999")


# People


def test_a_person_is_added_and_changed_in_words(office):
    form = {"name": "Pia Person", "title": "Bibliotekarie", "municipality": "vindeln"}
    where = office.post("/administration/personer/ny", form).location
    person = db.session.query(Person).filter_by(name="Pia Person").one()
    page = office.get(where)
    assert page.all("//select[@name='municipality']/option[@selected]/@value") == ["vindeln"]
    new = {**form, "title": "Chef", "municipality": "umea", "version": person.version}
    office.post(where, new)
    assert last_words() == (
        "Pia Person: Ändrade titel från ”Bibliotekarie” till ”Chef”. "
        "Ändrade kommun från ”Vindeln” till ”Umeå”"
    )
    said = db.session.query(Change).count()
    office.post(where, {**new, "version": person.version})
    assert db.session.query(Change).count() == said, "nothing was changed, so nothing is told"


def test_a_stale_person_is_shown_beside_what_the_other_wrote(office):
    person = factories.person("Pia Person")
    path = f"/administration/personer/{person.id}"
    office.post(path, {"name": "Pia Först", "version": person.version})
    page = office.post(path, {"name": "Pia Sedan", "version": person.version - 1}, 409)
    assert "Pia Först" in page.text
    assert page.all("//input[@name='name']/@value") == ["Pia Sedan"]


# Groups


def test_a_member_is_added_changed_and_ended(office, browse):
    account = factories.account("Mia Medlem")
    new = "/administration/grupper/it/platser/ny"
    form = {
        "person": str(account.person_id),
        "role": "member",
        "municipality": "umea",
        "starts": TODAY.isoformat(),
    }
    office.post(new, form)
    group = factories.group("it")
    assert last_words() == (
        f"Mia Medlem blev ledamot i {group.name} för Umeå från 23 november 2026"
    )
    theirs = browse(account)
    plan = factories.plan(group)
    theirs.get(f"/it/{plan.year}/andra", 403)
    place = db.session.query(Membership).one()
    one = f"/administration/grupper/it/platser/{place.id}"
    office.get(one)
    office.post(one, {**form, "role": "convener", "version": place.version})
    assert last_words() == (
        f"Mia Medlem i {group.name}: Ändrade roll från ”Ledamot” till ”Sammankallande”"
    )
    theirs.get(f"/it/{plan.year}/andra")
    office.post(f"{one}/avsluta")
    assert place.ends == TODAY
    assert "23 november 2026" in office.get("/administration/grupper/it").text


def test_a_place_can_be_given_to_somebody_new(office):
    new = "/administration/grupper/turism/platser/ny"
    office.post(new, {"name": "Nora Ny", "role": "convener"})
    page = office.get("/administration/grupper/turism")
    assert "Nora Ny" in page.text
    row = next(
        row for row in office.get("/administration/grupper").words("//tr") if "Nora Ny" in row
    )
    assert row.endswith("1")
    error = office.post(new, {"role": "member"}, 422).errors()
    assert error == ["Välj en person i listan, eller skriv en ny persons namn."]


def test_a_place_is_not_given_twice_and_not_backwards(office):
    person = factories.person("Per Plats")
    factories.seat(person, factories.group("it"), GroupRole.MEMBER)
    new = "/administration/grupper/it/platser/ny"
    twice = office.post(new, {"person": str(person.id), "role": "member"}, 422)
    assert "har redan en plats i gruppen under den tiden" in twice.errors()[0]
    other = factories.person()
    days = {"starts": TODAY.isoformat(), "ends": (TODAY - timedelta(days=1)).isoformat()}
    wrong = office.post(new, {"person": str(other.id), "role": "member", **days}, 422)
    assert wrong.errors() == ["Sista dagen kommer före den första. Ändra en av dem."]
    unread = office.post(new, {"person": str(other.id), "role": "member", "ends": "snart"}, 422)
    assert unread.all("//input[@name='ends']/@value") == ["snart"]


def test_somebody_elses_group_or_region_is_not_there(office):
    place = factories.seat(factories.person(), factories.group("it"))
    office.get(f"/administration/grupper/turism/platser/{place.id}", 404)
    office.get("/administration/grupper/finns-inte", 404)
    office.get("/administration/personer/99999", 404)
    office.get("/administration/konton/99999", 404)


def test_a_group_without_members_says_how_to_begin(office):
    assert "Ingen har plats i gruppen i dag" in office.get("/administration/grupper/it").text
