"""A draft that has been kept as plain values is the same draft again."""

import json

from hypothesis import given
from hypothesis import strategies as st

from regionhub.domain.plantime.reader import read
from regionhub.domain.plantime.reading import PlanTime
from regionhub.importing.draft import (
    ActivityDraft,
    Contact,
    GoalDraft,
    Member,
    OtherPart,
    OwnerDraft,
    PlanDraft,
    Purpose,
    RowDraft,
)
from regionhub.importing.draft_values import plan_draft, plan_time

WORDS = st.text(max_size=20)
MAYBE = st.none() | WORDS
WHEN = st.sampled_from(
    ["v 44", "", "varje vår", "löpande", "30 februari", "efter varje möte", "2026-03-01", "Q3"]
).map(lambda words: read(words, year=2026))
PERIODS = st.builds(PlanTime, WORDS, st.none() | st.dates(), st.none() | st.dates())
TYPES = ("person", "role", "whole_group", "external_unit", "external_role", "project")
OWNERS = st.lists(st.builds(OwnerDraft, st.sampled_from(TYPES), WORDS), max_size=2).map(tuple)


def many(drafts):
    return st.lists(drafts, max_size=2).map(tuple)


ROWS = st.builds(RowDraft, WORDS, MAYBE, st.none() | WHEN, WORDS, OWNERS)
DRAFTS = st.builds(
    PlanDraft,
    title=WORDS,
    plan_year=st.none() | st.integers(1990, 2100),
    group=MAYBE,
    contacts=many(st.builds(Contact, WORDS, MAYBE, MAYBE, MAYBE, MAYBE, st.none() | PERIODS)),
    members=many(st.builds(Member, WORDS, MAYBE, MAYBE, MAYBE, MAYBE, st.none() | PERIODS, MAYBE)),
    area=WORDS,
    purpose=many(st.builds(Purpose, WORDS, st.none() | many(st.integers(1, 3)))),
    goals=many(st.builds(GoalDraft, WORDS, MAYBE)),
    activities=many(
        st.builds(
            ActivityDraft,
            WORDS,
            MAYBE,
            st.none() | WHEN,
            WORDS,
            OWNERS,
            MAYBE,
            many(ROWS),
            many(WORDS),
        )
    ),
    other=many(st.builds(OtherPart, WORDS, WORDS)),
    doubts=many(WORDS),
)


@given(DRAFTS)
def test_a_draft_comes_back_from_its_plain_values(draft):
    assert plan_draft(json.loads(json.dumps(draft.as_dict()))) == draft


@given(WHEN)
def test_a_reading_comes_back_from_its_plain_values(when):
    assert plan_time(json.loads(json.dumps(when.as_dict()))) == when
