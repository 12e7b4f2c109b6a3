"""Knows the parts of a plan by their headings, however these are worded."""

import re
from enum import StrEnum

from regionhub.importing.folding import word_set, words


class Part(StrEnum):
    """The parts of a plan."""

    PREFACE = "preface"
    CONTACTS = "contacts"
    MEMBERS = "members"
    AREA = "area"
    PURPOSE = "purpose"
    OVERARCHING = "overarching"  # the purpose or goals, as the words beneath show
    GOALS = "goals"
    ACTIVITIES = "activities"
    OTHER = "other"


_WORDS = {
    Part.CONTACTS: "kontaktperson kontaktpersoner kontakt kontakter sammankallande gruppledare"
    " kontaktuppgifter",
    Part.MEMBERS: "medlemmar medlem deltagare ledamoter ledamot representanter sammansattning"
    " gruppmedlemmar arbetsgruppsmedlemmar medverkande arbetsgrupp bestar ingar",
    Part.AREA: "verksamhetsomrade verksamhetsomraden ansvarsomrade ansvarsomraden arbetsomrade"
    " uppdrag uppdragsbeskrivning omrade kompetensomrade grunduppdrag",
    Part.OVERARCHING: "overgripande",
    Part.PURPOSE: "avsikt syfte syften andamal",
    Part.GOALS: "mal malsattning malsattningar malen delmal effektmal resultatmal inriktningsmal"
    " verksamhetsmal prioriterade projektmal indikatorer",
    Part.ACTIVITIES: "aktivitetsplan aktivitetsplanen aktiviteter aktivitet handlingsplan atgarder"
    " atgardsplan atgardslista atgard insatser arsplan arsplanering arshjul tidplan tidsplan"
    " aktivitetslista genomforandeplan verksamhetsplanering arbetsplan arbetsuppgifter",
    Part.OTHER: "ovrigt bakgrund inledning budget ekonomi resurser risker risk riskanalys"
    " uppfoljning utvardering organisation moten motesplan motesplanering motestider"
    " kommunikation kommentarer kommentar anmarkningar bilaga bilagor beslut sammanfattning"
    " omvarld nulage nulagesbeskrivning forutsattningar avgransningar finansiering forord"
    " ekonomiska onskemal framtid",
}
_PART_OF = {word: part for part, listed in _WORDS.items() for word in listed.split()}
_FILLERS = word_set(
    "arbetsgruppens arbetsgruppen gruppens gruppen for i pa av till och samt eller med inom"
    " var vara vart var om under aret verksamhetsaret ar ovriga planerade gemensamma"
    " regionens natverkets forts fortsattning nytt nya kommande foljande personer s"
)
_WHOSE = re.compile(r".*(?:grupp|region|kommun|natverk)(?:en|ens|et|ets)")
_YEAR_OR_NUMBER = re.compile(r"\d+")
_PLAN = re.compile(
    r"\w*(?:verksamhets|handlings|arbets|aktivitets|ars|atgards|genomforande)plan(?:en|er|erna)?s?"
)
_LISTS = ("aktivitetslista", "atgardslista", "arshjul")
_NUMBERED_GOAL = re.compile(
    r"(?:(?:del|effekt|resultat|inriktnings)?mål)\s\d{1,2}(?!\d)\s*(?:[:.)–-]\s*|\s)(?P<goal>\D.+)",
    re.IGNORECASE | re.DOTALL,
)
_ORDINAL = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_TO_DO = re.compile(
    r"(?:det(?: har)?|vad) (?:vi |gruppen |ska |skall |vill |avser |ska vi )+(?:gora|goras|gor)"
)
_LONGEST = 7
_LONGEST_TITLE = 18
_LABEL = re.compile(r"(?P<label>[^:]{3,60}):\s+(?P<rest>\S.*)", re.DOTALL)
_CONTACT_IN_TIME = re.compile(
    r"(?P<label>[^\W\d_]+(?: för (?:arbets)?gruppen)?)[ ,(]+(?P<when>[^:,()]{3,40})\)?:\s+"
    r"(?P<rest>\S.*)",
    re.DOTALL,
)
_CONTACT_IS = re.compile(
    r"(?P<label>[^:,.]{3,40}?)\s+är\s+(?P<rest>[A-ZÅÄÖ]\S*\s[A-ZÅÄÖ].*)", re.DOTALL
)


def part_of(text: str) -> Part | None:
    """The part that a heading begins, or None when the text is not a heading of a plan's part."""
    if text.rstrip().endswith((".", ",", ";", "?", "!")):
        return None
    found = [word for word in words(text) if not _YEAR_OR_NUMBER.fullmatch(word)]
    if _TO_DO.fullmatch(" ".join(found)):
        return Part.ACTIVITIES
    if not 0 < len(found) <= _LONGEST:
        return None
    telling = [word for word in found if word not in _FILLERS and not _WHOSE.fullmatch(word)]
    parts = [_PART_OF.get(word) for word in telling]
    return None if None in parts or not parts else parts[0]


def plan_word(text: str) -> str | None:
    """The word for a plan in a line that may be the title of one ("verksamhetsplan")."""
    found = words(text)
    if len(found) > _LONGEST_TITLE:
        return None
    return next(
        (word for word in found if _PLAN.fullmatch(word) or (word in _LISTS and len(found) > 1)),
        None,
    )


def split_label(text: str) -> tuple[Part, str] | None:
    """The part and the words after it, for a heading with its text on the same line."""
    if goal := numbered_goal(text):
        return Part.GOALS, goal
    match = _LABEL.fullmatch(text)
    if match is None or _ORDINAL.search(match["label"]):
        return None
    part = part_of(match["label"])
    return (part, match["rest"]) if part else None


def goal_named(text: str) -> str | None:
    """The goal that a line names: by its number, kept before it, or after a label ("Mål: …")."""
    label = split_label(text)
    if label is None or label[0] is not Part.GOALS:
        return None
    return text if numbered_goal(text) else label[1]


def contact_line(text: str) -> tuple[str, str] | None:
    """A heading of contacts and the words about them, where its line says when or in a sentence
    who it is ("Kontaktperson t.o.m. 31 maj: …", "Sammankallande är …").
    """
    for match in filter(None, (_CONTACT_IN_TIME.fullmatch(text), _CONTACT_IS.fullmatch(text))):
        if part_of(match["label"]) is Part.CONTACTS:
            told = match.groupdict()
            pieces = (told.get("when"), told["rest"])
            return match["label"], ", ".join(piece for piece in pieces if piece)
    return None


def numbered_goal(text: str) -> str | None:
    """The words of a goal that is given by its number ("Mål 2: Godare mat")."""
    match = _NUMBERED_GOAL.fullmatch(text)
    return match["goal"] if match else None
