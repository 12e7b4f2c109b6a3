"""Files that take long to read are read by the worker, and nobody waits for the page."""

import shutil
import subprocess

import pytest

from regionhub import scheduler
from regionhub.blueprints import registry
from regionhub.domain.errors import Refused, TooLarge
from regionhub.domain.permissions import Actor
from regionhub.extensions import db
from regionhub.models import ImportReview
from regionhub.models.import_review import ReviewState
from regionhub.services.changes import Save
from regionhub.services.plan_import import review_pages, reviews
from tests.importing.samples import hostile, plans
from tests.support import factories
from tests.support.clock import NOW, TODAY, YEAR
from tests.support.queries import counted
from tests.support.required import missing

WORD_97 = hostile.OLE + "WordDocument".encode("utf-16-le") + bytes(2_000)


@pytest.fixture
def begin(region):
    """Send a file in to the IT group."""

    def send(content, filename="plan.docx"):
        return reviews.begin(
            factories.group("it"),
            YEAR,
            content=content,
            filename=filename,
            region=region,
            declared=registry.GROUPS,
            today=TODAY,
            save=Save(Actor(name="Eva"), NOW),
        )

    return send


def long_plan(rows):
    """A plan in Markdown with that many activities and as much text besides."""
    activities = "\n".join(f"| Rusta rum {row} | maj |" for row in range(rows))
    text = "\n\n".join(f"Rad {row} om husen." for row in range(4_000))
    return f"# Verksamhetsplan 2026\n\n| Aktivitet | Klart |\n|---|---|\n{activities}\n\n{text}"


def test_an_ordinary_file_is_read_at_once(begin):
    review = begin(plans.as_docx())
    assert review.state is ReviewState.OPEN
    assert review.draft["activities"][0]["text"] == "Inventera vandringsleder"


def test_a_long_file_waits_for_the_worker_and_is_read_once(begin):
    review = begin(long_plan(20).encode(), "plan.md")
    assert review.state is ReviewState.READING
    db.session.commit()
    assert scheduler.read_imports() == "1 filer lästa"
    assert scheduler.read_imports() == "0 filer lästa"
    read = db.session.query(ImportReview).one()
    assert read.state is ReviewState.OPEN
    assert len(read.draft["activities"]) == 20


def test_what_the_worker_cannot_read_is_told_in_words(begin):
    begin(WORD_97, "plan.doc")
    db.session.commit()
    scheduler.read_imports()
    read = db.session.query(ImportReview).one()
    assert read.state is ReviewState.REFUSED
    assert ".docx" in read.refusal


def test_a_fault_while_reading_ends_in_words_too(begin, monkeypatch):
    begin(long_plan(1).encode(), "plan.md")
    db.session.commit()
    monkeypatch.setattr(reviews, "read_plans", lambda *_args, **_kwargs: 1 / 0)
    scheduler.read_imports()
    assert db.session.query(ImportReview).one().refusal.startswith("Filen kunde inte läsas.")


def test_a_file_thrown_away_while_it_waits_is_gone(begin):
    review = begin(long_plan(1).encode(), "plan.md")
    reviews.throw_away(review, save=Save(Actor(name="Eva"), NOW))
    db.session.commit()
    scheduler.read_imports()
    assert db.session.query(ImportReview).count() == 0


def test_an_older_word_file_is_read_by_the_worker(begin, tmp_path):
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice (apt install libreoffice-writer)")
    (tmp_path / "plan.odt").write_bytes(plans.as_odt())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "doc", "plan.odt"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    begin((tmp_path / "plan.doc").read_bytes(), "plan.doc")
    db.session.commit()
    scheduler.read_imports()
    read = db.session.query(ImportReview).one()
    assert [activity["text"] for activity in read.draft["activities"]] == [
        activity for activity, *_ in plans.ACTIVITIES
    ]


def test_a_file_that_nobody_could_look_through_is_refused(begin):
    with pytest.raises(TooLarge, match="Dela upp filen"):
        begin("\n".join(long_plan(600).splitlines()[:700]).encode(), "plan.md")


def test_a_file_without_a_plan_is_refused(begin):
    with pytest.raises(Refused, match="varken mål eller aktiviteter"):
        begin(b"Hej och tack.", "plan.txt")


def test_a_review_of_many_people_takes_no_more_queries_than_of_few(begin, region):
    def queries(review):
        db.session.flush()
        with counted() as sent:
            review_pages.of_review(review, region, registry.GROUPS)
        return len(sent)

    review = begin(plans.as_docx())
    few = queries(review)
    for _ in range(20):
        factories.person(municipality_id=factories.municipality("umea").id)
    assert queries(review) == few
