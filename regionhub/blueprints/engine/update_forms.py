"""The two-minute form: what is new in an activity, with the parts that the person may set.

Several stand on one page, so each activity's fields have names of their own.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, Field, HiddenField, RadioField, SelectField
from wtforms.validators import ValidationError

from regionhub.domain.errors import DomainError, NotFound, StaleEdit
from regionhub.domain.permissions import Actor
from regionhub.domain.plan_state import PlanState
from regionhub.domain.status import CELL_STATUSES, Status
from regionhub.domain.updates import SHARED_STATUSES
from regionhub.models import Activity, Cell
from regionhub.services import changes, updates
from regionhub.services.updates import Said, Update
from regionhub.web.forms import Form, TextField
from regionhub.web.happenings import Happening, told

STALE, REFUSED = 409, 422
_LONGEST_NUMBER = 9


class KnownStatus:
    """Refuses a status that is not among the part's own."""

    def __call__(self, _form: Any, field: Field) -> None:
        if field.data not in tuple(Status):
            raise ValidationError(_l("Välj ett läge i listan."))


class PartForm(Form):
    """What is said of one part. `was` is the status that the person saw when the form came up."""

    class Meta:
        csrf = False

    was = HiddenField()
    version = HiddenField()


class SharedForm(PartForm):
    """What is said of the activity as a whole. A split one's status follows from its cells."""

    status = RadioField(_l("Läge"), [KnownStatus()], validate_choice=False)
    comment = TextField(_l("Vad är nytt?"))


class CellForm(PartForm):
    """What is said of one municipality's part."""

    status = SelectField(_l("Läge"), [KnownStatus()], validate_choice=False)
    comment = TextField(_l("Kommentar"))


class ItemForm(Form):
    """What is said of the person's own parts together."""

    class Meta:
        csrf = False

    nothing_new = BooleanField(_l("Inget nytt, men på gång"))


class Part:
    """The shared part or a cell, with its fields; `theirs` is set when somebody was first."""

    def __init__(self, row: Activity | Cell, prefix: str, posted: Any, *, own: bool) -> None:
        self.row = row
        self.own = own
        self.theirs: list[Happening] = []
        self.stale = False
        now = row.status.value
        values = {"status": now, "was": now, "version": row.version}
        kind = SharedForm if isinstance(row, Activity) else CellForm
        self.form = kind(posted, prefix=prefix, data=values)
        statuses = SHARED_STATUSES if isinstance(row, Activity) else CELL_STATUSES
        self.form.status.choices = [(status.value, status.label) for status in statuses]
        if isinstance(row, Activity) and row.cells:
            del self.form.status

    def said(self, *, nothing_new: bool) -> Said | None:
        """What the person says, or None where they have touched nothing."""
        form = self.form
        version = _number(form.version.data)
        if self._moved() or form.comment.data:
            return Said(
                version=version,
                status=Status(form.status.data) if self._moved() else None,
                comment=form.comment.data,
            )
        return Said(version=version, nothing_new=True) if nothing_new and self.own else None

    def meet(self, theirs: list[Happening]) -> None:
        """Take up what somebody else has saved, so that the next save is on top of it.

        What the person chose and wrote stays; what they left alone follows.
        """
        now = self.row.status.value
        if self.form.status and not self._moved():
            self.form.status.data = now
        self.form.was.data = now
        self.form.version.data = self.row.version
        self.theirs, self.stale = theirs, True

    def _moved(self) -> bool:
        return bool(self.form.status) and self.form.status.data != self.form.was.data


class UpdateForm:
    """The form of one activity. With `posted` it holds the parts that were sent, which the
    service then allows or refuses; without, those that the person may set.
    """

    def __init__(self, activity: Activity, actor: Actor, posted: Any = None) -> None:
        self.activity = activity
        self.key = f"a{activity.id}"
        self.general: list[str] = []
        self.item = ItemForm(posted, prefix=self.key)
        group_id = activity.plan.group_id
        leads, allowed = updates.parts_for(actor, activity)
        own = {s.municipality_id for s in actor.seats if s.group_id == group_id}
        with_shared, cells = leads, allowed
        if posted is not None:
            with_shared = f"{self.key}-hela-version" in posted
            cells = _cells_named(activity, posted.getlist(f"{self.key}-del"))
        self.shared = Part(activity, f"{self.key}-hela", posted, own=True) if with_shared else None
        self.cells = [
            Part(cell, f"{self.key}-c{cell.id}", posted, own=cell.municipality_id in own)
            for cell in cells
        ]

    @property
    def parts(self) -> list[Part]:
        """Every part of the form."""
        return [*([self.shared] if self.shared else []), *self.cells]

    @property
    def asks_for_news(self) -> bool:
        """Whether "Inget nytt, men på gång" would say anything: only of one's own parts."""
        return any(part.own for part in self.parts)

    def validate(self) -> bool:
        """Whether every field holds what it may hold."""
        found_good = [form.validate() for form in self._forms()]
        return all(found_good)

    def update(self) -> Update:
        """What the person says of the activity, for the service."""
        nothing_new = bool(self.item.nothing_new.data)
        said = {part.row.id: part.said(nothing_new=nothing_new) for part in self.cells}
        return Update(
            activity=self.activity,
            shared=self.shared.said(nothing_new=nothing_new) if self.shared else None,
            cells={cell_id: words for cell_id, words in said.items() if words is not None},
        )

    def add_problem(self, problem: DomainError) -> None:
        """Show at the right place what the service could not accept."""
        if isinstance(problem, StaleEdit):
            for part in self.parts:
                if part.row in problem.current:  # type: ignore[operator]
                    part.meet(_latest_of(part.row))
        elif self.shared is not None and problem.field is not None:
            self.shared.form.add_error(problem)
        else:
            self.general.append(problem.message)

    @property
    def status_code(self) -> int:
        """The answer's status when the form could not be saved."""
        return STALE if any(part.stale for part in self.parts) else REFUSED

    def errors(self) -> Iterator[tuple[str, str]]:
        """What is wrong, as (anchor, sentence), for the summary at the top of the page."""
        for sentence in self.general:
            yield self.key, sentence
        for part in self.parts:
            if part.stale:
                yield part.form.comment.id, _("Någon annan hann före. Läs vad som är nytt.")
            for field in part.form:
                # A group of radios is reached at its first.
                first = f"{field.id}-0" if isinstance(field, RadioField) else field.id
                yield from ((first, str(error)) for error in field.errors)

    def _forms(self) -> list[Form]:
        return [self.item, *(part.form for part in self.parts)]


def may_say_news(activity: Activity, actor: Actor) -> bool:
    """Whether the person has a part here, the plan is open and the activity is not dropped."""
    if activity.plan.state is PlanState.CLOSED or activity.status is Status.DROPPED:
        return False
    return any(updates.parts_for(actor, activity))


def form_for(activity: Activity, actor: Actor) -> UpdateForm | None:
    """The form for whoever may say something new of the activity."""
    return UpdateForm(activity, actor) if may_say_news(activity, actor) else None


def _cells_named(activity: Activity, names: list[str]) -> list[Cell]:
    cells: Mapping[str, Cell] = {str(cell.id): cell for cell in activity.cells}
    if not set(names) <= set(cells):
        raise NotFound("Kommunens del finns inte i den här aktiviteten.")
    return [cells[name] for name in dict.fromkeys(names)]


def _latest_of(row: Activity | Cell) -> list[Happening]:
    """The latest that was said of the row."""
    activity_id = row.activity_id if isinstance(row, Cell) else row.id
    lines = changes.of_activity(activity_id)
    if isinstance(row, Cell):
        lines = [c for c in lines if c.subject == updates.CELL and c.subject_id == row.id]
    return told(lines[:1])


def _number(text: Any) -> int:
    """The version that a form carries; 0, which no row has, for what is not one."""
    digits = str(text)
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else 0
