import pytest

from regionhub.domain.plantime.brief import brief
from regionhub.domain.plantime.reader import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vecka 44", "26 okt–1 nov"),
        ("Vecka 45", "2–8 nov"),
        ("2026-12-31", "31 dec"),
        ("senast 31 oktober", "senast 31 okt"),
        ("juni – augusti", "1 juni–31 aug"),
        ("december 2025", "1–31 dec 2025"),
        ("våren 2027", "1 mars–31 maj 2027"),
        ("löpande", ""),
        ("efter varje styrelsemöte", "utan datum"),
        ("någon gång", "utan datum"),
        ("", "utan datum"),
    ],
)
def test_a_reading_in_few_words(text, expected):
    assert brief(read(text, year=2026), 2026) == expected
