"""What a reading asks the person: Swedish sentences, one for each thing a text can leave open."""

from datetime import date

EMPTY = "Tiden är inte ifylld. När ska det vara klart?"
UNREAD = "Texten kan inte läsas som en tid. När ska det vara klart?"
UNKNOWN = "Texten säger att tiden inte är bestämd. När ska det vara klart?"
DONE = "Texten säger att det är klart, men inte när. Vilket datum blev det klart?"
STARTED = "Texten säger att det är påbörjat. När ska det vara klart?"
DROPPED = "Texten säger att det inte blir av, eller vilar. Ska det avföras?"
REFERS = "Texten hänvisar till något annat för tiden. Vilket datum gäller?"
WHICH_DAY = "Texten har en veckodag men inget datum. Vilket datum gäller?"
NO_SUCH_DAY = "Tiden finns inte i kalendern. Vilket datum ska det vara?"
CONDITION = "Tiden beror på ett villkor. När behöver det senast vara avgjort?"
MAYBE = "Texten säger att tiden är osäker. Stämmer den?"
EVENT = "Tiden beror på en händelse. Vilket datum är den?"
BREAK = "Lovets vecka skiljer sig mellan kommuner. Vilken vecka gäller?"
ONLY_START = "Texten säger när det börjar. När ska det vara klart?"
ONGOING = "Texten säger att det pågår. Finns det ett slutdatum?"
HOW_OFTEN = "Texten säger inte hur ofta. Hur många gånger under året?"
APPROXIMATE = "Tiden är ungefärlig. Stämmer den?"
EITHER = "Texten nämner flera tider. Gäller alla, eller bara en av dem?"
COMMENT_TIME = "Texten nämner fler tider än den första. Är den första rätt?"
FROM_HEADING = "Tiden är hämtad från rubriken. Stämmer den?"
WHICH_MONTH = "Texten har en dag men ingen månad. Vilken månad gäller?"
RELATIVE = "Texten säger hur lång tid, men inte räknat från när. Vilket datum blir det?"
NOT_THEN = "Texten säger när det inte sker. När ska det vara klart?"
BEFORE_OR_DURING = "Ska det vara klart före årstiden eller under den? Det har lästs som under."
TURN_OF_MONTH = "Texten nämner en månad i månadsskiftet. Är det i slutet av den månaden?"
AUTUMN_BREAK = "Höstlovet har lästs som vecka 44. Stämmer det?"
SCHOOL_YEAR = "Läsåret har lästs som det som börjar under planens år. Stämmer det?"
MONTH_OR_YEARS = "Texten kan vara en månad eller flera år. Den har lästs som en månad. Stämmer det?"
YEARS_OR_SCHOOL_YEAR = "Texten har lästs som hela kalenderår. Menas i stället ett läsår?"
BACKWARDS = "Slutet ligger före början. Vilka datum gäller?"
NO_PLAN_YEAR = "Planens år saknas eller är orimligt. Vilket år gäller planen?"
NOT_JSON = "Raden är inte ett JSON-objekt och kan inte läsas."
NO_TEXT = "Raden saknar en text att läsa."

WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
YEARS_AHEAD = 3


def two_digits(year: int) -> str:
    """A number after a month that could be a day or a year."""
    return f"Är {year % 100:02} dagen i månaden eller året {year}? Det har lästs som dagen."


def wrong_weekday(written: int, day: date) -> str:
    """A weekday that does not fit the date beside it."""
    return (
        f"Texten säger {WEEKDAYS[written]}, men datumet är en {WEEKDAYS[day.weekday()]}. "
        "Vilket av dem är rätt?"
    )


def about_year(start: date | None, end: date | None, plan_year: int) -> str | None:
    """What to ask about a reading that lies outside the plan's year."""
    known = start or end
    if known is None:
        return None
    if known.year < plan_year:
        return f"Tiden ligger före planens år {plan_year}. Stämmer den?"
    if (end or known).year > plan_year + YEARS_AHEAD:
        return f"Tiden ligger långt efter planens år {plan_year}. Stämmer den?"
    return None
