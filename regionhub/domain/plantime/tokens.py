"""A text cut into tokens: each word, number and mark with the sign that the rules read."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from regionhub.domain.plantime.lexicon import BY_FIRST_WORD, meaning_of
from regionhub.domain.plantime.vocabulary import ORDINALS


class Token(NamedTuple):
    """One meaningful piece of a text.

    `sign` is one letter, its part of speech (listed in `vocabulary`); rules are patterns
    over signs. What `value` holds follows from the sign: a number, a month, a Span and so on.
    """

    sign: str
    value: Any
    text: str


FIRST_YEAR, LAST_YEAR = 1900, 2199
LAST_WRITTEN_YEAR = 2099
TWO_DIGITS, FOUR_DIGITS, DIGITS_OF_DAYS = 2, 4, (6, 8)
CENTURY, MONTHS_IN_YEAR, WEEKS_IN_YEAR = 2000, 12, 53
NUMBERED = "QTH"
PHONE = r"(?<![0-9-])0[0-9]{1,3}-(?:[0-9]{3}\ [0-9]{2,3}|[0-9]{2}(?:\ [0-9]{2}){2}|[0-9]{5,8})\b"
GIVEN = "Maj|April|Mars|Juni|Juli|August"  # months that are names too
ENDINGS = "son|berg|ström|[qk]vist|gren|lund|lind|dahl|holm|mark"
SHORT_NAMES = (
    "Alm|Berg|Björk|Blom|Dahl|Ek|Falk|Frisk|Gran|Hed|Holm|Lilja|Lind|Lund|Löf|Palm|Roos|Ros|Sjö"
    "|Ström|Britt|Gun|Inger|Karin|Lis"
)
TOWNS = "Stockholm|Bjurholm|Katrineholm|Ängelholm|Hässleholm|Laholm|Hallsberg|Lindesberg|Danmark"
NAME = rf"\b(?:{GIVEN})\s(?!(?:{TOWNS})\b)(?:[A-ZÅÄÖ][a-zåäöé]*(?:{ENDINGS})|{SHORT_NAMES})\b"
DECIDER = (  # who does something on a day, rather than what the day's numbers are a share of
    r"[^\W\d_]{0,30}(?:grupp|styrelse|nämnd|råd|utskott|möte|stämma|chef|kansli|kontor|förvaltning"
    r"|samordnar|sekreterar|ansvarig|ordförande|fullmäktige)(?:e?n|et|e|er(?:na)?|ar(?:na)?|na)?\b"
)
OF_A_WHOLE = rf"[-\s]?del(?:ar)?\b|\s(?:ut)?av\s(?!{DECIDER})(?-i:[a-zåäö0-9])"
OF_A_UNIT = r"[-\s]?(?:dag|dags|år|månad|timme|tim|tid|sida)\b"
PART = (
    rf"(?=[1-9]/)(?<![0-9./])(?:[1-9]/(?:[2-9]|10)(?={OF_A_WHOLE})"
    rf"|(?:1/2|[13]/4)(?={OF_A_UNIT})|(?<=minst\s|högst\s)[1-9]/(?:[2-9]|10)(?![0-9/]))"
)
CLOCK = r"(?:2[0-4]|[01]?[0-9])(?![0-9])(?:[.:][0-9]{2})?"
SCANNER = re.compile(
    rf"""
    (?P<clock>\bkl(?:\.|ockan)?\s*{CLOCK}(?:\s*-\s*{CLOCK})?(?![0-9])
        |(?:\b|(?<=[0-9])t)[0-9]{{1,2}}:[0-9]{{2}}\b(?::[0-9]{{2}}|\s*-\s*[0-9]{{1,2}}:[0-9]{{2}})?)
  | (?P<phone>{PHONE})
  | (?P<ordinal>[0-9]{{1,2}}(?:\s?:\s?(?:e|a|de|dje|dra|sta)|[ea])(?![^\W_]))
  | (?P<dotted_day>(?<![0-9.])[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}(?![0-9]|\.[0-9]))
  | (?P<spaced_day>(?<![0-9.])[0-9]{{1,2}}\s?\.\s[0-9]{{1,2}}\s?\.\s(?:19|20)[0-9]{{2}}(?![0-9]))
  | (?P<label>(?-i:(?<![^\W_])[A-ZÅÄÖ]{{1,3}}[0-9]{{1,2}}(?:\.[0-9]{{1,2}})+(?![0-9])))
  | (?P<case>[0-9]{{4}}(?:/[0-9]{{2}})?:[0-9]{{1,4}}(?![0-9]))
  | (?P<part>{PART})
  | (?P<number>[0-9]+)
  | (?P<dotted>(?<![^\W_])[a-zåäö]{{1,2}}(?:\.[a-zåäö]\b)+\.?)
  | (?P<pair>(?-i:\bJan\s(?=[A-ZÅÄÖ])[^\W\d_]+|{NAME})|[^\W\d_]{{2,}}-[^\W\d_]{{2,}})
  | (?P<roman>(?-i:I)(?![^\W_]))
  | (?P<word>[^\W\d_]+)
  | (?P<minus>(?<=\s)-(?=[0-9]{{2}}\b))
  | (?P<dash>-+>?|→)
  | (?P<dot>(?<=[0-9])\.(?=[0-9]))
  | (?P<share>%)
  | (?P<mark>[/,;\n&+()§'?])
    """,
    re.VERBOSE | re.IGNORECASE,
)
ADDRESS = re.compile(r"@[^\W_]|www\.|://")
LABELLED = re.compile(r"\si\s(?!månad|varje)[a-zåäö]", re.IGNORECASE)
DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−﹣－~"), "-")
FOLDED = DASHES | {
    0xAD: None,
    0x200B: None,
    ord("’"): "'",
    ord("´"): "'",
    ord("["): "(",
    ord("]"): ")",
}
ORDINAL_WORDS = {number: word for word, number in reversed(ORDINALS.items())}
SILENT = {
    "clock": "",
    "roman": "",
    "phone": "x",
    "label": "x",
    "case": "x",
    "dash": "-",
    "dot": ".",
}
MARKS = {";": ",", "\n": ",", "+": "&", "§": "j"}


def tokenize(text: str, plan_year: int) -> list[Token]:
    """The tokens of a text. Words for a year ("nästa år") become the year they mean."""
    folded = unicodedata.normalize("NFC", text).translate(FOLDED)
    if "@" in folded or "www." in folded or "://" in folded:
        folded = " ".join(_without_addresses(folded.split(" ")))
    found: list[Token] = []
    for match in SCANNER.finditer(folded):
        text = match.group().lower()
        match match.lastgroup:
            case "pair":
                found += _pair(text)
            case "dotted_day":
                found += _dotted_day(text, plan_year)
            case "spaced_day":
                found += _numbers([part.strip() for part in text.split(".")], ".")
            case "part":
                found += _part(text, found[-1:])
            case "number" if _is_week_of_year(found[-3:], text, plan_year):
                found.append(Token("x", text, text))
            case "number" if _is_month_of_year(text, plan_year):
                found += _numbers([text[:FOUR_DIGITS], text[FOUR_DIGITS:]], "-")
            case "number" if _is_label(found[-1:], folded[match.end() :][:10]):
                found.append(Token("x", None, text))
            case "roman" if found and found[-1].sign in NUMBERED:
                found.append(Token("n", 1, "1"))
            case group:
                found.append(_token(group or "", text))
    return _joined(found, plan_year)


def _without_addresses(words: Sequence[str]) -> list[str]:
    """Words without those that are an address of mail or of a page, which hold no time."""
    return ["adress" if ADDRESS.search(word) else word for word in words]


def _is_label(before: Sequence[Token], after: str) -> bool:
    """Whether a number is the label of a noun with its month after: "möte 1 i mars"."""
    return bool(before) and before[0].sign in "zG" and LABELLED.match(after) is not None


def _is_week_of_year(before: Sequence[Token], text: str, plan_year: int) -> bool:
    """Whether four digits after "v" are a year and a week ("v 1938") rather than a year.

    Where they can be both, the year that lies nearest to the plan's is meant.
    """
    if len(text) != FOUR_DIGITS or not 1 <= int(text[TWO_DIGITS:]) <= WEEKS_IN_YEAR:
        return False
    signs = "".join(token.sign for token in before)
    if not signs.endswith(("w", "wx-")):
        return False
    return abs(CENTURY + int(text[:TWO_DIGITS]) - plan_year) < abs(int(text) - plan_year)


def _dotted_day(text: str, plan_year: int) -> list[Token]:
    """Three numbers of two digits. The year is the first or the last, whichever is the plan's.

    "10.03.15" is the 15th of March in the plan of 2010 and the 10th of it in that of 2015.
    """
    numbers = text.split(".")
    year_first = numbers[0] == f"{plan_year % 100:02}" != numbers[-1]
    return _numbers(numbers, "-" if year_first else ".")


def _part(text: str, before: Sequence[Token]) -> list[Token]:
    """A part of something ("1/3 av kostnaden"), unless it is weeks or no less than the whole."""
    numbers = text.split("/")
    count, whole = map(int, numbers)
    if count >= whole or (before and before[0].sign == "w"):
        return _numbers(numbers, "/")
    return [Token("x", None, text)]


def _is_month_of_year(text: str, plan_year: int) -> bool:
    """Whether six digits are a year and a month ("201003") rather than a day ("101231").

    Where they can be both, the year that lies nearest to the plan's is meant.
    """
    if len(text) != len("201003") or not 1 <= int(text[FOUR_DIGITS:]) <= MONTHS_IN_YEAR:
        return False
    of_month, of_day = int(text[:FOUR_DIGITS]), CENTURY + int(text[:TWO_DIGITS])
    if int(text[TWO_DIGITS:FOUR_DIGITS]) > MONTHS_IN_YEAR:
        return FIRST_YEAR <= of_month <= LAST_WRITTEN_YEAR
    return abs(of_month - plan_year) < abs(of_day - plan_year)


def _numbers(texts: Sequence[str], mark: str) -> list[Token]:
    """Numbers with the same mark between them."""
    numbers = [Token(*_number(text), text) for text in texts]
    return [token for number in numbers for token in (Token(mark, None, mark), number)][1:]


def _pair(text: str) -> list[Token]:
    """Two words: times ("mars-april", "Jan Feb", "ht-start"), or a name ("Maj-Britt")."""
    first, other = (_token("word", word) for word in text.replace("-", " ").split())
    if first.sign in "MJSF" and other.sign == "z":
        return [Token("z", None, text)]
    if first.sign == "L" and other.value == "start":
        return [Token("P", "begin", text), first]
    return [first, Token("-", None, "-"), other] if "-" in text else [first, other]


def _token(group: str, text: str) -> Token:
    match group:
        case "word":
            sign, value = meaning_of(text)
        case "dotted":
            sign, value = meaning_of(text.replace(".", ""))
        case "number":
            sign, value = _number(text)
        case "ordinal":
            sign, value = "o", int(text.rstrip("adejrst: "))
            text = ORDINAL_WORDS.get(value, text)
        case "mark":
            sign, value = MARKS.get(text, text), None
        case "minus":
            sign, value = "-", "year"
        case "share":
            sign, value = "k", "money"
        case _:
            sign, value = SILENT[group], None
    return Token(sign, value, text)


def _number(text: str) -> tuple[str, Any]:
    """Two digits count something, four are a year, six or eight may be a day."""
    if len(text) <= TWO_DIGITS:
        return "n", int(text)
    if len(text) == FOUR_DIGITS and FIRST_YEAR <= int(text) <= LAST_WRITTEN_YEAR:
        return "y", int(text)
    return ("c" if len(text) in DIGITS_OF_DAYS else "x"), text


def _joined(tokens: Sequence[Token], plan_year: int) -> list[Token]:
    """Phrases of several words become one token, and years told in words become numbers."""
    out: list[Token] = []
    place = 0
    while place < len(tokens):
        token = tokens[place]
        length = 1
        for words, sign, value in BY_FIRST_WORD.get(token.text, ()):
            if tuple(t.text for t in tokens[place : place + len(words)]) == words:
                token, length = Token(sign, value, " ".join(words)), len(words)
                break
        if token.sign == "r":
            token = Token("y", plan_year + token.value, token.text)
        out.append(token)
        place += length
    return out
