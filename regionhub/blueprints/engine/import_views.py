"""Plans read in from files: sent in, looked through, laid in as a plan in draft."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField, FileRequired

from regionhub.domain.errors import Refused, StaleEdit, TooLarge
from regionhub.domain.permissions import Action
from regionhub.domain.plantime.reader import read
from regionhub.importing.readers.any_file import SUFFIXES
from regionhub.importing.readers.limits import MAX_FILE_BYTES
from regionhub.models import ImportReview
from regionhub.models.import_review import ReviewState
from regionhub.services import plans, versions
from regionhub.services.plan_import import laying_in, review_pages, reviews
from regionhub.services.plan_import.review_pages import ReviewPage
from regionhub.web import clock
from regionhub.web.access import access
from regionhub.web.current import declared_groups, group, region, this_save
from regionhub.web.fields import VersionField
from regionhub.web.forms import LONGEST_LINE, Form, clean
from regionhub.web.transaction import writes

ACCEPTED = ",".join((*SUFFIXES, ".doc"))
_ADDRESS = "/<int:year>/las-in"


class UploadForm(Form):
    """The file that holds the plan."""

    file = FileField(
        _l("Fil med planen"),
        [FileRequired(_l("Välj en fil."))],
        description=_l(
            "Word, Excel, LibreOffice, CSV, Markdown eller text, högst %(megabytes)s MB.",
            megabytes=MAX_FILE_BYTES // 1024 // 1024,
        ),
    )


class ReviewForm(Form):
    """What every form about an import holds besides its own fields."""

    version = VersionField()


def add_routes(bp: Blueprint) -> None:
    """Add the pages to a group's blueprint."""
    one = f"{_ADDRESS}/<int:review_id>"
    bp.add_url_rule(_ADDRESS, "upload", upload_page)
    bp.add_url_rule(_ADDRESS, "take_in", take_in, methods=["POST"])
    bp.add_url_rule(one, "review", review_page)
    bp.add_url_rule(one, "save_review", save_review, methods=["POST"])
    bp.add_url_rule(f"{one}/tid", "review_reading", reading)
    bp.add_url_rule(f"{one}/slang", "ask_throw_away", ask_throw_away)
    bp.add_url_rule(f"{one}/slang", "throw_away", throw_away, methods=["POST"])


@access(Action.IMPORT_PLAN)
def upload_page(year: int) -> Any:
    """The form that takes a file, and the files that wait to be looked through."""
    return _upload_page(year, UploadForm())


@access(Action.IMPORT_PLAN)
@writes
def take_in(year: int) -> Any:
    """Take a file in and go on to looking it through."""
    form = UploadForm()
    if not form.validate():
        return _upload_page(year, form), 422
    try:
        review = reviews.begin(
            group(),
            year,
            content=form.file.data.read(),
            filename=clean(form.file.data.filename),
            region=region(),
            declared=declared_groups(),
            today=clock.today(),
            save=this_save(),
        )
    except Refused as refusal:
        form.file.errors = [refusal.message]
        return _upload_page(year, form), 413 if isinstance(refusal, TooLarge) else 422
    return redirect(url_for(".review", year=year, review_id=review.id))


@access(Action.IMPORT_PLAN)
def review_page(year: int, review_id: int) -> Any:
    """What was understood beside what the document says, with every doubt as a question."""
    review = reviews.of_group(group(), year, review_id)
    if review.state is not ReviewState.OPEN:
        return render_template("imports/wait.html", group=group(), review=review)
    return _review_page(review, page_of(review))


@access(Action.IMPORT_PLAN)
@writes
def save_review(year: int, review_id: int) -> Any:
    """Keep the answers; lay the plan in when the person says so."""
    review = reviews.opened(group(), year, review_id)
    form = ReviewForm()
    page = _answered(review)
    if not form.validate():
        return _review_page(review, page), 422
    try:
        versions.must_be(review, form.version.seen)
        reviews.keep(review, page.answers, save=this_save())
        if "lay_in" not in request.form:
            flash(_("Dina svar är sparade."), "success")
            return redirect(url_for(".review", year=year, review_id=review_id))
        page.draft_to_save()
        if laying_in.has_content(laying_in.plan_of(group(), year)):
            return redirect(url_for(".compare_review", year=year, review_id=review_id))
        return _laid_in(review, page)
    except StaleEdit as stale:
        return _review_page(review, page, message=stale.message, theirs=page_of(review)), 409
    except Refused as refusal:
        # What was kept above is rolled back with the refusal; the version is again the one seen.
        return _review_page(review, page, version=form.version.seen, refusal=refusal), 422


@access(Action.IMPORT_PLAN)
def reading(year: int, review_id: int) -> Any:
    """How the words of a plan time are read, as a piece of a page; whatever field asks."""
    reviews.of_group(group(), year, review_id)
    words = clean("".join(list(request.args.values())[:1]))[:LONGEST_LINE]
    return render_template("imports/_reading.html", when=read(words, year=year) if words else None)


@access(Action.IMPORT_PLAN)
def ask_throw_away(year: int, review_id: int) -> Any:
    """Ask before the file and the answers about it are forgotten."""
    review = reviews.of_group(group(), year, review_id)
    return render_template(
        "imports/throw_away.html", group=group(), review=review, form=ReviewForm()
    )


@access(Action.IMPORT_PLAN)
@writes
def throw_away(year: int, review_id: int) -> Any:
    """Forget the file and the answers about it."""
    review = reviews.of_group(group(), year, review_id)
    reviews.throw_away(review, save=this_save())
    flash(_("Inläsningen är bortslängd. Planen är orörd."), "success")
    return redirect(url_for(".upload", year=year))


def _laid_in(review: ImportReview, page: ReviewPage) -> Any:
    """Lay the plan in, and go to it."""
    imported = laying_in.save_draft(
        page.draft_to_save(),
        region=region(),
        group=group(),
        year=review.year,
        filename=review.filename,
        content=review.content,
        people=page.people_to_save(),
        save=this_save(),
    )
    reviews.finish(review)
    if imported.new:
        flash(_("Planen är inläst som utkast. Läs igenom den och skicka in den."), "success")
    else:
        flash(_("Den här filen är redan inläst. Inget har ändrats."), "info")
    return redirect(url_for(".plan", year=review.year))


def page_of(review: ImportReview, given: Mapping[str, str] | None = None) -> ReviewPage:
    """The page of an import, with the answers that are kept or those given."""
    return review_pages.of_review(review, region(), declared_groups(), given)


def _answered(review: ImportReview) -> ReviewPage:
    """The page as it stands with what the person has sent."""
    said = {name: clean(value) for name, value in request.form.items()}
    return page_of(review, review_pages.written(page_of(review), said))


def _review_page(
    review: ImportReview, page: ReviewPage, *, version: int | None = None, **told: Any
) -> str:
    return render_template(
        "imports/review.html",
        group=group(),
        review=review,
        page=page,
        compares=laying_in.has_content(laying_in.plan_of(group(), review.year)),
        form=ReviewForm(formdata=None, data={"version": version or review.version}),
        **told,
    )


def _upload_page(year: int, form: UploadForm) -> str:
    return render_template(
        "imports/upload.html",
        group=group(),
        year=year,
        form=form,
        accepted=ACCEPTED,
        waiting=reviews.waiting(group()),
        has_plan=year in plans.years(group()),
    )
