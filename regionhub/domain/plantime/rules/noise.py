"""Rules for numbers and years that are no times, which go before all others."""

from regionhub.domain.plantime.grammar import Stage, Tokens, text_of
from regionhub.domain.plantime.periods import TERMS
from regionhub.domain.plantime.tokens import Token

FREE = "(?<![-/.])"  # what follows is not the end of a date

CENTURY, NEAR = 100, 10
YEARS_TO_NAME = ("verksamhetsåret", "kalenderåret", "året")
PARAGRAPHS = ("§", "paragraf", "nr", "dnr", "diarienr")

noise = Stage()


@noise.rule(
    r"(?<=[nN])j(?=/?[uR])",
    {"4 nr/år": "2010-01-01..2010-12-31 recurring recurring"},
)
def issues(tokens: Tokens) -> Token | None:
    """ "Nr" between a number and a unit of time counts issues of a paper."""
    return tokens[0]._replace(sign="G") if tokens[0].text == "nr" else None


@noise.rule(
    r"wn\.n(?![.ny])|(?<!\.)n\.n\.n(?![.n])|(?<![/n])y/n(?![-/.n])",
    {
        "v 1.2": "- unknown unknown",
        "1.2.3": "- unknown unknown",
        "KS 2010/45": "- unknown unknown",
        "2010/11": "2010-01-01..2011-12-31 year within",
    },
)
def version_or_case(tokens: Tokens) -> Token | None:
    """The number of a version or a chapter, or of a case in a year.

    Neither has the two digits of a year, or the number that can be a month or a year near.
    """
    if tokens[0].sign == "n" and len(tokens[-1].text) > 1:
        return None
    if tokens[0].sign == "y" and tokens[-1].value <= tokens[0].value % CENTURY + NEAR:
        return None
    return Token("z", None, text_of(tokens))


@noise.rule(
    r"jn/y",
    {"KS § 45/2010": "- unknown unknown"},
)
def numbered_in_year(tokens: Tokens) -> Token | None:
    """A paragraph of the minutes, or a case, with its year."""
    return Token("z", None, text_of(tokens)) if tokens[0].text in PARAGRAPHS else None


@noise.rule(
    rf"j[no](?:[-,&/.][no]){{0,3}}|{FREE}[nNx](?:[-.,/][nNx])?k(?:/?[uwQTH]|R)?|ck"
    r"|(?<!w)[yx][-/]x|(?<!w)x[-/]y|jz?y[-/]n",
    {
        "KLO 2": "- unknown unknown",
        "steg 1-3": "- unknown unknown",
        "90 %": "- unknown unknown",
    },
)
def not_time(tokens: Tokens) -> Token | None:
    """Numbers that belong to something else: a step, a share, a sum, the number of a case."""
    if tokens[0].sign == "c" and tokens[-1].value != "money":
        return None
    if any(token.value == "pieces" for token in tokens) and tokens[-1].sign in "uR":
        return None
    if tokens[0].value == "document" and all(token.sign != "y" for token in tokens):
        return None
    return Token("z", None, text_of(tokens))


@noise.rule(
    r"(?<![AonNGRI/])uy",
    {"år 2010": "2010-01-01..2010-12-31 year within", "före år 2011": "..2010-12-31 year by"},
)
def year_in_full(tokens: Tokens) -> Token | None:
    """ "År" before a year adds nothing."""
    return tokens[1] if tokens[0].value == "year" else None


@noise.rule(
    r"yy",
    {"verksamhetsåret 2011": "2011-01-01..2011-12-31 year within"},
)
def year_of_operation(tokens: Tokens) -> Token | None:
    """The year that a word for a year is told to be; alone the word is the plan's."""
    return tokens[1] if tokens[0].text in YEARS_TO_NAME else None


@noise.rule(
    r"Su",
    {
        "vår terminen": "2010-01-01..2010-06-30 period within",
        "sommar terminen": "2010-06-01..2010-08-31 period within",
    },
)
def term_written_apart(tokens: Tokens) -> Token | None:
    """ "Vårterminen" as two words."""
    season, unit = tokens
    if unit.value != "term" or season.value not in TERMS:
        return None
    return Token("L", season.value, text_of(tokens))


@noise.rule(
    r"S(?=[zkjGVvPuao])",
    {"vår webbplats": "- unknown unknown", "vår": "2010-03-01..2010-05-31 period within"},
)
def our(tokens: Tokens) -> Token | None:
    """ "Vår" before another word is ours, not the spring."""
    return Token("z", None, "vår") if tokens[0].text == "vår" else None


@noise.rule(
    r"(?<![nNoAG/])u(?=[-,&/]W|n/n|[no]M|w[nx])|(?<=W[-,&/])u",
    {"mån-fre v 7": "2010-02-15..2010-02-19 day within", "mån v 7": "2010-02-15 day on"},
)
def monday(tokens: Tokens) -> Token | None:
    """ "Mån" beside a weekday or before a date is Monday, not a month."""
    return Token("W", 0, "måndag") if tokens[0].text == "mån" else None


@noise.rule(
    r"z(?=[SLQTH]|M(?!n)|y(?!-n))",
    {"fr. hösten": "2010-09-01.. continuous continuous", "fr 15/3": "2010-03-15 day on"},
)
def from_abbreviated(tokens: Tokens) -> Token | None:
    """ "Fr." is from, but before a day it can be Friday too."""
    return Token("f", None, "från") if tokens[0].text == "fr" else None


@noise.rule(
    r"q[nN][uw]",
    {"om två år": "- unknown unknown"},
)
def so_long_from_now(tokens: Tokens) -> Token:
    """So long from a day that the text does not name."""
    return Token("U", "relative", text_of(tokens))


@noise.rule(
    r"yq(?![zwuNnkvV])",
    {
        "året om": "- continuous continuous",
        "klart under året om medel finns": "2010-01-01..2010-12-31 year within",
    },
)
def all_year_round(tokens: Tokens) -> Token | None:
    """ "Året om", unless a condition follows."""
    return Token("C", None, "året om") if text_of(tokens) == "året om" else None


@noise.rule(
    r"Vy(?:[-/][ny])?",
    {"jullovet 2010/2011": "- unknown by_event"},
)
def year_of_break(tokens: Tokens) -> Token | None:
    """The year of a holiday from school does not tell its week."""
    return tokens[0] if tokens[0].value == "break" else None


@noise.rule(
    r"[yp]Y(?!P)|jy(?![-/])",
    {
        "2011 års plan i oktober": "2010-10-01..2010-10-31 month within",
        "Budget 2011": "- unknown by_event",
        "Agenda 2030": "- unknown unknown",
    },
)
def year_of_something(tokens: Tokens) -> Token | None:
    """A year that tells which budget or plan is meant, or belongs to a name, not when."""
    if tokens[0].value == "name":
        return Token("z", None, text_of(tokens))
    if tokens[0].sign == "j" and tokens[0].value != "document":
        return None
    return Token("V", None, text_of(tokens))
