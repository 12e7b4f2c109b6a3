"""The doubts of a draft as questions, and the draft with a person's answers in it."""

from functools import partial

import pytest

from regionhub.domain.plantime.reader import read
from regionhub.importing import questions
from regionhub.importing.answers import Reading, answered, items, values, written
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
from regionhub.importing.owners import split_owners
from regionhub.importing.questions import KEEP, NEW, KnownPerson
from tests.importing.makers import VOCABULARY, YEAR

NAMES = ("Alva Ek", "Bo Gran", "Alva Dal")
READING = Reading(
    time=partial(read, year=YEAR),
    owners=partial(split_owners, vocabulary=VOCABULARY, group="kost", known_names=NAMES),
    names=NAMES,
)
UNPAIRED = (
    "2 tider står bredvid 3 aktiviteter och kan inte paras ihop med säkerhet: ”maj”, ”Vecka 44”."
)
PARAGRAPHS = "Cellen har flera stycken och har lästs som en aktivitet. Är det flera?"
DRAFT = PlanDraft(
    title="Verksamhetsplan 2026 för kostgruppen",
    plan_year=YEAR,
    group="kost",
    contacts=(Contact("Alva Ek", "hedas", period=read("våren", year=YEAR)),),
    members=(Member("Bo Gran", "granvik", note="vikarie"),),
    area="Mat",
    purpose=(Purpose("Bättre mat", (1, 2)),),
    goals=(GoalDraft("Allt lagas nära", "Närhet"),),
    activities=(
        ActivityDraft(
            "Provlaga",
            "Kök",
            read("Q2", year=YEAR),
            "Alva Ek",
            (OwnerDraft("person", "Alva Ek"),),
            "Tillsammans",
            (RowDraft("Hedås", "hedas", read("juni", year=YEAR)),),
        ),
        ActivityDraft("Upphandla", doubts=(UNPAIRED,)),
        ActivityDraft("Mät svinn Följ upp", doubts=(PARAGRAPHS,)),
    ),
    other=(OtherPart("Budget", "Ingen"),),
    doubts=("Dokumentet nämner ingen kontaktperson.",),
)


def test_without_answers_the_draft_is_as_it_was_read():
    assert answered(DRAFT, {}, READING) == DRAFT


def test_every_value_can_be_written_anew():
    for name in values(DRAFT):
        changed = answered(DRAFT, {name: "3"}, READING)
        assert changed != DRAFT, name


def test_every_item_can_be_taken_away():
    for name in items(DRAFT):
        kind = name.partition("-")[0]
        part = {"goal": "goals", "activity": "activities"}.get(kind, kind)
        part = {"contact": "contacts", "member": "members"}.get(part, part)
        left = answered(DRAFT, {f"{name}-removed": "y"}, READING)
        assert len(getattr(left, part)) == len(getattr(DRAFT, part)) - 1, name


def test_words_that_are_written_anew_are_read_anew():
    said = {"activity-0-when": "Vecka 10", "activity-0-owner": "Bo Gran / Hela gruppen"}
    activity = answered(DRAFT, said, READING).activities[0]
    assert str(activity.deadline.end) == "2026-03-08"
    assert [owner.type for owner in activity.owners] == ["person", "whole_group"]


def test_a_plan_for_another_year_than_the_document_says_is_read_anew():
    reading = Reading(partial(read, year=2027), READING.owners, anew=True)
    assert str(answered(DRAFT, {}, reading).activities[0].deadline.end) == "2027-06-30"


def test_notes_stand_last_in_the_plan():
    assert answered(DRAFT, {"notes": "Fråga Bo."}, READING).other[-1] == OtherPart("", "Fråga Bo.")


def test_which_time_belongs_here_is_asked_with_the_cells_times_as_answers():
    [question] = questions.of_activity("activity-1", DRAFT.activities[1])
    assert [words for _, words in question.choices] == ["maj", "Vecka 44"]
    said = written(DRAFT, {question.name: "Vecka 44"}, [question], before={})
    activity = answered(DRAFT, said, READING).activities[1]
    assert activity.deadline == read("Vecka 44", year=YEAR)
    assert activity.doubts == ()


def test_what_is_typed_after_a_likely_answer_stays():
    [question] = questions.of_activity("activity-1", DRAFT.activities[1])
    before = {question.name: "maj", "activity-1-when": "maj"}
    said = {question.name: "maj", "activity-1-when": "början av maj"}
    kept = written(DRAFT, said, [question], before=before)
    assert answered(DRAFT, kept, READING).activities[1].deadline.text == "början av maj"


def test_only_what_differs_from_the_reading_is_kept():
    said = {**values(DRAFT), "activity-0-when": "maj", "goal-0-removed": "y", "stranger": "x"}
    assert written(DRAFT, said, [], before={}) == {"activity-0-when": "maj", "goal-0-removed": "y"}


def test_an_answer_that_nobody_offered_is_no_answer():
    [question] = questions.of_activity("activity-1", DRAFT.activities[1])
    assert written(DRAFT, {question.name: "igår"}, [question], before={}) == {}


@pytest.mark.parametrize(
    "said",
    [
        {"activity-1-question-0": KEEP},
        {"activity-1-when": "juni"},
        {"activity-1-removed": "y"},
    ],
)
def test_a_question_is_settled_by_keeping_writing_or_taking_away(said):
    [question] = questions.of_activity("activity-1", DRAFT.activities[1])
    assert not questions.settled(question, {"activity-1-comment": "Bråttom"})
    assert questions.settled(question, said)


def test_paragraphs_become_activities_of_their_own_when_the_person_says_so():
    paragraphs = ("Mät svinn", "Följ upp")
    [question] = questions.of_activity("activity-2", DRAFT.activities[2], (), paragraphs)
    assert question.choices == ((questions.SPLIT, "Ja, 2 aktiviteter: en för varje stycke"),)
    said = written(DRAFT, {question.name: questions.SPLIT}, [question], before={})
    assert said["activity-2-text"] == "Mät svinn\nFölj upp"
    texts = [activity.text for activity in answered(DRAFT, said, READING).activities]
    assert texts == ["Provlaga", "Upphandla", "Mät svinn", "Följ upp"]


def test_a_first_name_is_asked_about_with_the_people_it_may_mean():
    doubt = "”Alva” står med bara ett namn. Vem är det?"
    told = ActivityDraft("Baka", owner_text="Alva/alla", doubts=(doubt,))
    [question] = questions.of_activity("activity-0", told, NAMES)
    assert [words for _, words in question.choices] == ["Alva Ek", "Alva Dal"]
    draft = PlanDraft("Plan", activities=(told,))
    said = written(draft, {question.name: "Alva Dal"}, [question], before={})
    activity = answered(draft, said, READING).activities[0]
    assert activity.owner_text == "Alva Dal/alla"
    assert activity.owners[0] == OwnerDraft("person", "Alva Dal")


KNOWN = (
    KnownPerson("1", "Alva Ek", "hedas", "Hedås", "alva@example.org"),
    KnownPerson("2", "Bo Grahn", "granvik", "Granvik"),
)


def test_the_same_name_in_the_same_place_is_the_same_person_unasked():
    told = Contact("alva ek", "hedas")
    found = questions.match(told, KNOWN)
    assert questions.person_question("contact-0", told, found) is None
    assert questions.chosen_person(told, found, "") == KNOWN[0]


@pytest.mark.parametrize("told", [Contact("Alva Ek", "granvik"), Contact("Bo Gran", "granvik")])
def test_a_likely_person_is_asked_about(told):
    found = questions.match(told, KNOWN)
    question = questions.person_question("contact-0", told, found)
    assert [value for value, _ in question.choices] == [found[0].key, NEW]
    assert questions.chosen_person(told, found, "") is None
    assert questions.chosen_person(told, found, found[0].key) == found[0]


def test_somebody_unlike_everybody_is_new():
    assert questions.match(Contact("Cia Fors"), KNOWN) == ()


def test_another_group_or_year_than_asked_for_is_asked_first():
    draft = PlanDraft("Plan", doubts=("Titeln säger 2025, men året 2026 angavs.", "Annat."))
    asked = [q.sentence for q in questions.of_plan(draft, wrong_home="Dokumentet gäller 2025.")]
    assert asked == ["Dokumentet gäller 2025.", "Annat."]
    assert len(list(questions.of_plan(draft))) == 2
