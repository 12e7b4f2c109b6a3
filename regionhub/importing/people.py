"""Reads contacts and members out of lines: names, municipalities, titles, numbers, periods."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum, auto
from itertools import pairwise

from regionhub.domain.plantime.reading import Kind, PlanTime, Precision
from regionhub.importing.draft import Contact, Member
from regionhub.importing.folding import word_set, words
from regionhub.importing.names import is_name_word, leading_name
from regionhub.importing.owner_words import names_role
from regionhub.importing.vocabulary import Vocabulary
from regionhub.importing.wording import is_prose

ReadTime = Callable[[str], PlanTime]

_PIECE = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<phone>(?:\+46|\(?0)[\d()]*(?:[ /–-]{0,3}\d){5,})"
    r"|\((?P<aside>[^()]*)\)"
    r"|(?P<deputy>(?i:\b(?:ersättare|suppleant)\b))[ :]+(?=[A-ZÅÄÖ]\S*\s[A-ZÅÄÖ])"
    r"|(?P<after>(?i:\b(?:därefter|efter det)\b))"
    r"|(?P<mark>(?i:\b(?:tel(?:efon)?|tfn|mob(?:il)?|e-?post(?:adress)?|mejl|mail)\b[.:]?)"
    r"|[,;|]|\s[–-]+\s*|:(?=\s|$)|\s(?i:eller|samt|resp\.?)\s"
    r"|\soch\s(?=[A-ZÅÄÖ]\S+\s[A-ZÅÄÖ])"
    r"|(?<=\w{5})\.\s(?=[A-ZÅÄÖ])|(?<=[A-ZÅÄÖ]\w{2})\.\s(?=[A-ZÅÄÖ]))"
)
_AND = re.compile(r"^(?:och|samt|&|\+|/)\s+(?=\S)|\s(?:och|samt|&)$")
_MUNICIPALITY = re.compile(r"(?:\w+ ){1,2}kommun", re.IGNORECASE)
_LIST = re.compile(r"\b(?:består|ingår)\b(?:[^.;:,]{0,40}?\bav\b)?[:;]?\s+(?P<list>\S.+)")
_VACANT = word_set("vakant vakans utses ej ingen")
_LONGEST_TITLE = 4
_LONGEST_NAME = 3
_LONGEST_PERIOD = 6
_MOST_IN_PERIOD = 9
_SEVERAL = 2
_RANGE = re.compile(r"\d|[–-]|\.|\b(?:till|tom|from|fr)\b", re.IGNORECASE)


class _Is(Enum):
    NAME = auto()
    MUNICIPALITY = auto()
    PERIOD = auto()
    AFTER = auto()
    DEPUTY = auto()
    EMAIL = auto()
    PHONE = auto()
    ASIDE = auto()
    WORDS = auto()


_Token = tuple[_Is, str]


@dataclass(slots=True)
class Person:
    """What the lines say of one person."""

    name: str
    municipality: str | None = None
    titles: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    period: PlanTime | None = None
    notes: list[str] = field(default_factory=list)

    def as_contact(self) -> Contact:
        """The person as a contact, notes kept with the title."""
        return Contact(
            name=self.name,
            municipality=self.municipality,
            title=", ".join([*self.titles, *self.notes]) or None,
            phone=", ".join(self.phones) or None,
            email=", ".join(self.emails) or None,
            period=self.period,
        )

    def as_member(self) -> Member:
        """The person as a member."""
        return Member(
            name=self.name,
            municipality=self.municipality,
            title=", ".join(self.titles) or None,
            phone=", ".join(self.phones) or None,
            email=", ".join(self.emails) or None,
            period=self.period,
            note=", ".join(self.notes) or None,
        )


class PeopleReader:
    """Reads people from lines of text into `people`; lines about nobody go to `leftovers`."""

    def __init__(self, vocabulary: Vocabulary, read_time: ReadTime) -> None:
        self._vocabulary = vocabulary
        self._read_time = read_time
        self.people: list[Person] = []
        self.leftovers: list[str] = []

    def read(self, lines: Iterable[str]) -> None:
        """Add the people of the lines. A line without a name tells more of the one before,
        but a municipality alone in its line heads those beneath where the lines begin with one.
        """
        heads: bool | None = None
        place: _Token | None = None
        for line in lines:
            tokens = self._with_bare_name(list(self._tokens(line)))
            if heads is None and tokens:
                heads = tokens[0][0] is _Is.MUNICIPALITY
            if heads and [kind for kind, _ in tokens] == [_Is.MUNICIPALITY]:
                place = tokens[0]
            elif any(kind is _Is.NAME for kind, _ in tokens):
                placed = any(kind is _Is.MUNICIPALITY for kind, _ in tokens)
                tokens = tokens if placed or place is None else [place, *tokens]
                for told in _by_place(tokens):
                    self._read_told(told)
            elif self.people and not _is_prose(line) and not self._is_about_another(tokens):
                for token in tokens:
                    self._tell(self.people[-1], token)
            else:
                self.leftovers.append(line)

    def _read_told(self, tokens: Sequence[_Token]) -> None:
        if any(kind is _Is.NAME for kind, _ in tokens):
            self._read_named(tokens)
        else:
            self.leftovers.append(" ".join(text for _, text in tokens))

    def _is_about_another(self, tokens: Sequence[_Token]) -> bool:
        """Whether a line without a name cannot be about the last person ("Vakant, Vännäs")."""
        person = self.people[-1]
        moves = any(kind is _Is.MUNICIPALITY for kind, _ in tokens) and person.municipality
        vacant = any(not _VACANT.isdisjoint(words(text)) for _, text in tokens)
        return bool(moves or vacant)

    def _read_named(self, tokens: Sequence[_Token]) -> None:
        """A line with names: what stands before the first name is told of all the names."""
        lead: list[_Token] = []
        first = len(self.people)
        for token in tokens:
            kind, text = token
            if kind is _Is.NAME:
                self.people.append(Person(text))
                for told in lead:
                    self._tell(self.people[-1], told)
                lead = [told for told in lead if told[0] is not _Is.AFTER]
            elif kind is _Is.DEPUTY and len(self.people) > first:
                # Who stands in for somebody does so for the same municipality.
                place = self.people[-1].municipality
                lead = [(_Is.MUNICIPALITY, place)] if place else []
                lead.append(token)
            elif kind is _Is.AFTER or len(self.people) == first or _is_sentence(token):
                lead = [*lead, token] if len(self.people) == first else [token]
            else:
                self._tell(self.people[-1], token)

    def _tell(self, person: Person, token: _Token) -> None:
        kind, text = token
        if kind is _Is.MUNICIPALITY:
            person.municipality = self._vocabulary.bare_municipality(text) or text
        elif kind is _Is.PERIOD:
            person.period = self._read_time(text)
        elif kind is _Is.AFTER:
            person.period = self._after(text)
        elif kind is _Is.EMAIL:
            person.emails.append(text)
        elif kind is _Is.PHONE:
            person.phones.append(text)
        elif kind is _Is.ASIDE or _is_sentence(token):
            person.notes.append(text)
        else:
            person.titles.append(text)
            named = self._vocabulary.municipalities_in(text)
            if person.municipality is None and len(named) == 1 and "kommun" in words(text):
                person.municipality = named[0]

    def _after(self, text: str) -> PlanTime:
        """The time that follows the period of the person named before."""
        before = self.people[-2].period if len(self.people) > 1 else None
        if before is None or before.end is None:
            return PlanTime(text)
        start = before.end + timedelta(days=1)
        return PlanTime(text, start=start, precision=before.precision, kind=Kind.WITHIN)

    # Words into tokens

    def _tokens(self, line: str) -> Iterator[_Token]:
        place = 0
        for match in _PIECE.finditer(line):
            yield from self._classified(line[place : match.start()])
            place = match.end()
            if match["email"]:
                yield _Is.EMAIL, match["email"]
            elif match["phone"]:
                yield _Is.PHONE, match["phone"].strip()
            elif match["after"]:
                yield _Is.AFTER, match["after"]
            elif match["deputy"]:
                yield _Is.DEPUTY, match["deputy"]
            elif match["aside"]:
                yield from self._aside(match["aside"])
        yield from self._classified(line[place:])

    def _classified(self, piece: str) -> Iterator[_Token]:
        text = _AND.sub("", piece.strip(" .,;:/–-"))
        if not text:
            return
        place, _, rest = text.partition(" ")
        if self._is_municipality(text):
            yield _Is.MUNICIPALITY, text
        elif self._is_municipality(place) and self._is_period(rest):
            yield _Is.MUNICIPALITY, place
            yield _Is.PERIOD, rest
        elif self._is_municipality(place) and names_role(words(rest)):
            yield _Is.MUNICIPALITY, place
            yield _Is.WORDS, rest
        elif (named := self._name_in(text)) is not None:
            lead, name, rest = named
            if lead:
                yield _Is.PERIOD, lead
            yield _Is.NAME, name
            yield from self._classified(rest)
        elif self._is_period(text):
            yield _Is.PERIOD, text
        else:
            yield _Is.WORDS, text

    def _aside(self, text: str) -> Iterator[_Token]:
        tokens = [token for part in text.split(",") for token in self._classified(part)]
        if all(kind is _Is.WORDS and not names_role(words(piece)) for kind, piece in tokens):
            tokens = [(_Is.ASIDE, text.strip())]
        yield from tokens

    def _name_in(self, text: str) -> tuple[str, str, str] | None:
        """A period before the name (may be empty), the name, and what follows it."""
        written = text.split()
        for count in range(1, min(len(written) - 1, _LONGEST_PERIOD) + 1):
            lead = " ".join(written[:count])
            named = leading_name(" ".join(written[count:]), stop=self._is_municipality)
            if named and _RANGE.search(lead) and self._is_period(lead):
                return lead, *named
        named = leading_name(text, stop=self._is_municipality)
        return ("", *named) if named else None

    def _with_bare_name(self, tokens: list[_Token]) -> list[_Token]:
        """A single or misspelt name at the head of a line that goes on with a municipality."""
        kinds = [kind for kind, _ in tokens]
        if _Is.NAME in kinds or _Is.MUNICIPALITY not in kinds or kinds[0] is not _Is.WORDS:
            return tokens
        found = words(tokens[0][1])
        unnamed = names_role(found) or not _VACANT.isdisjoint(found)
        if unnamed or len(found) > _LONGEST_NAME or not is_name_word(tokens[0][1].split()[0]):
            return tokens
        return [(_Is.NAME, tokens[0][1]), *tokens[1:]]

    def _is_municipality(self, text: str) -> bool:
        known = self._vocabulary.bare_municipality(text) is not None
        return known or bool(_MUNICIPALITY.fullmatch(text))

    def _is_period(self, text: str) -> bool:
        if len(text.split()) > _MOST_IN_PERIOD:
            return False
        return self._read_time(text).precision not in (Precision.UNKNOWN, Precision.RECURRING)


def people_in_sentence(text: str, vocabulary: Vocabulary, read_time: ReadTime) -> list[Person]:
    """The members that a running text lists ("Gruppen består av …"), each with a municipality."""
    match = _LIST.search(text)
    if match is None:
        return []
    reader = PeopleReader(vocabulary, read_time)
    reader.read([match["list"]])
    listed = [person for person in reader.people if person.municipality]
    return listed if len(listed) > 1 else []


def _by_place(tokens: Sequence[_Token]) -> list[Sequence[_Token]]:
    """The tokens cut before each municipality, where every one leads who comes from there."""
    starts = [at for at, (kind, _) in enumerate(tokens) if kind is _Is.MUNICIPALITY]
    leads = all(at + 1 < len(tokens) and _comes_from_place(tokens[at + 1]) for at in starts)
    if len(starts) < _SEVERAL or starts[0] != 0 or not leads:
        return [tokens]
    return [tokens[start:end] for start, end in pairwise([*starts, len(tokens)])]


def _comes_from_place(token: _Token) -> bool:
    return token[0] is _Is.NAME or not _VACANT.isdisjoint(words(token[1]))


def _is_prose(line: str) -> bool:
    """Whether the line is a whole sentence, and so rather tells of the group than of somebody."""
    return is_prose(line) and "@" not in line


def _is_sentence(token: _Token) -> bool:
    return token[0] is _Is.WORDS and len(words(token[1])) > _LONGEST_TITLE
