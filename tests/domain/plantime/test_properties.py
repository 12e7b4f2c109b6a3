"""What holds for any text at all."""

import json
from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from regionhub.domain.plantime.phrases import PHRASES
from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.domain.plantime.rules.relations import FOR_NOW
from regionhub.domain.plantime.tokens import tokenize
from regionhub.domain.plantime.vocabulary import WORDS
from regionhub.domain.plantime.words import describe, in_words

WORDS_OF_TIME = sorted(
    {word for forms in WORDS.values() for word in forms.split()}
    | {phrase for phrases in PHRASES.values() for phrase in phrases}
)
MARKS = ["-", "–", "/", ",", ", ", ".", ":", "(", ")", "\n", " ", "'", "%", "kl."]

LABELS = ["A1.2", "2010:12", "08-123 45 67", "1/3 av kostnaden", "Maj Lind", "12/5 möte"]

numbers = st.integers(0, 60).map(str) | st.integers(1890, 2110).map(str) | st.just("101231")
pieces = st.sampled_from(WORDS_OF_TIME) | numbers | st.sampled_from([*MARKS, *LABELS, "stämman"])
near_texts = st.lists(pieces, max_size=9).flatmap(
    lambda words: st.sampled_from([" ".join(words), "".join(words)])
)
texts = st.text(max_size=80) | near_texts
plan_years = st.integers(2000, 2040)
days = st.dates(date(2001, 1, 1), date(2039, 12, 31))

COMMENTS = [
    "se protokoll", "enligt beslut i KS", "löpande uppföljning", "förlängs vid behov", "årligen",
    "i samband med bokslut", "klart", "3 st", "90 %", "§ 12", "hela gruppen", "eventuellt senare",
    "2 möten", "varje månad", "möten", "därefter tills vidare", "steg 1-3", "kl. 9.00",
]  # fmt: skip


untimed = settings(deadline=None)


def facts(reading: PlanTime) -> tuple[object, ...]:
    """A reading without its words and questions."""
    return (
        reading.start, reading.end, reading.precision, reading.kind,
        dict(reading.recurrence) if reading.recurrence else reading.recurrence,
    )  # fmt: skip


@untimed
@given(texts, st.integers() | plan_years, st.none() | texts)
def test_any_text_is_read_without_fault(text: str, year: int, heading: str | None) -> None:
    reading = read(text, year=year, heading=heading)
    assert reading.text == text
    assert reading == read(text, year=year, heading=heading)
    if reading.start and reading.end:
        assert reading.start <= reading.end
    assert json.loads(json.dumps(reading.as_dict()))["text"] == text
    assert describe(reading)


@untimed
@given(texts, plan_years)
def test_what_is_unknown_has_no_dates_and_asks(text: str, year: int) -> None:
    reading = read(text, year=year)
    if reading.kind in (Kind.UNKNOWN, Kind.BY_EVENT):
        assert (reading.start, reading.end, reading.recurrence) == (None, None, None)
        assert reading.precision is Precision.UNKNOWN
        assert reading.doubts
    if reading.kind is Kind.BY:
        assert reading.start is None
        assert reading.end is not None
    if reading.kind is Kind.RECURRING:
        assert reading.end is not None


@untimed
@given(near_texts, plan_years)
def test_a_reading_in_words_reads_back_to_itself(text: str, year: int) -> None:
    reading = read(text, year=year)
    phrase = in_words(reading)
    if phrase is not None:
        assert facts(read(phrase, year=year)) == facts(reading), phrase


@untimed
@given(days, st.integers(0, 500), st.sampled_from([Kind.ON, Kind.BY, Kind.WITHIN]))
def test_days_and_ranges_of_days_have_words(start: date, length: int, kind: Kind) -> None:
    end = start if kind is Kind.ON else start + timedelta(days=length + 1)
    built = PlanTime("", None if kind is Kind.BY else start, end, Precision.DAY, kind)
    phrase = in_words(built)
    assert phrase is not None
    assert facts(read(phrase, year=start.year)) == facts(built)


@untimed
@given(
    days,
    st.sampled_from(["{0:%Y-%m-%d}", "{0.day}/{0.month} {0.year}", "{0:%Y%m%d}", "{0:%y%m%d}"]),
    st.sampled_from([" ", ", ", " – ", "; ", "\n", " ("]),
    st.sampled_from(COMMENTS) | st.text("abcdefghijklmnopqrstuvwxyzåäö ", max_size=30),
)
def test_a_comment_after_a_date_does_not_change_it(
    day: date, form: str, mark: str, comment: str
) -> None:
    """A comment that itself names a time, or says "senast" or "tills vidare", is more than that."""
    words = tokenize(comment, day.year)
    assume(all(token.sign != "b" for token in words))
    assume(not (words and words[0].text in FOR_NOW))
    assume(comment in COMMENTS or read(comment, year=day.year).end is None)
    written = form.format(day)
    alone = read(written, year=day.year)
    assert (alone.start, alone.end, alone.kind) == (day, day, Kind.ON)
    with_comment = read(f"{written}{mark}{comment}{')' if '(' in mark else ''}", year=day.year)
    assert facts(with_comment) == facts(alone)


@untimed
@given(days, st.text(max_size=60))
def test_any_comment_in_brackets_leaves_the_date_alone(day: date, comment: str) -> None:
    reading = read(f"{day} ({comment.replace(')', '').replace(']', '')})", year=day.year)
    assert (reading.start, reading.end) == (day, day)


@untimed
@given(st.lists(days, min_size=2, max_size=6))
def test_a_list_of_dates_reaches_from_the_first_to_the_last(found: list[date]) -> None:
    reading = read(", ".join(map(str, found)), year=found[0].year)
    assert (reading.start, reading.end) == (min(found), max(found))
