"""Min sida: what needs me, each with its form open, and one button for all."""

from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from regionhub.blueprints.engine.update_forms import REFUSED, STALE, UpdateForm, form_for
from regionhub.blueprints.engine.update_views import outcome
from regionhub.domain.errors import Refused
from regionhub.domain.permissions import Action
from regionhub.domain.status import Flag
from regionhub.models import Change
from regionhub.services import todo, undo, updates
from regionhub.services.todo import Item, Todo
from regionhub.web import clock
from regionhub.web.access import access, may
from regionhub.web.current import actor, region, this_save
from regionhub.web.happenings import told
from regionhub.web.transaction import writes

bp = Blueprint("my_page", __name__)
# What a person can look through at a time; when these are saved, the next come up.
FORMS_AT_ONCE = 20
# How much of an activity's name tells which it is.
TITLE = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that needs me, and its form; without one, somebody else sets it."""

    item: Item
    form: UpdateForm | None


@dataclass(frozen=True, slots=True)
class Saved:
    """One save of mine, as the stream shows it. `batch` is set where it can be undone."""

    who: str
    when: str
    sentence: str
    batch: str | None


@bp.get("/min-sida")
@access(Action.USE_OWN_ACCOUNT)
def show() -> Any:
    """Min sida."""
    return _page(todo.of(actor(), region(), today=clock.today()), {})


@bp.post("/min-sida")
@access(Action.USE_OWN_ACCOUNT)
@writes
def save() -> Any:
    """Save everything that is new, or nothing when something is wrong with any of it."""
    ids = request.form.getlist("aktivitet", type=int)[:FORMS_AT_ONCE]
    found = updates.in_region(region(), ids, lock=True)
    forms = {activity.id: UpdateForm(activity, actor(), request.form) for activity in found}
    in_order = [form.validate() for form in forms.values()]
    if all(in_order):
        wanted = [form.update() for form in forms.values()]
        problems = updates.update_activities(wanted, save=this_save())
        if not problems:
            saved = any(update.says_something for update in wanted)
            flash(*outcome(saved))
            return redirect(url_for("my_page.show"))
        for activity_id, problem in problems.items():
            forms[activity_id].add_problem(problem)
    stale = any(form.status_code == STALE for form in forms.values())
    whole = todo.of(actor(), region(), today=clock.today())
    return _page(whole, forms), STALE if stale else REFUSED


@bp.post("/min-sida/angra")
@access(Action.USE_OWN_ACCOUNT)
@writes
def undo_latest() -> Any:
    """Take back the latest update of mine."""
    try:
        undo.undo(region(), batch=request.form.get("batch", ""), save=this_save())
    except Refused as refusal:
        flash(refusal.message, "error")
    else:
        flash(_("Din senaste uppdatering är ångrad."), "success")
    return redirect(url_for("my_page.show"))


def _page(whole: Todo, posted: dict[int, UpdateForm]) -> Any:
    entries, more = _entries(whole, posted)
    return render_template(
        "my_page/show.html",
        sentence=_sentence(whole),
        entries=entries,
        more=more,
        rest=[item for item in whole.rest if item.activity.id not in posted],
        errors=[
            (anchor, f"{shorten(form.activity.title, TITLE, placeholder=' …')}: {sentence}")
            for form in posted.values()
            for anchor, sentence in form.errors()
        ],
        saved=_lately(),
        this_year=clock.today().year,
        to_write=todo.to_write(actor(), year=clock.today().year),
        waiting_plans=todo.waiting_plans(region()) if may(Action.ACCEPT_PLAN) else 0,
        waiting_reports=todo.waiting_reports(region()) if may(Action.APPROVE_REPORT) else 0,
    )


def _entries(whole: Todo, posted: dict[int, UpdateForm]) -> tuple[list[Entry], int]:
    """What to show, and how many more wait. What was just sent comes first, in its order, though
    it may need me no longer.
    """
    items = {item.activity.id: item for item in (*whole.needs, *whole.rest)}
    sent = [
        Entry(items.get(key) or todo.item(form.activity, actor(), region(), clock.today()), form)
        for key, form in posted.items()
    ]
    others = [item for item in whole.needs if item.activity.id not in posted]
    room = max(FORMS_AT_ONCE - len(sent), 0)
    shown = [Entry(item, form_for(item.activity, actor())) for item in others[:room]]
    return sent + shown, len(others[room:])


def _sentence(whole: Todo) -> str:
    count, late = len(whole.needs), whole.count(Flag.OVERDUE)
    if not count:
        return str(_("Inget behöver dig just nu."))
    things = ngettext("%(num)d sak behöver dig", "%(num)d saker behöver dig", count)
    if not late:
        return f"{things}."
    are_late = ngettext("%(num)d är försenad", "%(num)d är försenade", late)
    return f"{things}, {are_late}."


def _lately() -> list[Saved]:
    batches = undo.lately(actor())
    titles = undo.titles(line for lines in batches for line in lines)
    latest = undo.undoable(batches)
    return [_saved(lines, titles, latest) for lines in batches]


def _saved(lines: list[Change], titles: dict[int, str], latest: str | None) -> Saved:
    about = list(dict.fromkeys(titles.get(line.activity_id or 0, "") for line in lines))
    several = len(about) > 1
    who = ngettext("%(num)d aktivitet", "%(num)d aktiviteter", len(about)) if several else about[0]
    return Saved(
        who=who,
        when=told(lines[:1])[0].when,
        sentence="; ".join(line.sentence for line in told(lines, titles if several else {})),
        batch=latest if lines[0].batch == latest else None,
    )
