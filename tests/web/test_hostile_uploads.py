"""Files made to hurt, sent in through the web: a sentence and nothing saved, never a 500."""

import io
import random

import pytest

from regionhub.extensions import db
from regionhub.models import ImportReview, WorkPlan
from tests.importing.readers.test_hostile_files import READ, REFUSED, TOO_LARGE
from tests.importing.samples import mutations, plans
from tests.support import factories

UPLOAD = "/it/2026/las-in"
COPIES = 2
ONLY_SQLITE = pytest.mark.parametrize("_app", ["sqlite"], indirect=True)


@pytest.fixture
def lead(region, browse):
    return browse(factories.convener(factories.group("it")))


def send(browser, content, filename):
    """Post the file; returns the status and what the page says is wrong."""
    data = {"file": (io.BytesIO(content), filename), "csrf_token": browser.token()}
    answer = browser.ask("POST", UPLOAD, data=data)
    return answer.status_code, answer.get_data(as_text=True)


def saved():
    return db.session.query(ImportReview).count() + db.session.query(WorkPlan).count()


@ONLY_SQLITE
@pytest.mark.parametrize(("what", "make", "filename", "said"), REFUSED, ids=[r[0] for r in REFUSED])
def test_what_cannot_be_read_is_refused_on_its_field(lead, what, make, filename, said):
    status, page = send(lead, make(), filename)
    assert status == 422
    assert said in page
    assert 'id="file-error"' in page
    assert saved() == 0


@ONLY_SQLITE
@pytest.mark.parametrize(("what", "make", "filename"), TOO_LARGE, ids=[r[0] for r in TOO_LARGE])
def test_what_is_too_large_is_said_to_be(lead, what, make, filename):
    content = make()
    status, page = send(lead, content, filename)
    assert status == 413
    assert ('id="file-error"' in page) == (len(content) < lead.app.config["MAX_CONTENT_LENGTH"])
    assert saved() == 0


@ONLY_SQLITE
@pytest.mark.parametrize(("what", "make", "filename"), READ, ids=[r[0] for r in READ])
def test_what_looks_dangerous_but_can_be_read_makes_no_plan(lead, what, make, filename):
    status, _page = send(lead, make(), filename)
    assert status in (302, 413, 422)
    assert db.session.query(WorkPlan).count() == 0


@pytest.mark.parametrize("filename", plans.BY_NAME)
def test_spoilt_copies_are_shown_or_refused(lead, filename):
    for seed in range(COPIES):
        copy = mutations.mutated(plans.BY_NAME[filename](), random.Random(f"web {filename} {seed}"))
        status, page = send(lead, copy, filename)
        assert status in (302, 413, 422), page
        for review in db.session.query(ImportReview):
            lead.get(f"{UPLOAD}/{review.id}")


@pytest.mark.parametrize(
    "filename", ["", "../../etc/passwd.md", "a" * 400 + ".md", "\u202eplan\x07.md"]
)
def test_a_strange_name_is_only_a_name(lead, filename):
    status, _page = send(lead, plans.as_markdown(), filename)
    assert status == (302 if filename else 422)


def test_no_file_at_all_is_asked_for(lead):
    page = lead.post(UPLOAD, status=422)
    assert page.errors() == ["Välj en fil."]
    page = lead.post(UPLOAD, {"file": "bara text"}, status=422)
    assert page.errors() == ["Välj en fil."]
