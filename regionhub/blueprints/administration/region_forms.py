"""The forms about the region itself."""

from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import IntegerField
from wtforms.validators import ValidationError

from regionhub.models import Municipality, OverarchingGoal, Region
from regionhub.services.region_edits import GoalWords, PlaceWords
from regionhub.web.fields import VersionField
from regionhub.web.forms import DayField, Form, LineField, Required, TextField, WithinLength
from regionhub.web.limits import FIRST_YEAR, LAST_YEAR

MOST_LETTERS = 2


class WholeNumberField(IntegerField):
    """A whole number; what cannot be read is kept and asked for anew."""

    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read the number, or None where nothing is written."""
        written = "".join(valuelist[:1]).strip()
        self.data = None
        if not written:
            return
        if not (written.isascii() and written.isdigit() and len(written) <= len(str(LAST_YEAR))):
            raise ValueError(_l("Skriv ett helt tal med siffror."))
        self.data = int(written)


def _a_year(_form: Any, field: Any) -> None:
    if field.data is not None and not FIRST_YEAR <= field.data <= LAST_YEAR:
        raise ValidationError(
            _l("Välj ett år mellan %(first)s och %(last)s.", first=FIRST_YEAR, last=LAST_YEAR)
        )


class RegionForm(Form):
    """The region's name and habits."""

    name = LineField(_l("Regionens namn"), [Required(_l("Skriv regionens namn."))])
    check_in_days = WholeNumberField(
        _l("Dagar tills en aktivitet räknas som tyst"),
        [Required(_l("Skriv antalet dagar."))],
        description=_l("Så länge får det vara tyst om en aktivitet innan den lyfts fram."),
    )
    version = VersionField()


class MunicipalityForm(Form):
    """A municipality and when it belongs to the region."""

    name = LineField(_l("Namn"), [Required(_l("Skriv kommunens namn."))])
    letters = LineField(
        _l("Förkortning"),
        [Required(_l("Skriv en förkortning.")), WithinLength(MOST_LETTERS)],
        description=_l("Två bokstäver, som i remsan: Um, Vi."),
    )
    code = LineField(_l("Kommunkod"), [Required(_l("Skriv kommunkoden."))])
    starts = DayField(_l("Med från och med"), [Required(_l("Skriv den första dagen."))])
    ends = DayField(_l("Med till och med"), description=_l("Lämna tomt så länge kommunen är med."))
    version = VersionField()

    @property
    def words(self) -> PlaceWords:
        """What was written."""
        return PlaceWords(
            self.name.data, self.letters.data, self.code.data, self.starts.data, self.ends.data
        )


class OverarchingGoalForm(Form):
    """An overarching goal and the years that it holds."""

    number = WholeNumberField(_l("Nummer"), [Required(_l("Skriv målets nummer."))])
    text = TextField(_l("Målet"), [Required(_l("Skriv målet."))])
    from_year = WholeNumberField(_l("Första år"), [Required(_l("Skriv det första året.")), _a_year])
    to_year = WholeNumberField(
        _l("Sista år"), [_a_year], description=_l("Lämna tomt så länge målet gäller.")
    )
    version = VersionField()

    @property
    def words(self) -> GoalWords:
        """What was written."""
        return GoalWords(self.number.data, self.text.data, self.from_year.data, self.to_year.data)


def region_words(region: Region) -> dict[str, Any]:
    """The region as its form holds it."""
    return {
        "name": region.name,
        "check_in_days": region.check_in_days,
        "version": region.version,
    }


def municipality_words(place: Municipality, region: Region) -> dict[str, Any]:
    """A municipality as its form holds it."""
    period = place.periods[-1]
    return {
        "name": place.name,
        "letters": place.letters,
        "code": place.code,
        "starts": period.starts,
        "ends": period.ends,
        "version": region.version,
    }


def goal_words(goal: OverarchingGoal, region: Region) -> dict[str, Any]:
    """An overarching goal as its form holds it."""
    return {
        "number": goal.number,
        "text": goal.text,
        "from_year": goal.from_year,
        "to_year": goal.to_year,
        "version": region.version,
    }
