"""What a column may hold, and the words in its heading that tell."""

import re
from enum import StrEnum

from regionhub.importing.folding import fold, words


class Role(StrEnum):
    """What a column holds."""

    ACTIVITY = "activity"
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
    Role.ACTIVITY: "aktivitet* åtgärd* insats* arbetsuppgift* uppgift* delaktivitet* moment"
    " händelse* vad delåtgärd* aktivitetsbeskrivning åtgärdsförslag att-göra",
    Role.DEADLINE: "klart klar tidsplan* tidplan* tidsplanering tid tider när datum deadline senast"
    " slutdatum sluttid slut tidpunkt period månad vecka färdigt färdig genomfört genomförd"
    " genomförs genomförande genomföras tidsperiod förfallodatum slutfört tidsram kvartal till"
    " tom stopp",
    Role.START: "start startdatum starttid börjar påbörjas från from",
    Role.WHEN: "jan januari feb februari mar mars apr april maj jun juni jul juli aug augusti sep"
    " sept september okt oktober nov november dec december q1 q2 q3 q4",
    Role.OWNER: "ansvarig* ansvar vem ägare utförare sammankallande handläggare huvudansvar"
    " huvudansvarig* projektledare utförs",
    Role.AREA: "område* målområde* fokusområde* insatsområde* verksamhetsområde* tema temaområde*"
    " kategori perspektiv rubrik strategi* prioritering* utvecklingsområde* delområde*",
    Role.GOAL: "mål målet målen delmål* målsättning* effektmål* resultatmål* inriktningsmål*",
    Role.MUNICIPALITY: "kommun kommuner kommunen",
    Role.COMMENT: "kommentar* status uppföljning* anmärkning* notering* resultat utfall läge*"
    " lägesrapport övrigt indikator* mått måttet mätetal nyckeltal målvärde* utgångsvärde* hur"
    " varför syfte budget kostnad* medverkande samverkan samverkanspart* samverkanspartner"
    " resurs* prio prioritet beskrivning bedömning* deltagare plats lokal förväntat förväntad"
    " effekt*",
    Role.NUMBER: "nr nummer id löpnr punkt",
    Role.NAME: "namn förnamn efternamn person medlem ledamot representant kontaktperson",
    Role.CONTACT: "telefon telefonnummer tel tfn mobil mobilnummer epost epostadress mejl mail"
    " mejladress titel befattning yrkesroll adress",
}
_ENDING = "(?:s|e|n|a|t|r|en|er|et|ar|na|ns|erna|arna|ens|ets|ers|da|de)?"
_EXACT = {word: role for role, listed in _WORDS.items() for word in words(listed.replace("-", ""))}
_INFLECTED = [
    (re.compile(fold(word.rstrip("*")) + _ENDING), role)
    for role, listed in _WORDS.items()
    for word in listed.split()
    if word.endswith("*")
]
_YEAR = re.compile(r"20\d\d")
_LONGEST_HEADING = 8


def role_of(heading: str) -> Role | None:
    """The role that a column heading tells of: its first telling word decides.

    A month or a year is a role only when the heading says nothing else.
    """
    found = words(heading.replace("-post", "post"))
    if len(found) > _LONGEST_HEADING:
        return None
    roles = [_role_of_word(word) for word in found]
    if set(roles) == {Role.WHEN}:
        return Role.WHEN
    return next((role for role in roles if role not in (None, Role.WHEN)), None)


def _role_of_word(word: str) -> Role | None:
    if word in _EXACT:
        return _EXACT[word]
    if _YEAR.fullmatch(word):
        return Role.WHEN
    return next((role for form, role in _INFLECTED if form.fullmatch(word)), None)
