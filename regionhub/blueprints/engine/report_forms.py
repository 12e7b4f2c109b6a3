"""The forms of the year-end report."""

from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, SelectField
from wtforms.fields.choices import SelectChoice

from regionhub.domain.year_end import APPROVAL_STEPS, WRITTEN
from regionhub.web.forms import DayField, Form, LineField, Required, TextField


class TextsForm(Form):
    """The group's own texts, one field a part that has one."""

    version = HiddenField(default="0")

    def seen_version(self) -> int:
        """The version that the person had before them; 0 when it cannot be read."""
        return int(self.version.data) if (self.version.data or "").isdecimal() else 0


for _part in WRITTEN:
    setattr(
        TextsForm,
        _part.key,
        TextField(f"{_part.number}. {_part.heading}", description=_part.question),
    )


class ReasonForm(Form):
    """Why the report goes back, or is opened again."""

    reason = TextField(_l("Varför?"), [Required(_l("Skriv varför."))])


class ApproveForm(Form):
    """Who approved the report, and when."""

    decided_by = SelectField(
        _l("Vem godkände berättelsen?"),
        choices=[SelectChoice(step, step) for step in APPROVAL_STEPS[2:]],
        default=APPROVAL_STEPS[2],
    )
    decided_on = DayField(_l("När?"), [Required(_l("Ange dagen som 2027-01-20."))])
    note = LineField(_l("Anteckning"), description=_l("Till exempel paragraf i protokollet."))
