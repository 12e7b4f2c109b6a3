"""Writes a number in an Excel cell as the person who typed it meant it."""

import re
from datetime import date, datetime, time
from enum import Enum
from xml.etree.ElementTree import Element

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from regionhub.importing.readers.attributes import small_number
from regionhub.importing.readers.dates import month_words

_GENERAL = 0
_LONGEST_FORMAT = 255
_NOT_PLACES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


class Shape(Enum):
    """What a number format makes of a number."""

    NUMBER = "number"
    PERCENT = "percent"
    DAY = "day"
    MONTH_OF_YEAR = "month and year"
    MONTH = "month"
    YEAR = "year"
    MOMENT = "day and time"
    TIME = "time"
    HOURS = "hours that may be more than a day"


def shape_of(number_format: str) -> Shape:
    """The shape that a number format code gives."""
    if is_timedelta_format(number_format):
        return Shape.HOURS
    if not is_date_format(number_format):
        return Shape.PERCENT if "%" in _NOT_PLACES.sub("", number_format) else Shape.NUMBER
    places = _NOT_PLACES.sub("", number_format.partition(";")[0]).lower()
    has_time = "h" in places or "s" in places
    if "d" in places:
        return Shape.MOMENT if has_time else Shape.DAY
    if has_time:
        return Shape.TIME
    if "m" in places:
        return Shape.MONTH_OF_YEAR if "y" in places else Shape.MONTH
    return Shape.YEAR


class Formats:
    """The looks of a workbook's cells by the number that a cell names."""

    def __init__(self, styles: Element | None, *, from_1904: bool) -> None:
        self._epoch = CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900
        own: dict[str, str] = {}
        looks: list[Element] = []
        fonts: list[Element] = []
        if styles is not None:
            own = {
                element.get("numFmtId", ""): element.get("formatCode", "")[:_LONGEST_FORMAT]
                for element in styles.iterfind("numFmts/numFmt")
            }
            looks = styles.findall("cellXfs/xf")
            fonts = styles.findall("fonts/font")
        bold = {str(place) for place, font in enumerate(fonts) if font.find("b") is not None}
        shapes = {code: shape_of(number_format) for code, number_format in own.items()}
        self._shapes = [_shape(look.get("numFmtId", "0"), shapes) for look in looks]
        self._bold = [look.get("fontId") in bold for look in looks]

    def is_bold(self, style: int) -> bool:
        """Whether cells of this look are bold."""
        return style < len(self._bold) and self._bold[style]

    def written(self, text: str, style: int) -> str:
        """A stored number as text: a date in ISO form, a share in per cent, a whole number whole.

        What is no number comes back as it was.
        """
        try:
            number = float(text)
            shape = self._shapes[style] if style < len(self._shapes) else Shape.NUMBER
            if shape is Shape.PERCENT:
                return f"{_decimal(number * 100)} %"
            if shape is Shape.NUMBER or number < 0:
                return _decimal(number)
            if shape is Shape.HOURS:
                hours, minutes = divmod(round(number * 24 * 60), 60)
                return f"{hours}:{minutes:02}"
            return _moment(from_excel(number, self._epoch), shape)
        except (ValueError, OverflowError, TypeError):
            return text


def _shape(code: str, own: dict[str, Shape]) -> Shape:
    if code in own:
        return own[code]
    return shape_of(BUILTIN_FORMATS.get(small_number(code, _GENERAL), "General"))


def _decimal(number: float) -> str:
    return f"{number:.15g}".replace(".", ",")


def _moment(value: datetime | date | time, shape: Shape) -> str:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if shape is Shape.MONTH_OF_YEAR:
        return month_words(value.month, value.year)
    if shape is Shape.MONTH:
        return month_words(value.month)
    if shape is Shape.YEAR:
        return str(value.year)
    if shape is Shape.TIME:
        return f"{value:%H:%M}"
    return f"{value:%Y-%m-%d %H:%M}" if shape is Shape.MOMENT else f"{value:%Y-%m-%d}"
