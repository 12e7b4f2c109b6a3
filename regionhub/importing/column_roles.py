"""What a column may hold, and the words in its heading that tell."""

import re
from enum import StrEnum
from functools import lru_cache

from regionhub.importing.folding import fold, word_set, words


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
_YEAR_ALONE = ["ar"]
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
    return next((role for role in roles if role not in (None, Role.WHEN)), None)


def _role_of_word(word: str) -> Role | None:
    return Role.WHEN if _YEAR.fullmatch(word) else _ROLE_OF.get(word)
