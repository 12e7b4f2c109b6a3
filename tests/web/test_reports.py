"""A year-end report, from the first text to the signed file that never changes."""

import io

import pikepdf
import pytest
from sqlalchemy import select
from sqlalchemy.orm import undefer

from regionhub.domain.permissions import Role
from regionhub.domain.status import Status
from regionhub.extensions import db
from regionhub.models import Change, Report
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted

ADDRESS = f"/it/{YEAR}/verksamhetsberattelse"


@pytest.fixture
def plan(region):
    group = factories.group("it")
    plan = factories.plan(group)
    factories.goal(plan, "Alla kommuner har reservkraft senast i december", heading="Reservkraft")
    done = factories.activity(plan, "Byt växel", when="31 december", status=Status.DONE)
    done.owner_text, done.last_comment = "Tekniker", "Växeln är i drift"
    factories.activity(plan, "Sen sak", when="31 mars", last_heard_at=NOW)
    dropped = factories.activity(plan, "Avförd sak", when="31 mars", status=Status.DROPPED)
    dropped.dropped_reason = "Pengarna räckte inte"
    factories.cells(factories.activity(plan, "Fiber", when="31 december"), status=Status.DONE)
    factories.activity(plan, "Stöd till användare", when="löpande")
    factories.seat(factories.person("Eva Ek"), group, municipality=factories.municipality("umea"))
    return plan


def office():
    return factories.account(role=Role.OFFICE)


def leader(plan):
    return factories.convener(plan.group)


def part(page, number):
    return page.words(f"//section[@aria-labelledby='del-{number}']")[0]


def test_has_the_thirteen_parts_filled_from_the_plan(plan, browse):
    page = browse(leader(plan)).get(ADDRESS)
    assert len(page.all("//section/h2[starts-with(@id, 'del-')]")) == 13
    assert "Eva Ek" in part(page, 1)
    assert "1 av 4 aktiviteter är genomförda" in part(page, 2)
    assert "Reservkraft" in part(page, 3)
    assert "Byt växel" in part(page, 5)
    assert "Växeln är i drift" in part(page, 5)
    assert "Stöd till användare" in part(page, 6)
    assert "Stöd till användare" not in part(page, 5)
    assert "Sen sak: försenad." in part(page, 10)
    assert "Avförd sak: Pengarna räckte inte" in part(page, 11)
    assert page.all("//ul[@class='page-nav']//a/@href") == [f"#del-{n}" for n in range(1, 14)]
    assert "Inte ännu" in part(page, 13)


def test_says_before_it_is_sent_in_what_is_not_written(plan, browse):
    person = browse(leader(plan))
    fold = "//details[summary='Skicka in berättelsen']"
    [said] = person.get(ADDRESS).words(fold)
    assert "kan inte ändras medan den väntar" in said
    assert "Inget är skrivet under: Sammanfattning; Möten och närvaro;" in said
    texts = dict.fromkeys(person.get(f"{ADDRESS}/skriv").all("//textarea/@name"), "Ord")
    person.post(f"{ADDRESS}/skriv", {**texts, "version": "0"})
    assert "Inget är skrivet" not in person.get(ADDRESS).words(fold)[0]
    assert not browse(factories.member(plan.group)).get(ADDRESS).all(fold)


def test_says_nothing_of_what_there_is_none_of(region, browse):
    plan = factories.plan(factories.group("it"))
    reader = browse(office())
    assert "Planen har inga aktiviteter." in part(reader.get(ADDRESS), 2)
    factories.activity(plan, status=Status.DONE)
    assert "1 av 1 aktivitet är genomförd." in part(reader.get(ADDRESS), 2)
    factories.activity(plan, when="31 mars", status=Status.DROPPED)
    factories.activity(plan, when="31 mars", status=Status.IN_PROGRESS, last_heard_at=NOW)
    assert "1 av 2 aktiviteter är genomförda och 1 pågår. 1 är försenad och 1 har avförts." in part(
        reader.get(ADDRESS), 2
    )


def test_tells_what_the_municipalities_say_of_their_parts(plan, browse):
    told = "Vad kommunerna säger om sina delar"
    reader = browse(leader(plan))
    assert told not in part(reader.get(ADDRESS), 5)
    fiber = next(a for a in plan.activities if a.title == "Fiber")
    fiber.owner_text = "Projektledaren"
    late, other = fiber.cells[4], fiber.cells[1]
    late.comment = "Schaktningen drog ut på tiden"
    other.owner_text = "Tekniska kontoret"
    rows = reader.get(ADDRESS).words(f"//table[contains(caption, '{told}')]/tbody/tr")
    assert rows == [
        f"Fiber {other.municipality.name} 31 december Tekniska kontoret",
        f"Fiber {late.municipality.name} 31 december Projektledaren Schaktningen drog ut på tiden",
    ]


def test_says_in_which_municipalities_something_is_late(plan, browse):
    factories.cells(factories.activity(plan, "Utbilda alla", when="31 mars"), "umea", "vindeln")
    page = browse(leader(plan)).get(ADDRESS)
    assert "Utbilda alla: försenad i Umeå och Vindeln." in part(page, 10)


def test_says_a_goal_without_a_name_once(region, browse):
    plan = factories.plan(factories.group("it"))
    factories.goal(plan, "Alla kommuner har reservkraft", heading="")
    assert part(browse(office()).get(ADDRESS), 3).count("Alla kommuner har reservkraft") == 1


def test_the_group_writes_and_the_text_is_logged(plan, browse):
    person = browse(leader(plan))
    person.get(f"{ADDRESS}/skriv")
    person.post(f"{ADDRESS}/skriv", {"version": "0", "summary": "Ett <b>gott</b> år"})
    assert "Ett <b>gott</b> år" in part(person.get(ADDRESS), 2)
    assert (
        "Skrev i verksamhetsberättelsen: sammanfattning"
        in db.session.scalars(select(Change.sentence)).all()
    )


def test_a_stale_text_is_kept_beside_the_other(plan, browse):
    one, other = browse(leader(plan)), browse(leader(plan))
    one.post(f"{ADDRESS}/skriv", {"version": "0", "summary": "Min text"})
    page = other.post(f"{ADDRESS}/skriv", {"version": "0", "summary": "Din text"}, 409)
    assert page.all("//textarea[@name='summary']")[0].text.strip() == "Din text"
    assert "Min text" in page.text
    version = page.all("//input[@name='version']/@value")[0]
    other.post(f"{ADDRESS}/skriv", {"version": version, "summary": "Bådas text"})
    assert "Bådas text" in one.get(ADDRESS).text


def test_the_pdf_is_tagged_and_says_the_same(plan, browse):
    answer = browse(leader(plan)).get(f"{ADDRESS}.pdf").response
    assert answer.content_type == "application/pdf"
    with pikepdf.open(io.BytesIO(answer.data)) as pdf:
        assert "/StructTreeRoot" in pdf.Root
        assert str(pdf.Root.Lang) == "sv"
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"


@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_comes_as_office_files_too(plan, browse, kind):
    assert browse(leader(plan)).get(f"{ADDRESS}.{kind}").response.data[:2] == b"PK"


def signed(plan, browse):
    browse(leader(plan)).post(f"{ADDRESS}/skicka-in")
    form = browse(office()).get(ADDRESS)
    assert form.all("//input[@name='approve-decided_on']/@value") == [TODAY.isoformat()]
    browse(office()).post(
        f"{ADDRESS}/godkann",
        {
            "approve-decided_by": "Kommunchefsgruppen",
            "approve-decided_on": "2026-11-20",
            "approve-note": "§ 12",
        },
    )


def test_what_is_signed_never_changes(plan, browse):
    signed(plan, browse)
    reader = browse(office())
    page, file = reader.get(ADDRESS), reader.get(f"{ADDRESS}.pdf").response.data
    assert "Kommunchefsgruppen 20 november 2026" in part(page, 13)
    plan.activities[0].title = "Ett helt annat namn"
    plan.goals[0].text = "Ett annat mål"
    assert part(reader.get(ADDRESS), 5) == part(page, 5)
    assert reader.get(f"{ADDRESS}.pdf").response.data == file
    browse(leader(plan)).post(f"{ADDRESS}/skriv", {"version": "1", "summary": "Nytt"}, 422)


def test_reopening_makes_a_new_version_beside_the_signed(plan, browse):
    signed(plan, browse)
    before = db.session.scalars(select(Report).options(undefer(Report.frozen))).one().frozen
    browse(office()).post(f"{ADDRESS}/oppna-igen", {"reopen-reason": "En siffra var fel"})
    rows = db.session.scalars(
        select(Report).order_by(Report.number).options(undefer(Report.frozen))
    ).all()
    assert [(r.number, r.reason) for r in rows] == [(1, ""), (2, "En siffra var fel")]
    assert rows[0].frozen == before
    assert "version 2" in browse(office()).get(ADDRESS).text


def test_a_returned_report_says_why_and_can_be_written_again(plan, browse):
    person = browse(leader(plan))
    person.post(f"{ADDRESS}/skicka-in")
    person.get(f"{ADDRESS}/skriv", 302)
    page = browse(office()).post(f"{ADDRESS}/atersand", {"return-reason": ""}, 422)
    assert page.errors() == ["Skriv varför."]
    browse(office()).post(f"{ADDRESS}/atersand", {"return-reason": "Skriv om ekonomin"})
    assert "Skriv om ekonomin" in person.get(ADDRESS).text
    person.get(f"{ADDRESS}/skriv")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("approve-decided_on", "2027-01-01", "Datumet kan inte ligga framåt i tiden."),
        ("approve-decided_on", "i går", "Skriv datumet som 2026-11-23."),
    ],
)
def test_an_approval_without_sense_is_refused(plan, browse, field, value, said):
    browse(leader(plan)).post(f"{ADDRESS}/skicka-in")
    data = {"approve-decided_by": "Regionrådet", "approve-decided_on": "2026-11-20", field: value}
    assert browse(office()).post(f"{ADDRESS}/godkann", data, 422).errors() == [said]


def test_a_draft_cannot_be_approved(plan, browse):
    data = {"approve-decided_by": "Regionrådet", "approve-decided_on": "2026-11-20"}
    browse(office()).post(f"{ADDRESS}/godkann", data, 422)


def test_only_the_group_writes_and_only_the_office_approves(plan, browse):
    member = browse(factories.member(plan.group, factories.municipality("umea")))
    member.get(ADDRESS)
    member.get(f"{ADDRESS}/skriv", 403)
    browse(leader(plan)).post(f"{ADDRESS}/godkann", status=403)


def test_the_list_shows_every_year(plan, browse):
    factories.plan(factories.group("webb"), YEAR - 1)
    signed(plan, browse)
    page = browse(office()).get("/rapporter/")
    assert page.words("//h2") == [str(YEAR), str(YEAR - 1)]
    assert "Godkänd" in page.text
    assert "Inte påbörjad" in page.text


def test_a_year_without_plan_is_not_found(region, browse):
    browse(office()).get(f"/it/{YEAR}/verksamhetsberattelse", 404)


def test_queries_do_not_grow_with_the_plan(plan, browse):
    person = browse(office())
    person.get(ADDRESS)  # who the person is stays known

    def queries():
        with counted() as sent:
            person.get(ADDRESS)
        return len(sent)

    few = queries()
    for _ in range(20):
        factories.cells(factories.activity(plan, when="31 december"))
        factories.goal(plan)
    assert queries() == few
