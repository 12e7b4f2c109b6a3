"""Rules for seasons, school terms, school years and feasts."""

from regionhub.domain.plantime import feasts, periods
from regionhub.domain.plantime.doubts import AUTUMN_BREAK, SCHOOL_YEAR
from regionhub.domain.plantime.grammar import Stage, Tokens, century, first, span_token
from regionhub.domain.plantime.reading import Precision
from regionhub.domain.plantime.spans import Span, next_year, several
from regionhub.domain.plantime.tokens import Token

seasons = Stage()

STEMS = {"vår": "spring", "sommar": "summer", "höst": "autumn", "vinter": "winter"}


@seasons.rule(
    r"(?:(?<!P)[SL]-?/|[SL]-?/?&)[SL](?:,?y(?:[-/][ny])?)?",
    {
        "vår- och hösttermin": "2010-01-01..2010-12-31 period within",
        "VT/HT 2010": "2010-01-01..2010-12-31 period within",
        "våren och hösten": "2010-03-01..2010-11-30 period within",
        "vår/sommar 2010": "2010-03-01..2010-08-31 period within",
    },
)
def two_seasons(tokens: Tokens) -> Token:
    """Two seasons or terms; "vår-" before a term is a term too. A year belongs to the last."""
    names = [token for token in tokens if token.sign in "SL"]
    years = _years(tokens)
    first_year = years[0] if len(years) > 1 else None
    named_by_first = names[-1].value.startswith("winter")
    last_year = years[0 if named_by_first else -1] if years else None
    both_terms = names[-1].sign == "L" and names[0].value in periods.TERMS
    start = _season("L" if both_terms else names[0].sign, names[0].value, first_year)
    end = _season(names[-1].sign, names[-1].value, last_year)
    return span_token(several([start, end]), tokens)


def _years(tokens: Tokens) -> list[int]:
    """The years among some tokens, two digits written out."""
    return [century(token.value) for token in tokens if token.sign in "yn"]


@seasons.rule(
    r"S-[&/]z",
    {"vår- och höstmöte": "2010-03-01..2010-11-30 period within"},
)
def seasons_of_compound(tokens: Tokens) -> Token | None:
    """Two seasons that share the word after them."""
    other = next((name for stem, name in STEMS.items() if tokens[-1].text.startswith(stem)), None)
    if other is None:
        return None
    seasons = [_season("S", name, None) for name in (tokens[0].value, other)]
    return span_token(several(seasons), tokens)


@seasons.rule(
    r"Sy-[ny](?![-/.n])",
    {"vintern 2010–2011": "2010-12-01..2011-02-28 period within"},
)
def winter_of_two_years(tokens: Tokens) -> Token | None:
    """Both years of one winter. Another season and a dash begin a range."""
    season, start, _, end = tokens
    if not season.value.startswith("winter") or century(end.value) % 100 != (start.value + 1) % 100:
        return None
    return span_token(_season("S", season.value, start.value), tokens)


@seasons.rule(
    r"p?[SL](?:n/n|[-,/]?y(?:/[ny])?|-n(?:/y)?(?![nNoMJuwkGQTHWA.]|[-/]n)"
    r"|n(?:/y)?(?![^\Wtv]|\.|/n))?|y[-,]?[SL](?![-,/]?[yn])",
    {
        "Sommaren 2010": "2010-06-01..2010-08-31 period within",
        "vinter": "2010-12-01..2011-02-28 period within",
        "ht10": "2010-08-01..2010-12-31 period within",
        "Hösten -10 till våren -11": "2010-09-01..2011-05-31 period within",
        "2010 – hösten": "2010-09-01..2010-11-30 period within",
        "VT-11": "2011-01-01..2011-06-30 period within",
        "vintern 2010/2011": "2010-12-01..2011-02-28 period within",
        "nästa vår": "2011-03-01..2011-05-31 period within",
    },
)
def season_or_term(tokens: Tokens) -> Token:
    """A season or a school term. A winter is named by the year it begins in.

    Of two years ("2010/2011") spring is in the second and the others in the first.
    """
    token = next(token for token in tokens if token.sign in "SL")
    years = _years(tokens)
    in_spring = token.value == "spring"
    year = (years[-1] if in_spring else years[0]) if years else None
    span = _season(token.sign, token.value, year)
    if tokens[0].sign == "p":
        span = next_year(span)
    return span_token(span, tokens)


@seasons.rule(
    r"K(?:y(?:[-/]{1,2}[yn])?|n[-/]n)?",
    {
        "läsåret 2018/19": "2018-08-01..2019-06-30 period within",
        "läsåret 18/19": "2018-08-01..2019-06-30 period within",
        "läsåret": "2010-08-01..2011-06-30 period within",
    },
)
def school_year(tokens: Tokens) -> Token:
    """August to June. Without a year it is the one that begins in the plan's year."""
    years = _years(tokens)
    doubts = () if len(years) > 1 else (SCHOOL_YEAR,)
    year = years[0] if years else None
    return span_token(Span(Precision.PERIOD, periods.school_year, year, doubts=doubts), tokens)


@seasons.rule(
    r"F(?:,?y(?:/[ny])?)?",
    {
        "midsommar": "2010-06-25..2010-06-26 day within",
        "påsken 2011": "2011-04-22..2011-04-25 day within",
        "julafton": "2010-12-24 day on",
        "höstlovet": "2010-11-01..2010-11-07 day within",
    },
)
def feast(tokens: Tokens) -> Token:
    """Feasts that the calendar knows."""
    name = tokens[0].value
    asked = (AUTUMN_BREAK,) if name == "autumn break" else ()

    def at(year: int) -> periods.Interval:
        return feasts.feast(year, name)

    span = Span(Precision.DAY, at, first(tokens, "y"), by_first=True, doubts=asked)
    return span_token(span, tokens)


def _season(sign: str, name: str, year: int | None) -> Span:
    if sign == "L":
        return Span(Precision.PERIOD, lambda of_year: periods.term(of_year, name), year)
    return Span(Precision.PERIOD, lambda of_year: periods.season(of_year, name), year)
