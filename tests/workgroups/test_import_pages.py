"""A plan's way in from a file: sent in, looked through, laid in as a draft."""

import io

import pytest

from regionhub.domain.plan_state import PlanState
from regionhub.extensions import db
from regionhub.models import Activity, ImportReview, WorkPlan
from tests.importing.samples import plans as samples
from tests.support.forms import filled

UPLOAD = "/it/2026/las-in"


def send(browser, content, filename="plan.docx", status=302):
    """Post a file to the upload page; returns where it leads."""
    return browser.post(UPLOAD, {"file": (io.BytesIO(content), filename)}, status=status)


@pytest.fixture
def review(convener):
    """The address of a review of the sample plan."""
    return send(convener, samples.as_docx()).location


def test_a_file_is_shown_as_it_was_understood_and_nothing_is_saved(convener, review):
    page = convener.get(review)
    assert page.h1 == "Gå igenom planen"
    said = filled(page, review)
    assert said["activity-0-text"] == ["Inventera vandringsleder"]
    assert said["activity-0-when"] == ["Vecka 44"]
    assert "26 oktober–1 november 2026" in page.text
    beside = page.words("//section[@id='activity-1']//*[contains(@class, 'review-cell')]")
    assert beside == ["Skylta om rastplatser", "31 maj", "Bo Gran"]
    assert db.session.query(WorkPlan).count() == 0
    assert db.session.query(Activity).count() == 0


def test_laying_in_makes_a_plan_in_draft_with_the_file_as_its_source(convener, review):
    form = filled(convener.get(review), review, **{"activity-1-when": "juni"})
    done = convener.post(review, {**form, "lay_in": "1"})
    assert done.location == "/it/2026/"
    plan = db.session.query(WorkPlan).one()
    assert plan.state is PlanState.DRAFT
    assert [activity.when_text for activity in plan.activities] == [
        "Vecka 44",
        "juni",
        "Under hösten",
    ]
    assert plan.documents[0].content == samples.as_docx()
    assert db.session.query(ImportReview).count() == 0
    assert "Planen är inläst" in convener.get("/it/2026/").text
