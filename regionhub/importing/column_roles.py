"""What a column may hold, and the words in its heading that tell."""

import re
from enum import StrEnum
from functools import lru_cache

from rapidfuzz.distance import OSA

from regionhub.importing.folding import fold, word_set, words
from regionhub.importing.owner_words import names_role


class Role(StrEnum):
    """What a column holds."""

    ACTIVITY = "activity"
    PART = "part"  # what an activity consists of
    DEADLINE = "deadline"
    START = "start"
    WHEN = "when"  # one of several columns for a time each, marked where something happens
    OWNER = "owner"
    AREA = "area"
    GOAL = "goal"
    MUNICIPALITY = "municipality"
    COMMENT = "comment"
    NUMBER = "number"
    NAME = "name"
    CONTACT = "contact"


# A word ending in * stands for its inflected forms as well.
_WORDS = {
    Role.ACTIVITY: "aktivitet* åtgärd* insats* arbetsuppgift* uppgift* moment"
    " händelse* vad aktivitetsbeskrivning åtgärdsförslag activity activities action"
    " actions task tasks what",
    Role.PART: "delaktivitet* delåtgärd* delmoment*",
    Role.DEADLINE: "klart klar tidsplan* tidplan* tidsplanering tid tider när datum deadline senast"
    " slutdatum sluttid slut tidpunkt period månad vecka färdigt färdig genomfört genomförd"
    " genomförs genomförande genomföras tidsperiod förfallodatum slutfört tidsram kvartal till"
    " tom stopp tidpl tidspl genomf klardatum måldatum färdigdatum when due date timeline end"
    " frekvens periodicitet tertial termin halvår",
    Role.START: "start startar startdatum starttid börjar påbörjas från from",
    Role.WHEN: "jan januari feb februari mar mars apr april maj jun juni jul juli aug augusti sep"
    " sept september okt oktober nov november dec december q1 q2 q3 q4",
    Role.OWNER: "ansvarig* ansvar vem ägare utförare sammankallande handläggare huvudansvar"
    " huvudansvarig* projektledare utförs ansv owner owners responsible who",
    Role.AREA: "område* målområde* fokusområde* insatsområde* verksamhetsområde* tema temaområde*"
    " kategori perspektiv rubrik strategi* prioritering* utvecklingsområde* delområde*",
    Role.GOAL: "mål målet målen delmål* målsättning* effektmål* resultatmål* inriktningsmål*"
    " goal goals objective objectives",
    Role.MUNICIPALITY: "kommun kommuner kommunen",
    Role.COMMENT: "kommentar* status uppföljning* anmärkning* notering* resultat utfall läge*"
    " lägesrapport övrigt indikator* mått måttet mätetal nyckeltal målvärde* utgångsvärde* hur"
    " varför syfte budget kostnad* medverkande samverkan samverkanspart* samverkanspartner"
    " resurs* prio prioritet beskrivning bedömning* deltagare plats lokal förväntat förväntad"
    " effekt* anm komm uppf målgrupp* finansiering comment comments notes indicator progress cost",
    Role.NUMBER: "nr nummer id löpnr punkt",
    Role.NAME: "namn förnamn efternamn person medlem ledamot representant kontaktperson"
    " ordinarie ersättare suppleant",
    Role.CONTACT: "telefon telefonnummer tel tfn mobil mobilnummer epost epostadress mejl mail"
    " mejladress titel befattning yrkesroll roll funktion adress",
}
_ENDINGS = word_set("s e n a t r en er et ar na ns erna arna ens ets ers da de") | {""}
_ROLE_OF = {
    form: role
    for role, listed in _WORDS.items()
    for word in map(fold, listed.split())
    for form in ([word[:-1] + end for end in _ENDINGS] if word.endswith("*") else [word])
}
# From how many letters on a word may have a slip in it: shorter ones, names, months and the like
# are too near to other words. So are verbs, to their own other forms.
_SHORTEST_MISSPELT = {
    Role.ACTIVITY: 6,
    Role.PART: 6,
    Role.OWNER: 6,
    Role.AREA: 6,
    Role.GOAL: 6,
    Role.DEADLINE: 7,
    Role.COMMENT: 8,
}
_NEAR_OTHERS = word_set(
    "genomfort genomford genomfors genomforas slutfort samverkan deltagare forvantat forvantad"
)
_MAY_BE_MISSPELT = {
    word: role
    for word, role in _ROLE_OF.items()
    if len(word) >= _SHORTEST_MISSPELT.get(role, len(word) + 1) and word not in _NEAR_OTHERS
}
_MOST_WORDS_MISSPELT = 3
_YEAR_ALONE = ["ar"]
_BOTH = re.compile(r"\s*(?:[/&+]|\boch\b|\bsamt\b)\s*", re.IGNORECASE)
_HOW_OFTEN = re.compile(r"hur ofta", re.IGNORECASE)
_YEAR = re.compile(r"20\d\d")
_LONGEST_HEADING = 8
_MOST_LETTERS = 200
_REMEMBERED = 2_000


def role_of(heading: str) -> Role | None:
    """The role that a column heading tells of: its first telling word decides.

    A month or a year is a role only when the heading says nothing else.
    """
    return _role_of_words(heading) if len(heading) <= _MOST_LETTERS else None


def heading_role(heading: str) -> Role | None:
    """The role that a heading tells of, also where one letter in its word is wrong.

    Only long words may have a slip in them, and only a heading of few words.
    """
    role = role_of(heading)
    return _misspelt(heading) if role is None and len(heading) <= _MOST_LETTERS else role


# Every cell is asked whether it heads a column, and many cells of a table say the same.
@lru_cache(maxsize=_REMEMBERED)
def _role_of_words(heading: str) -> Role | None:
    found = words(_HOW_OFTEN.sub("frekvens", heading.replace("-post", "post")))
    if len(found) > _LONGEST_HEADING:
        return None
    if found == _YEAR_ALONE:
        return Role.DEADLINE
    roles = [_role_of_word(word) for word in found]
    if set(roles) == {Role.WHEN}:
        return Role.WHEN
    if roles[:1] == [Role.GOAL] and Role.ACTIVITY in roles and _BOTH.search(heading):
        return _role_of_both(heading)
    return next((role for role in roles if role not in (None, Role.WHEN)), None)


def _role_of_both(heading: str) -> Role:
    """What "Mål/aktiviteter" heads: goals and activities told of as one are activities."""
    last = words(_BOTH.split(heading)[-1])
    return Role.ACTIVITY if last and _role_of_word(last[0]) is Role.ACTIVITY else Role.GOAL


@lru_cache(maxsize=_REMEMBERED)
def _misspelt(heading: str) -> Role | None:
    found = words(heading)
    if len(found) > _MOST_WORDS_MISSPELT:
        return None
    return next(filter(None, map(_role_of_misspelt, found)), None)


def _role_of_misspelt(word: str) -> Role | None:
    """The role of the known words that the word is one slip from, when they agree."""
    roles = {
        role
        for known, role in _MAY_BE_MISSPELT.items()
        if known[0] == word[0] and OSA.distance(word, known, score_cutoff=1) == 1
    }
    return roles.pop() if len(roles) == 1 and not names_role([word]) else None


def _role_of_word(word: str) -> Role | None:
    return Role.WHEN if _YEAR.fullmatch(word) else _ROLE_OF.get(word)
