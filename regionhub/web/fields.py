"""Form fields that many forms share: figures, choices in sight, the row's version."""

from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import DecimalField, IntegerField, SelectField, SelectMultipleField
from wtforms.fields.choices import SelectChoice
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput, HiddenInput, ListWidget

LARGEST = Decimal(10) ** 12


def choices(pairs: Iterable[tuple[Any, Any]]) -> list[SelectChoice]:
    """What there is to choose among, from (value, words) pairs."""
    return [SelectChoice(value, words) for value, words in pairs]


class VersionField(IntegerField):
    """The version of the row that the person saw, hidden in the form."""

    widget = HiddenInput()

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the version; a form for something new holds an empty one."""
        super().process_formdata([written for written in valuelist if written])

    @property
    def seen(self) -> int:
        """The version, or 0 where the form held none that can be read."""
        return self.data or 0

    def renew(self, version: int) -> None:
        """Let the form be saved on top of this version."""
        self.data, self.raw_data, self.errors = version, None, ()


class NumberField(DecimalField):
    """A figure as Swedes write it: "1 234,5"."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the figure, or None where nothing is written."""
        written = "".join(valuelist[:1]).strip()
        self.data = None
        if not written:
            return
        plain = "".join(written.split()).replace("−", "-").replace(",", ".")
        try:
            figure = Decimal(plain)
        except InvalidOperation:
            figure = Decimal("NaN")
        if figure.is_nan():
            raise ValueError(_l("Skriv ett tal, till exempel 12,5."))
        if abs(figure) >= LARGEST:
            raise ValueError(_l("Talet är för stort. Välj en större enhet."))
        self.data = round(figure, 4)

    def _value(self) -> str:
        if self.raw_data:
            return str(self.raw_data[0])
        return "" if self.data is None else f"{self.data.normalize():f}".replace(".", ",")


class CheckboxesField(SelectMultipleField):
    """Any number of several answers, all in sight."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not among the choices."""
        if not {value for value, *_ in self.choices} >= set(self.data or ()):
            raise ValidationError(_l("Välj bland det som står i listan."))


class OneOfField(SelectField):
    """One of several answers in a list."""

    def pre_validate(self, form: Any) -> None:
        """Refuse what is not among the choices."""
        if self.data not in [value for value, *_ in self.choices]:
            raise ValidationError(_l("Välj bland det som står i listan."))
