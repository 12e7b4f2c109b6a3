"""What the page about an import shows: the document's words, the understanding, the questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from regionhub.domain.errors import Refused
from regionhub.domain.plantime.reader import read
from regionhub.domain.workgroup import WorkGroup
from regionhub.extensions import db
from regionhub.importing import answers, questions
from regionhub.importing.answers import Reading
from regionhub.importing.draft import ActivityDraft, Contact, Member, PlanDraft, RowDraft
from regionhub.importing.draft_values import plan_draft
from regionhub.importing.folding import fold
from regionhub.importing.owners import split_owners
from regionhub.importing.questions import KnownPerson, Question
from regionhub.importing.source_rows import Beside, Row
from regionhub.importing.vocabulary import Vocabulary
from regionhub.models import ImportReview, Municipality, Person, Region
from regionhub.services import region_words, regions
from regionhub.services.plan_import.laying_in import Told

Cell = list[tuple[str, bool]]
"""Lines of one cell of the document, each with whether it is the one that was understood."""
_MOST_LINES = 6
_AROUND = 1


@dataclass(frozen=True, slots=True)
class Source:
    """The row of the document that an item was understood from, cell by cell; may be empty."""

    cells: Sequence[Cell]

    @property
    def near(self) -> list[Cell]:
        """Of a long row what stands next to the line that was understood, else the whole."""
        if sum(map(len, self.cells)) <= _MOST_LINES:
            return list(self.cells)
        for cell in self.cells:
            for place, (_, is_it) in enumerate(cell):
                if is_it:
                    return [cell[max(place - _AROUND, 0) : place + _AROUND + 1]]
        return list(self.cells)

    @property
    def is_long(self) -> bool:
        """Whether there is more to see than what stands near."""
        return self.near != list(self.cells)


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """An import as the person looks through it.

    `said` holds what stands in every field, `answers` what the person has answered and changed,
    `beside` the document's own rows by item, `questions` the doubts by item, `open` those not yet
    settled, `shares` the readings by activity and row, `people` everybody told of as they stand in
    the form, and `candidates` whom each may be. `elsewhere` is the group's key and the year that
    the document seems to be of, where those are others.
    """

    draft: PlanDraft
    said: Mapping[str, str]
    answers: Mapping[str, str]
    beside: Mapping[str, Source]
    questions: Mapping[str, Sequence[Question]]
    open: Sequence[Question]
    shares: Mapping[str, ActivityDraft | RowDraft]
    people: Mapping[str, Contact | Member]
    candidates: Mapping[str, Sequence[KnownPerson]]
    places: Sequence[Municipality]
    reading: Reading
    elsewhere: tuple[str, int] | None

    def known(self, item: str) -> KnownPerson | None:
        """The known person that somebody told of is, as far as is sure or answered."""
        answer = self.answers.get(f"{item}-person", "")
        return questions.chosen_person(self.people[item], self.candidates[item], answer)

    def draft_to_save(self) -> PlanDraft:
        """The draft as the person wants it; refuses what cannot be saved, naming the field."""
        if any(question.name == questions.HOME for question in self.open):
            raise Refused(
                "Svara på om dokumentet ska läsas in här, fast det gäller något annat.",
                field=questions.HOME,
            )
        for item in answers.items(self.draft):
            field, sentence = _NEEDED.get(item.partition("-")[0], ("", ""))
            name = f"{item}-{field}"
            if field and not self.said[name] and f"{item}-removed" not in self.answers:
                raise Refused(sentence, field=name)
        return answers.answered(self.draft, self.answers, self.reading)

    def people_to_save(self) -> list[Told]:
        """Everybody told of in `draft_to_save`, each with who it is, or None for somebody new."""
        chosen = {
            item: self.known(item) for item in self.people if f"{item}-removed" not in self.answers
        }
        ids = [int(person.key) for person in chosen.values() if person is not None]
        rows = {
            str(row.id): row for row in db.session.scalars(select(Person).where(Person.id.in_(ids)))
        }
        return [
            (self.people[item], rows.get(person.key) if person else None)
            for item, person in chosen.items()
        ]


_NEEDED = {
    "activity": ("text", "Skriv vad som ska göras, eller ta bort aktiviteten."),
    "goal": ("text", "Skriv vad som ska vara uppnått, eller ta bort målet."),
    "contact": ("name", "Skriv vad kontaktpersonen heter, eller ta bort personen."),
    "member": ("name", "Skriv vad ledamoten heter, eller ta bort personen."),
}


def of_review(
    review: ImportReview,
    region: Region,
    declared: Sequence[WorkGroup],
    given: Mapping[str, str] | None = None,
) -> ReviewPage:
    """The page of an import, with the answers that are kept or those `given` instead."""
    draft = plan_draft(review.draft)
    vocabulary = region_words.of_region(region, review.year, declared)
    said = review.answers if given is None else given
    reading = _reading(draft, review, vocabulary)
    known = _known(region)
    people = answers.people(draft, said, reading)
    beside = _beside(draft, review.source)
    candidates = {item: questions.match(told, known) for item, told in people.items()}
    elsewhere = _elsewhere(draft, review, vocabulary)
    asked = {
        "plan": list(
            questions.of_plan(draft, wrong_home=_wrong_home(elsewhere, review, vocabulary))
        ),
        **_of_people(people, candidates),
        **_of_activities(draft, beside, reading.names),
    }
    return ReviewPage(
        draft=draft,
        said={**answers.values(draft), **said},
        answers=said,
        beside=beside,
        questions=asked,
        open=[q for several in asked.values() for q in several if not questions.settled(q, said)],
        shares=answers.shares(draft, said, reading),
        people=people,
        candidates=candidates,
        places=regions.municipalities(region, review.year),
        reading=reading,
        elsewhere=elsewhere,
    )


def _reading(draft: PlanDraft, review: ImportReview, vocabulary: Vocabulary) -> Reading:
    """How what the person writes is read: in the plan's year, with the people that are named."""
    names = (*(told.name for told in draft.contacts), *(told.name for told in draft.members))
    return Reading(
        time=partial(read, year=review.year),
        owners=partial(
            split_owners, vocabulary=vocabulary, group=review.group.key, known_names=names
        ),
        anew=draft.plan_year not in (None, review.year),
        names=names,
    )


def _of_people(
    people: Mapping[str, Contact | Member], candidates: Mapping[str, Sequence[KnownPerson]]
) -> dict[str, list[Question]]:
    return {
        item: [question]
        if (question := questions.person_question(item, told, candidates[item]))
        else []
        for item, told in people.items()
    }


def _of_activities(
    draft: PlanDraft, beside: Mapping[str, Source], names: Sequence[str]
) -> dict[str, list[Question]]:
    items = {f"activity-{place}": activity for place, activity in enumerate(draft.activities)}
    return {
        item: list(
            questions.of_activity(item, activity, names, _paragraphs(activity, beside[item].cells))
        )
        for item, activity in items.items()
    }


def written(page: ReviewPage, said: Mapping[str, str]) -> dict[str, str]:
    """The answers to keep of a form that says this."""
    asked = [question for several in page.questions.values() for question in several]
    return answers.written(page.draft, said, asked, before=page.answers)


def _known(region: Region) -> list[KnownPerson]:
    people = db.session.scalars(
        select(Person)
        .where(Person.region_id == region.id)
        .options(joinedload(Person.municipality))
        .order_by(Person.id)
    )
    return [
        KnownPerson(
            key=str(person.id),
            name=person.name,
            municipality=person.municipality.key if person.municipality else "",
            place=person.municipality.name if person.municipality else "",
            email=person.email,
        )
        for person in people
    ]


def _elsewhere(
    draft: PlanDraft, review: ImportReview, vocabulary: Vocabulary
) -> tuple[str, int] | None:
    """The group and year that a document seems to be of, where those are others."""
    named = vocabulary.groups_in(draft.title) or (review.group.key,)
    key = review.group.key if review.group.key in named else named[0]
    year = draft.plan_year or review.year
    return None if (key, year) == (review.group.key, review.year) else (key, year)


def _wrong_home(
    elsewhere: tuple[str, int] | None, review: ImportReview, vocabulary: Vocabulary
) -> str:
    if elsewhere is None:
        return ""
    names = {group.key: group.names[0] for group in vocabulary.groups}
    return (
        f"Dokumentet tycks vara en plan för {names[elsewhere[0]]} {elsewhere[1]}. "
        f"Du läser in den för {review.group.name} {review.year}."
    )


def _paragraphs(activity: ActivityDraft, row: Sequence[Cell]) -> list[str]:
    """The paragraphs that the activity's text stands in, in the document's row."""
    cells = [[line for line, _ in cell] for cell in row]
    whole = (cell for cell in cells if fold(" ".join(cell)) == fold(activity.text))
    return next(whole, [])


def _beside(draft: PlanDraft, rows: Sequence[Row]) -> dict[str, Source]:
    """The document's own row for each item, by the words that it was understood from."""
    said = answers.values(draft)
    beside = Beside(rows)
    found = {}
    for item in answers.items(draft):
        whole = next((said[name] for name in (f"{item}-text", f"{item}-name") if name in said), "")
        words = whole.partition("\n")[0]
        wanted = fold(words)
        found[item] = Source(
            [
                [(line, wanted in fold(line)) for line in cell.splitlines()]
                for cell in beside.find(words)
                if cell
            ]
        )
    return found
