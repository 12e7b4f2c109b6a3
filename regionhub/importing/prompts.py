"""Recognises what a template asks for, so that its questions are not taken for answers."""

import re

from regionhub.importing.folding import word_set, words

_QUESTION_WORDS = word_set(
    "vem vad var vart nar hur vilka vilken vilket varfor pa inom finns beskriv ange"
)
_ADDRESSED = word_set("ni er ert era du din ditt dina")
_FIELDS = word_set(
    "namn fornamn efternamn kommun titel befattning yrkestitel telefon telefonnummer tel"
    " tfn mobil mobilnummer e post epost mejl mail epostadress adress postadress forvaltning"
    " roll och eller samt"
)
_SMART = word_set(
    "specifikt specifika matbart matbara accepterat accepterade realistiskt realistiska"
    " tidsatt tidsatta smart mal och relevant relevanta"
)
_INSTRUCTION = re.compile(
    r"(?:klicka|tryck|skriv|fyll i|ange|lägg till|infoga)\b.{0,40}\b"
    r"(?:här|text|datum|nedan)\b.{0,30}$",
    re.IGNORECASE,
)
_CHOOSE = re.compile(
    r"(?:välj (?:ett |en )?(?:objekt|alternativ|element|datum|block)|choose an item"
    r"|click (?:or tap )?(?:here )?to enter .{0,30})\.?",
    re.IGNORECASE,
)
_SHORT_QUESTION = 14
_FEWEST_FIELDS = 3


def is_prompt(text: str) -> bool:
    """Whether the line is a template's question or instruction and not somebody's answer."""
    return (
        _is_question(text)
        or _is_only(text, _FIELDS, _FEWEST_FIELDS)
        or _is_only(text, _SMART, _FEWEST_FIELDS)
        or bool(_CHOOSE.fullmatch(text.strip("[]<> ")))
        or bool(_INSTRUCTION.match(text.strip("[]<>()… .")))
    )


def _is_question(text: str) -> bool:
    """Every sentence is a question, and they speak to the reader or ask who does what when."""
    if not text.rstrip(" )").endswith("?"):
        return False
    asked = words(text)
    if not asked or asked[0] not in _QUESTION_WORDS or "." in text.rstrip("?) ")[:-1]:
        return False
    several = sum(word in _QUESTION_WORDS for word in asked)
    return bool(_ADDRESSED.intersection(asked)) or (several > 1 and len(asked) <= _SHORT_QUESTION)


def _is_only(text: str, known: frozenset[str], fewest: int) -> bool:
    found = words(text)
    return len(found) >= fewest and known.issuperset(found)
