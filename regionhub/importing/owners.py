"""Splits the words about who answers for something into persons, roles, groups and units."""

import re
from collections.abc import Collection, Iterator

from regionhub.importing.draft import OwnerDraft, OwnerType
from regionhub.importing.folding import fold, words
from regionhub.importing.names import is_name_word, leading_name
from regionhub.importing.owner_words import (
    names_everyone,
    names_nobody,
    names_outsider,
    names_project,
    names_role,
    names_unit,
)
from regionhub.importing.vocabulary import Vocabulary

_BETWEEN = re.compile(
    r"[;|\n]|/(?!\w*\d)|\s[–-]\s|\s\+\s"
    r"|(?:\.|\sresp\.?)\s+(?=(?-i:[A-ZÅÄÖ][a-zåäö]))"
    r"|\s(?:eller|samt|tillsammans med|i (?:samarbete|samverkan|samråd) med"
    r"|med (?:hjälp|stöd) av|via|m\.?\s?fl\.?)(?:\s|$)",
    re.IGNORECASE,
)
_AND = re.compile(r"\s(?:och|&)\s")
_AROUND = re.compile(
    r"^(?:(?:huvudsakligen|främst|framför allt|i första hand|i huvudsak|initialt|men|och|samt|även"
    r"|ev\.?|eventuellt|ansvarig(?:a)?:|sammankallande:|förslagsvis|bl\.?\s?a\.?)\s+)+",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\w*(?:grupp|natverk)(?:en|ens|et|ets)?")
_PLURAL = re.compile(r"(?:a|(?<!ik)er)$")
_TITLE = re.compile(r"\b(ordf|sekr|bitr|vik|tf|v)\.\s", re.IGNORECASE)
_INITIALS = re.compile(r"[A-ZÅÄÖ]{2,3}")


def split_owners(
    text: str,
    vocabulary: Vocabulary,
    *,
    group: str | None = None,
    known_names: Collection[str] = (),
) -> tuple[OwnerDraft, ...]:
    """The owners that the text names, each once, in order.

    `group` is the key of the plan's own group and `known_names` are people met elsewhere: both
    settle what the words alone leave open. Words that name nobody ("ej klart") give no owner.
    """
    splitter = _Splitter(vocabulary, group, known_names)
    return tuple(dict.fromkeys(splitter.owners(text)))


class _Splitter:
    def __init__(
        self, vocabulary: Vocabulary, group: str | None, known_names: Collection[str]
    ) -> None:
        self._vocabulary = vocabulary
        self._group = group
        self._known = {fold(name): name for name in known_names}

    def owners(self, text: str) -> Iterator[OwnerDraft]:
        """Every owner; what only tells who a person is (", sammankallande", "(Vännäs)") is none."""
        before: OwnerDraft | None = None
        for piece, follows in self._pieces(text):
            for name in self._cut_at_and(piece):
                owner = self._owner(name)
                if owner and not (follows and before and self._is_title_of(before, owner)):
                    yield owner
                    before = owner

    def _pieces(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text cut where owners are set apart; True for what follows a comma or bracket."""
        if fold(text) in self._known:
            yield text, False
            return
        for place, part in enumerate(re.split(r"[()]", _TITLE.sub(r"\1 ", text))):
            for piece in _BETWEEN.split(part):
                for count, listed in enumerate(piece.split(",")):
                    if listed.strip(" .:"):
                        yield listed.strip(), place % 2 == 1 or count > 0

    def _cut_at_and(self, text: str) -> list[str]:
        """Both sides of "och", except inside one unit's name ("Kultur- och fritidskontoret")."""
        sides = _AND.split(text)
        if len(sides) == 1 or any(side.endswith("-") for side in sides[:-1]):
            return [text]
        if names_unit(words(text)) and not any(self._owner(side) for side in sides[:-1]):
            return [text]
        found = [self._type(side) for side in sides]
        one_name = found[0] == "person" and len(sides[0].split()) == 1
        return [text] if one_name and found[-1] == "external_unit" else sides

    def _is_title_of(self, before: OwnerDraft, owner: OwnerDraft) -> bool:
        """Whether a post or municipality named after a person only tells who that is."""
        if before.type != "person":
            return False
        one = not _PLURAL.search(fold(owner.name))
        return (owner.type in ("role", "external_role") and one) or self._is_municipality(
            owner.name
        )

    def _owner(self, text: str) -> OwnerDraft | None:
        name = _AROUND.sub("", text.strip(" :,")).strip()
        kind = self._type(name)
        if kind == "person":
            return OwnerDraft(kind, self._person_in(name).rstrip("."))
        return OwnerDraft(kind, name) if kind else None

    def _person_in(self, name: str) -> str:
        """The person's name without a title before or after it."""
        written = name.split()
        for start in range(len(written) - 1):
            named = leading_name(" ".join(written[start:]), stop=self._is_municipality)
            if named:
                return named[0]
        return name

    def _type(self, text: str) -> OwnerType | None:
        found = words(text)
        if not found:
            return None
        if fold(text) in self._known or self._has_person(text):
            return "person"
        if names_nobody(found):
            return None
        if (group_type := self._group_type(text, found)) is not None:
            return group_type
        if names_role(found) and self._is_initials(text):
            return "person"
        telling = [word for word in found if not self._is_municipality(word)]
        return self._type_by_words(telling or found) or self._type_by_case(text)

    def _group_type(self, text: str, found: list[str]) -> OwnerType | None:
        speaks_of_group = any(_GROUP.fullmatch(word) for word in found)
        named = self._vocabulary.groups_in(text) if speaks_of_group else ()
        if named:
            return "whole_group" if self._group in named else "external_unit"
        if names_everyone(found):
            return "whole_group"
        return "external_unit" if speaks_of_group else None

    def _has_person(self, text: str) -> bool:
        written = text.split()
        starts = range(len(written) - 1)
        named = (
            leading_name(" ".join(written[start:]), stop=self._is_municipality) for start in starts
        )
        return any(name is not None for name in named)

    def _type_by_words(self, found: list[str]) -> OwnerType | None:
        if names_project(found):
            return "project"
        if names_outsider(found):
            return "external_role"
        if names_role(found):
            return "role"
        return "external_unit" if names_unit(found) else None

    def _type_by_case(self, text: str) -> OwnerType | None:
        """What single words are when only their capitals tell."""
        written = text.split()
        if len(written) == 1 and self._vocabulary.bare_municipality(text):
            return "external_unit"
        if len(written) == 1 and (is_name_word(text) or self._is_initials(text)):
            return "person"
        return "external_unit" if written[-1][:1].isupper() else None

    def _is_initials(self, text: str) -> bool:
        """Whether the capitals are those of exactly one known person."""
        initials = ["".join(part[:1] for part in name.split()) for name in self._known]
        return bool(_INITIALS.fullmatch(text)) and initials.count(fold(text)) == 1

    def _is_municipality(self, word: str) -> bool:
        return self._vocabulary.bare_municipality(word) is not None
