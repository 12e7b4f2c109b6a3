"""What a draft asks the person who imports it: every doubt as a question with likely answers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from regionhub.importing.draft import ActivityDraft, Contact, Member, PlanDraft
from regionhub.importing.folding import fold
from regionhub.importing.matching import match_person

KEEP = "keep"
"""The answer that leaves things as they were understood."""
HOME, HERE = "home", "here"
"""The question whether a document of another group or year is to be read in all the same."""
NEW = "new"
"""The answer that a person is none of those known."""
SPLIT = "split"
"""The answer that an activity's paragraphs are one activity each."""

_UNPAIRED = re.compile(r"\d+ (?P<what>tid|tider|ansvarig|ansvariga) står bredvid \d+ aktiviteter ")
_ONE_NAME = re.compile(r"”(?P<name>[^”]+)” står med bara ett namn\.")
_QUOTED = re.compile(r"”([^”]*)”")
_SEVERAL = "Är det flera?"

_ON_HOME = ("Titeln säger ", "Titeln tycks gälla ")
_MOST_ASKED = 6

Field = Literal["text", "when", "owner", "person"]


@dataclass(frozen=True, slots=True)
class Question:
    """One doubt. `name` is what its answer is kept by, and `about` the item that it concerns.

    `choices` are the likely answers as (value, words); KEEP may be answered besides. `field` is
    the item's field that an answer is written in; changing that by hand settles the question.
    `paragraphs` are those that an activity's text was written in, where there were several.
    """

    name: str
    about: str
    sentence: str
    choices: tuple[tuple[str, str], ...] = ()
    field: Field = "text"
    paragraphs: tuple[str, ...] = ()

    @property
    def asks(self) -> str:
        """The doubt as it is put to the person; what stands among the choices is not said twice."""
        unpaired = _UNPAIRED.match(self.sentence)
        if unpaired is None:
            return self.sentence
        which = "Vilken tid hör hit?" if self.field == "when" else "Vem ansvarar för det här?"
        return f"{unpaired[0].strip()}. {which}"


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody that the region knows, by the key that an answer names them with.

    `municipality` is its key and `place` its name.
    """

    key: str
    name: str
    municipality: str = ""
    place: str = ""
    email: str = ""


def of_plan(draft: PlanDraft, *, wrong_home: str = "") -> Iterator[Question]:
    """The doubts about the document as a whole.

    `wrong_home` is the sentence on a document of another group or year than it was sent in for:
    the first question, and the only one that must have an answer.
    """
    if wrong_home:
        yield Question(HOME, "plan", wrong_home, ((HERE, "Ja, läs in den här ändå"),))
    for place, doubt in enumerate(draft.doubts):
        if not (wrong_home and doubt.startswith(_ON_HOME)):
            yield Question(f"plan-question-{place}", "plan", doubt)


def of_activity(
    about: str,
    activity: ActivityDraft,
    names: Sequence[str] = (),
    paragraphs: Sequence[str] = (),
) -> Iterator[Question]:
    """The doubts about an activity; `names` are people who may be meant by a first name, and
    `paragraphs` those that its text stands in.
    """
    for place, doubt in enumerate(activity.doubts):
        several = tuple(paragraphs) if doubt.endswith(_SEVERAL) else ()
        yield Question(
            name=f"{about}-question-{place}",
            about=about,
            sentence=doubt,
            choices=_split(several) if several else _choices(doubt, names),
            field=_field(doubt),
            paragraphs=several,
        )


def match(told: Contact | Member, known: Sequence[KnownPerson]) -> tuple[KnownPerson, ...]:
    """The known people that the one told of may be: those of the same name, else the likely."""
    return tuple(
        known[place] for place in match_person(told.name, [person.name for person in known])
    )


def is_sure(told: Contact | Member, found: Sequence[KnownPerson]) -> bool:
    """Whether the match may be taken unasked: the same name, and no other municipality."""
    if len(found) != 1 or fold(found[0].name) != fold(told.name):
        return False
    return not told.municipality or found[0].municipality in ("", told.municipality)


def person_question(
    about: str, told: Contact | Member, found: Sequence[KnownPerson]
) -> Question | None:
    """Which of the known people that were found this is, where that is not sure."""
    if not found or is_sure(told, found):
        return None
    return Question(
        f"{about}-person",
        about,
        f"Är {told.name} någon som redan finns?",
        (
            *((person.key, _told(person)) for person in found[:_MOST_ASKED]),
            (NEW, f"Nej, {told.name} är en ny person"),
        ),
        "person",
    )


def chosen_person(
    told: Contact | Member,
    found: Sequence[KnownPerson],
    answer: str,
) -> KnownPerson | None:
    """Who it is, by the sure match or by the answer to the question; None for a new person."""
    if is_sure(told, found):
        return found[0]
    return next((person for person in found if person.key == answer), None)


def answer_names(question: Question) -> frozenset[str]:
    """What may be answered to the question."""
    return frozenset(value for value, _ in question.choices) | {KEEP}


def settled(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether the person has answered, changed the field concerned, or taken the item away."""
    about = question.about
    return bool(
        answers.get(question.name)
        or answers.get(f"{about}-removed")
        or f"{about}-{question.field}" in answers
    )


def with_answer(question: Question, words: str, answer: str) -> str:
    """The words of the question's field, with a likely answer in their place or in them."""
    if answer == KEEP:
        return words
    if answer == SPLIT:
        return "\n".join(question.paragraphs)
    one = _ONE_NAME.match(question.sentence)
    return words.replace(one["name"], answer) if one else answer


def is_split(question: Question, answers: Mapping[str, str]) -> bool:
    """Whether the person says that an activity's paragraphs are one activity each."""
    return question.sentence.endswith(_SEVERAL) and answers.get(question.name) == SPLIT


def _split(paragraphs: Sequence[str]) -> tuple[tuple[str, str], ...]:
    count = len(paragraphs)
    return ((SPLIT, f"Ja, {count} aktiviteter: en för varje stycke"),) if count > 1 else ()


def _choices(doubt: str, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
    if _UNPAIRED.match(doubt):
        return tuple((words, words) for words in dict.fromkeys(_QUOTED.findall(doubt)))
    one = _ONE_NAME.match(doubt)
    if one is None:
        return ()
    likely = dict.fromkeys(names[place] for place in match_person(one["name"], names))
    return tuple((name, name) for name in list(likely)[:_MOST_ASKED])


def _field(doubt: str) -> Field:
    unpaired = _UNPAIRED.match(doubt)
    if unpaired:
        return "when" if unpaired["what"].startswith("tid") else "owner"
    if doubt.startswith("Tiden "):
        return "when"
    asks_who = _ONE_NAME.match(doubt) or "kan inte läsas som ansvarig" in doubt
    return "owner" if asks_who else "text"


def _told(person: KnownPerson) -> str:
    return ", ".join(part for part in (person.name, person.place, person.email) if part)
