"""The line under what a person types, and how far off a date is."""

from datetime import date

import pytest

from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.words import describe, in_words, until
from tests.domain.plantime.table import rows
from tests.domain.plantime.test_properties import facts


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Vecka 44, 2010", "1–7 november 2010, förfaller 7 november"),
        ("2010-12-31", "31 december 2010, förfaller samma dag"),
        ("Senast 30 september", "senast 30 september 2010"),
        ("dec 2010–jan 2011", "1 december 2010–31 januari 2011, förfaller 31 januari"),
        ("tidigast 1 mars", "tidigast 1 mars 2010, inget slutdatum"),
        ("Pågår hela året", "hela året, inget slutdatum"),
        ("från och med mars", "löpande från och med 1 mars 2010, inget slutdatum"),
        ("löpande t.o.m. juni", "löpande, senast 30 juni 2010"),
        ("varannan vecka", "varannan vecka, 1 januari–31 december 2010, förfaller 31 december"),
        ("ev. i mars", "kanske 1–31 mars 2010, förfaller 31 mars"),
        ("Efter varje styrelsemöte", "beror på en händelse: blir utan datum tills den har ett"),
        ("vid behov", "beror på ett villkor: blir utan datum"),
        ("oklar tidsplan", "inte bestämt: blir utan datum"),
        ("", "inte ifyllt: blir utan datum"),
        ("31 juni", "finns inte i kalendern: blir utan datum"),
        ("klart", "klart, men inte när: blir utan datum"),
        ("utgår", "blir inte av, eller vilar: blir utan datum"),
        ("se bilaga 2", "hänvisar till något annat: blir utan datum"),
        ("3/5 och 7/6", "3 maj och 7 juni 2010, förfaller 7 juni"),
        ("mars och oktober", "1–31 mars och 1–31 oktober 2010, förfaller 31 oktober"),
        ("Tekniker", "kan inte läsas: blir utan datum"),
    ],
)
def test_a_person_sees_at_once_how_words_are_read(text: str, line: str) -> None:
    assert describe(read(text, year=2010)) == line


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2010, 6, 13), "om 12 dagar"),
        (date(2010, 6, 2), "om 1 dag"),
        (date(2010, 6, 1), "i dag"),
        (date(2010, 5, 29), "för 3 dagar sedan"),
    ],
)
def test_a_due_date_is_so_many_days_off(day: date, words: str) -> None:
    assert until(day, date(2010, 6, 1)) == words


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("V 44", "1–7 november 2010"),
        ("kv 2", "april–juni 2010"),
        ("slutet av maj", "slutet av maj 2010"),
        ("senast aug", "senast augusti 2010"),
        ("i mars och oktober", "mars 2010 och oktober 2010"),
        ("första måndagen i månaden", "första måndagen varje månad under 2010"),
        ("årligen i mars", "varje år i mars 2010"),
        ("3-4 tillfällen under året", "3–4 gånger per år under 2010"),
        ("minst 2 ggr/år", "minst 2 gånger per år under 2010"),
        ("max 4 möten", "högst 4 gånger per år under 2010"),
        ("kontinuerligt", "löpande"),
        ("Tekniker", None),
        ("Efter varje styrelsemöte", None),
        ("varje månad från 31/12", None),
    ],
)
def test_a_reading_is_written_out(text: str, phrase: str | None) -> None:
    assert in_words(read(text, year=2010)) == phrase


def test_nearly_every_dated_phrase_of_the_table_can_be_written_out_and_read_back() -> None:
    wordless = 0
    for year, text, _, *heading in rows():
        reading = read(text, year=int(year), heading=heading[0] if heading else None)
        phrase = in_words(reading)
        if phrase is not None:
            assert facts(read(phrase, year=int(year))) == facts(reading), text
        elif reading.start or reading.end:
            wordless += 1
    assert wordless <= len(rows()) // 100
