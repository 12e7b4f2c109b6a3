"""Saving a form: what is refused lands on its field, what is stale is shown beside the other."""

from collections.abc import Callable
from typing import Any

from flask import render_template, request
from wtforms import Field, FieldList, FormField

from regionhub.domain.errors import Refused, StaleEdit
from regionhub.services.differences import in_words
from regionhub.web.fields import CheckboxesField, OneOfField
from regionhub.web.forms import Form

_FRAME = ("version", "reason", "csrf_token")


def saved(form: Form, work: Callable[[], Any]) -> bool:
    """Whether the form holds and the work is done; otherwise the form says what is wrong."""
    if not form.validate():
        return False
    try:
        work()
    except Refused as refusal:
        form.add_error(refusal)
        return False
    return True


def not_saved(
    form: Form,
    work: Callable[[], Any],
    *,
    page: Callable[[], str],
    theirs: Callable[[], Form],
    back: str,
) -> tuple[str, int] | None:
    """None when the work is done; otherwise the answer that says why not.

    `page` shows the form with what is wrong. `theirs` is the form as the row stands now, to be
    shown beside what was sent too late, and `back` leads to where that can be left alone.
    """
    try:
        return None if saved(form, work) else (page(), 422)
    except StaleEdit:
        return _conflict(form, theirs(), back=back)


def _conflict(mine: Form, theirs: Form, *, back: str) -> tuple[str, int]:
    """The page that shows both texts, with mine in a form that can be saved on top."""
    mine.version.renew(theirs.version.data)
    differing = [
        (field, spoken(field), spoken(theirs[field.short_name]))
        for field in mine
        if field.short_name not in _FRAME and spoken(field) != spoken(theirs[field.short_name])
    ]
    page = render_template(
        "conflict.html", form=mine, differing=differing, action=request.path, back=back
    )
    return page, 409


def spoken(field: Field) -> str:
    """What stands in a field, in words."""
    if isinstance(field, FieldList):
        return "\n".join(filter(None, (spoken(entry) for entry in field)))
    if isinstance(field, FormField):
        return "\n".join(filter(None, (spoken(part) for part in field)))
    if isinstance(field, CheckboxesField | OneOfField):
        chosen = field.data if isinstance(field.data, list) else [field.data]
        return ", ".join(str(label) for value, label, *_ in field.choices if value in chosen)
    return in_words(field.data)
