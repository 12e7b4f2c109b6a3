"""The parent of every form: plain Swedish errors, and domain errors landing on their field."""

import re
from typing import Any

from flask_babel import format_decimal, get_locale
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, Field, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from regionhub.domain.errors import DomainError
from regionhub.web.limits import FIRST_YEAR, LAST_YEAR

LONGEST_LINE = 200
LONGEST_TEXT = 10_000
# Slides and web pages are pasted with line breaks of these kinds.
_LINE_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters, and what nobody sees: text of no width, and orders that turn its direction.
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]")


def clean(text: str | None) -> str:
    """Text as a person meant it: nothing unseen, one kind of line break, no outer space."""
    return _UNSEEN.sub("", _LINE_BREAK.sub("\n", text or "")).strip()


class Form(FlaskForm):
    """A form whose errors are sentences."""

    class Meta(FlaskForm.Meta):
        """Where WTForms' own texts come from: its own catalogues, which it keeps."""

        @property
        def locales(self) -> tuple[str, ...]:
            """The language of the page."""
            return (get_locale().language,)

    def add_error(self, error: DomainError) -> None:
        """Put a domain error on the field it concerns, or on the form as a whole."""
        field: Field | None = self._fields.get(error.field or "")
        if field is None:
            self.form_errors.append(error.message)
        else:
            field.errors = [*field.errors, error.message]


class WithinLength:
    """Refuses what is too long with a sentence that says how much."""

    def __init__(self, longest: int) -> None:
        self.longest = longest

    def __call__(self, _form: Any, field: Field) -> None:
        over = len(field.data or "") - self.longest
        if over > 0:
            raise ValidationError(
                _l(
                    "Texten är %(over)s tecken för lång. Korta den till högst %(longest)s tecken.",
                    over=format_decimal(over),
                    longest=format_decimal(self.longest),
                )
            )


class Required:
    """Refuses an empty answer with a sentence that names what is wanted."""

    field_flags = {"required": True}  # noqa: RUF012 - WTForms reads it as it is

    def __init__(self, message: Any) -> None:
        self.message = message

    def __call__(self, _form: Any, field: Field) -> None:
        if field.process_errors:
            # Something was answered that could not be read; that is said already.
            raise StopValidation
        if not field.data:
            raise ValidationError(self.message)


class LineField(StringField):
    """One line of text, cleaned, at most 200 characters."""

    def __init__(self, label: Any = None, validators: Any = (), **kwargs: Any) -> None:
        super().__init__(
            label, [*validators, WithinLength(LONGEST_LINE)], filters=[clean], **kwargs
        )


class TextField(TextAreaField):
    """Text of several lines, cleaned, at most 10 000 characters."""

    def __init__(self, label: Any = None, validators: Any = (), **kwargs: Any) -> None:
        super().__init__(
            label, [*validators, WithinLength(LONGEST_TEXT)], filters=[clean], **kwargs
        )


class DayField(DateField):
    """A day, from the browser's date picker or typed as 2026-11-23."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the day, or None where nothing is written; a fault is told in our own words."""
        written = [clean(value) for value in valuelist]
        self.data = None
        if not any(written):
            return
        try:
            super().process_formdata(written)
        except ValueError:
            raise ValueError(_l("Skriv datumet som 2026-11-23.")) from None
        if not FIRST_YEAR <= self.data.year <= LAST_YEAR:
            raise ValueError(
                _l("Skriv ett år mellan %(first)s och %(last)s.", first=FIRST_YEAR, last=LAST_YEAR)
            )
