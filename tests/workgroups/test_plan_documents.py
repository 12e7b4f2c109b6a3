"""The documents that a plan was read from, handed out again."""

import hashlib
from urllib.parse import unquote

import pytest

from regionhub.extensions import db
from regionhub.models import PlanDocument
from tests.support import factories
from tests.support.clock import NOW
from tests.support.queries import counted

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def keep(plan, filename="Våra mål.docx", content=b"PK\x03\x04 a file"):
    document = PlanDocument(
        filename=filename,
        content_hash=hashlib.sha256(content).hexdigest(),
        content=content,
        draft={},
        read_at=NOW,
        read_by="Alva Ek",
    )
    plan.documents.append(document)
    db.session.flush()
    return document


def address(plan, document):
    return f"/it/{plan.year}/dokument/{document.id}"


def test_the_plans_page_tells_what_it_was_read_from(plan, convener):
    keep(plan)
    (about,) = convener.get("/it/2026/").words("//section[@aria-labelledby='om-gruppen']")
    assert "Våra mål.docx inläst 23 november 2026 av Alva Ek" in about


def test_who_may_read_one_in_gets_it_to_save_as_it_was(plan, convener):
    document = keep(plan)
    (link,) = convener.get("/it/2026/").all("//a[contains(@href, '/dokument/')]/@href")
    answer = convener.ask("GET", link)
    assert answer.get_data() == document.content
    assert answer.headers["Content-Type"] == WORD
    assert answer.headers["Content-Disposition"] == (
        "attachment; filename=\"Vara mal.docx\"; filename*=UTF-8''V%C3%A5ra%20m%C3%A5l.docx"
    )
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_member_reads_that_there_is_one_and_gets_none(plan, reader):
    document = keep(plan)
    page = reader.get("/it/2026/")
    assert "Våra mål.docx" in page.text
    assert not page.all("//a[contains(@href, '/dokument/')]")
    reader.get(address(plan, document), status=403)


def test_another_groups_and_another_years_document_is_not_there(plan, it, office):
    document = keep(plan)
    other = keep(factories.plan(factories.group("kultur")))
    factories.plan(it, 2025)
    office.get(f"/it/2026/dokument/{other.id}", status=404)
    office.get(f"/it/2025/dokument/{document.id}", status=404)
    office.get(f"/it/2026/dokument/{document.id + 999}", status=404)


@pytest.mark.parametrize(
    ("filename", "shown"),
    [
        ("C:\\Mina dokument\\plan.docx", "plan.docx"),
        ("../../etc/passwd", "passwd"),
        ('a"; filename="b.html', 'a"; filename="b.html'),
        ("plan\u202excod.exe", "planxcod.exe"),
        ("plan\r\nSet-Cookie: a=b.md", "planSet-Cookie: a=b.md"),
        ("...", "dokument"),
    ],
)
def test_a_name_that_is_no_name_does_no_harm(filename, shown, plan, convener):
    page = convener.ask("GET", address(plan, keep(plan, filename)))
    told = page.headers["Content-Disposition"]
    name = told.partition("filename*=UTF-8''")[2]
    assert unquote(name) == shown
    assert told.startswith('attachment; filename="')
    assert told.count('"') == 2
    assert "Set-Cookie" not in page.headers or "a=b" not in page.headers["Set-Cookie"]


@pytest.mark.parametrize("filename", ["plan.html", "plan.svg", "plan.md", "plan", "PLAN.CSV"])
def test_what_a_browser_might_show_is_given_as_bytes(filename, plan, convener):
    document = keep(plan, filename, b"<script>alert(1)</script>")
    answer = convener.ask("GET", address(plan, document))
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_many_documents_take_no_more_queries_than_one(plan, convener, region):
    def queries():
        region.revision += 1
        with counted() as sent:
            convener.get("/it/2026/")
        return len([statement for statement in sent if not statement.startswith("UPDATE region")])

    keep(plan)
    one = queries()
    for number in range(20):
        keep(plan, content=str(number).encode())
    assert queries() == one
