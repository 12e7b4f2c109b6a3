"""The words of plan time, each with its sign: the part of speech that the rules are written in.

Numbers: n number · o ordinal · N number in words · y year · c six or eight digits · x says nothing
Calendar: M month · J "jul" (July or Christmas) · W weekday · w week · Q quarter · T tertial
    H half-year · S season · L term · K school year · F feast · X turn of the month
    Z turn of the year or half-year · u other unit of time
Relations: b no later than · t until · e before · E after · D no earlier than · f from · l between
Parts: P part of a period · p next
Often: A every · G occasions · R a frequency · I even or odd weeks
Manner: C continuous · g going on · q conditional · h bound to an event · i within · v done
    U says that the time is unknown · a about
Noise: j a label that owns the number after it · k a noun that is counted · z any other word
    "" a word that changes nothing
"""

from functools import lru_cache
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

type_of_word = tuple[str, Any]

MONTHS = [
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
]

TABLE: dict[tuple[str, Any], str] = {
    # calendar
    ("M", 3): "march",
    ("M", 5): "maj may",
    ("M", 6): "june juin",
    ("M", 7): "july",
    ("M", 10): "oct october",
    ("J", 7): "jul",
    ("W", 0): "måndag måndagen mon",
    ("W", 1): "tisdag tisdagen tis",
    ("W", 2): "onsdag onsdagen ons",
    ("W", 3): "torsdag torsdagen tors tor",
    ("W", 4): "fredag fredagen fre",
    ("W", 5): "lördag lördagen lör",
    ("W", 6): "söndag söndagen sön",
    ("R", "FREQ=WEEKLY;BYDAY=MO"): "måndagar",
    ("R", "FREQ=WEEKLY;BYDAY=TU"): "tisdagar",
    ("R", "FREQ=WEEKLY;BYDAY=WE"): "onsdagar",
    ("R", "FREQ=WEEKLY;BYDAY=TH"): "torsdagar",
    ("R", "FREQ=WEEKLY;BYDAY=FR"): "fredagar",
    ("R", "FREQ=WEEKLY;BYDAY=SA"): "lördagar",
    ("R", "FREQ=WEEKLY;BYDAY=SU"): "söndagar",
    ("w", "week"): "v vecka veckan veckor veckorna ve vka vecka/orna",
    ("Q", "quarter"): "kvartal kvartalet kvartalen kv kvart q",
    ("T", "tertial"): "tertial tertialet tertialen",
    ("H", "half"): "halvår halvåret halvåren h",
    ("S", "spring"): "vår våren vårens",
    ("S", "summer"): "sommar sommaren sommarens somrarna",
    ("S", "autumn"): "höst hösten höstens",
    ("S", "winter"): "vinter vintern vinterns",
    ("L", "spring"): "vt vårtermin vårterminen vårterminens vårtermins",
    ("L", "autumn"): "ht hösttermin höstterminen höstterminens hösttermins",
    ("K", None): "läsår läsåret skolår skolåret läsårets",
    ("X", None): "månadsskiftet månadsskifte månskiftet månadskiftet",
    ("Z", 12): "årsskiftet årsskifte årskiftet årsslutet årsslut bokslutsdagen",
    ("Z", 6): "halvårsskiftet halvårsskifte",
    ("u", "day"): "dag dagar dagen dygn dygnet arbetsdagar vardagar",
    ("u", "month"): "månad månaden månader mån mån/år mnd månaderna",
    ("u", "term"): "termin terminen terminer terminens",
    ("u", "year"): "år åren",
    # feasts: the names are the keys of `feasts`
    ("F", "new year"): "nyår nyåret nyårshelgen",
    ("F", "new year's eve"): "nyårsafton",
    ("F", "new year's day"): "nyårsdagen",
    ("F", "epiphany"): "trettondagen trettondedagen trettonhelgen trettondag",
    ("F", "easter"): "påsk påsken påskhelgen påskhelg",
    ("F", "maundy thursday"): "skärtorsdagen skärtorsdag",
    ("F", "good friday"): "långfredagen långfredag",
    ("F", "easter eve"): "påskafton",
    ("F", "easter day"): "påskdagen påskdag",
    ("F", "walpurgis"): "valborg valborgsmässoafton valborgsmässan",
    ("F", "ascension"): "himmelsfärd himmelsfärdsdag himmelsfärdshelgen",
    ("F", "whitsun"): "pingst pingsten pingsthelgen",
    ("F", "whit sunday"): "pingstdagen",
    ("F", "whitsun eve"): "pingstafton",
    ("F", "national day"): "nationaldagen",
    ("F", "midsummer"): "midsommar midsommaren midsommarhelgen",
    ("F", "midsummer eve"): "midsommarafton",
    ("F", "midsummer day"): "midsommardagen",
    ("F", "all saints"): "allhelgona allhelgonahelgen",
    ("F", "lucia"): "lucia luciadagen",
    ("F", "christmas"): "julen julhelgen julhelg jularna",
    ("F", "christmas eve"): "julafton",
    ("F", "christmas day"): "juldagen",
    ("F", "boxing day"): "annandagen",
    ("F", "advent"): "advent adventet",
    ("F", "autumn break"): "höstlov höstlovet höstlovsveckan",
    # relations
    ("b", None): "senast senaste- snst absolut",
    ("t", None): "till tom t.o.m tills intill fram",
    ("e", None): "före innan inför- ante",
    ("E", None): "efter",
    ("D", None): "tidigast",
    ("f", None): "från from fom fr start startar starta påbörjas påbörja startas börjar inleds",
    ("l", None): "mellan",
    ("&", None): "och samt eller resp respektive alt alternativt el o",
    ("i", None): "inom",
    # parts
    ("P", "begin"): "början inledningen primo tidigt tidig",
    ("P", "middle"): "mitten medio mitt",
    ("P", "end"): "slutet slut slutat ultimo sent sen avslutningen",
    ("P", "first half"): "förstahalvan",
    ("p", 1): "nästa nästkommande kommande påföljande följande",
    # often
    ("A", 1): "varje",
    ("A", 2): "varannan vartannat",
    ("A", 3): "vartredje",
    ("G", None): (
        "gång gånger ggr ggn gng tillfälle tillfällen möte möten träff träffar sammanträde"
        " sammanträden utskick nummer omgångar utbildningstillfällen nätverksträffar"
        " arbetsgruppsmöten gruppmöten styrelsemöten mötestillfällen seminarier"
    ),
    ("R", "FREQ=YEARLY"): "årligen årlig årliga årligt årsvis återkommande-årligen",
    ("R", "FREQ=MONTHLY"): "månadsvis månatligen månatlig månatligt",
    ("R", "FREQ=WEEKLY"): "veckovis veckovisa",
    ("R", "FREQ=DAILY"): "dagligen daglig dagligt",
    ("R", "FREQ=MONTHLY;INTERVAL=3"): "kvartalsvis kvartalsvisa",
    ("R", "FREQ=MONTHLY;INTERVAL=4"): "tertialvis tertialsvis",
    ("R", "FREQ=MONTHLY;INTERVAL=6"): "halvårsvis terminsvis halvårsvisa",
    ("R", None): "regelbundet regelbunden regelbundna återkommande periodiskt regelbundna",
    ("I", "even"): "jämna jämn",
    ("I", "odd"): "udda ojämna ojämn",
    # manner
    ("C", None): (
        "löpande kontinuerligt kontinuerlig kontinuerliga fortlöpande ständigt pågående permanent"
        " fortgående fortsättningsvis kont året-runt dagligdags"
    ),
    ("g", None): "pågår fortgår fortsätter",
    ("q", "maybe"): "eventuellt ev evt eventuell möjligen kanske",
    ("q", "if"): "om ifall förutsatt beroende under-förutsättning",
    ("h", "before"): "inför",
    ("h", None): "samband anslutning vid",
    (
        "v",
        None,
    ): "klart klar klara genomfört genomförd genomförda avslutat avslutad färdig färdigt utfört",
    ("U", None): (
        "oklar oklart okänt okänd ingen inget framgår saknas tbd senare osäkert osäker"
        " obestämd obestämt ospecificerat"
    ),
    ("U", "not"): "ej inte icke",
    ("a", None): "ca cirka omkring runt kring ungefär preliminärt prel preliminär troligen helst",
    # noise
    ("j", None): (
        "steg fas etapp klo del nr punkt version kap kapitel sid sida sidan rum bilaga modul nivå"
        " kategori klass åk årskurs grupp paragraf dnr diarienr diarienummer mål prio prioritet"
        " spår delmål alternativ aktivitet uppgift tel telefon mom artikel agenda vision tabell"
    ),
    ("k", None): (
        "procent st stycken kr kronor tkr mkr mnkr msek sek miljoner tusen personer deltagare"
        " platser elever timmar timme tim minuter min poäng hp tjänst tjänster kommuner barn"
        " företag sidor meter km kvm procentenheter användare"
    ),
    ("z", None): "senaste augusta augustin mara",
    ("", None): (
        "i under på den det de av med för per datum någon perioden period månads års- kl"
        " slutdatum deadline prelimärt tidsperiod sista- omkr förslagsvis redan sker görs ske"
    ),
}

NUMBER_WORDS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
}  # fmt: skip
ORDINAL_WORDS = {
    "första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sista": -1,
    "förste": 1, "andre": 2, "siste": -1,
}  # fmt: skip

PHRASE_TABLE: dict[tuple[str, Any], tuple[str, ...]] = {
    ("f", None): (
        "från och med", "från o med", "fr o m", "fr om", "f o m", "med start", "med början",
        "start från", "och framåt", "och framöver", "och tills vidare",
    ),
    ("t", None): ("till och med", "till o med", "t o m", "fram till", "fram t o m", "fram tom"),
    ("b", None): ("inte senare än", "ej senare än", "så sent som", "allra senast"),
    ("D", None): ("ej före", "inte före", "inte förrän", "ej förrän", "inte innan"),
    ("P", "first half"): (
        "första halvan", "första hälften", "1 halvan", "förra hälften", "förra halvan",
    ),
    ("P", "second half"): (
        "andra halvan", "andra hälften", "senare delen", "senare hälften", "sista halvan",
        "senare halvan", "sista hälften",
    ),
    ("P", "begin"): ("första delen", "tidigt i"),
    ("P", "end"): ("sista delen",),
    ("r", 0): ("i år", "innevarande år", "detta år", "året"),
    ("r", 1): (
        "nästa år", "kommande år", "nästkommande år", "året efter", "året därpå", "följande år",
        "påföljande år", "året därefter", "nästföljande år", "året som följer",
    ),
    ("r", -1): ("förra året", "föregående år", "fjolåret", "året innan", "året före"),
    ("C", None): (
        "tills vidare", "hela året", "året runt", "året om", "på löpande band", "hela tiden",
        "under hela året", "helår", "helåret", "hela verksamhetsåret", "t v",
    ),
    ("A", 1): ("var",),
    ("A", 2): ("var annan",),
    ("A", 3): ("var tredje", "vart tredje", "var 3", "vart 3"),
    ("A", 4): ("var fjärde", "vart fjärde", "var 4", "vart 4"),
    ("A", 5): ("vart femte", "var femte"),
    ("R", "FREQ=YEARLY"): ("per år", "om året", "varje år", "per kalenderår"),
    ("R", "FREQ=MONTHLY"): ("per månad", "i månaden", "per mån"),
    ("R", "FREQ=WEEKLY"): ("per vecka", "i veckan"),
    ("R", "FREQ=DAILY"): ("per dag", "varje dag"),
    ("R", "FREQ=MONTHLY;INTERVAL=3"): ("per kvartal",),
    ("R", "FREQ=MONTHLY;INTERVAL=4"): ("per tertial",),
    ("R", "FREQ=MONTHLY;INTERVAL=6"): ("per halvår", "per termin"),
    ("N", None): (
        "ett antal", "ett par", "några", "flera", "flertal", "ett flertal", "många", "enstaka",
    ),
    ("F", "epiphany"): ("trettondedag jul", "trettondag jul"),
    ("F", "christmas day"): ("jul dagen",),
    ("F", "boxing day"): ("annandag jul", "annandagen jul"),
    ("F", "easter monday"): ("annandag påsk", "annandagen påsk"),
    ("F", "ascension"): ("kristi himmelsfärd", "kristi himmelsfärdsdag", "kristi himmelsfärds dag"),
    ("F", "advent"): ("första advent", "1 advent"),
    ("F", "all saints"): ("alla helgons dag", "alla helgona", "alla helgon"),
    ("F", "valentine"): ("alla hjärtans dag",),
    ("F", "women's day"): ("internationella kvinnodagen", "kvinnodagen"),
    ("F", "mothers' day"): ("mors dag",),
    ("F", "fathers' day"): ("fars dag",),
    ("F", "united nations"): ("fn dagen",),
    ("q", "need"): ("vid behov", "efter behov", "utifrån behov"),
    ("q", "if"): (
        "under förutsättning", "i mån av", "beroende på", "om möjligt", "om och när", "när medel",
    ),
    ("h", None): ("i samband med", "i anslutning till", "i samråd med", "vid tiden för"),
    ("U", None): ("ej fastställt", "inte bestämt", "ej bestämt"),
    ("", None): ("någon gång", "på sätt", "så snart"),
}  # fmt: skip


def _words() -> dict[str, type_of_word]:
    words: dict[str, type_of_word] = {}
    for number, name in enumerate(MONTHS, 1):
        for length in range(3, len(name) + 1):
            words[name[:length]] = ("M", number)
        words[name + "s"] = ("M", number)
    for meaning, forms in TABLE.items():
        words.update(dict.fromkeys(forms.split(), meaning))
    words |= {word: ("N", number) for word, number in NUMBER_WORDS.items()}
    words |= {word: ("o", number) for word, number in ORDINAL_WORDS.items()}
    return words


def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]]:
    """Phrases by their first word, the longest first."""
    rows = [
        (tuple(phrase.split()), *meaning)
        for meaning, phrases in PHRASE_TABLE.items()
        for phrase in phrases
    ]
    rows.sort(key=lambda row: -len(row[0]))
    heads: dict[str, tuple[tuple[tuple[str, ...], str, Any], ...]] = {}
    for row in rows:
        heads[row[0][0]] = (*heads.get(row[0][0], ()), row)
    return heads


WORDS = _words()
PHRASES = _phrases()
MISSPELLED = [
    *(name for name in MONTHS if len(name) >= 5),  # noqa: PLR2004
    *(
        [
            "löpande",
            "kontinuerligt",
            "fortlöpande",
            "tertial",
            "kvartal",
            "kvartalet",
            "kvartalsvis",
            "årligen",
        ]
    ),
    *(
        [
            "sommaren",
            "midsommar",
            "vårterminen",
            "höstterminen",
            "månadsskiftet",
            "årsskiftet",
            "regelbundet",
        ]
    ),
]
SHORTEST_MISSPELLED, LONG = 5, 8


@lru_cache(maxsize=8192)
def meaning_of(word: str) -> type_of_word:
    """The sign and value of a word in lower case; a typing fault in a long word is overlooked."""
    known = WORDS.get(word)
    if known is not None:
        return known
    if len(word) < SHORTEST_MISSPELLED or len(word) > LONG * 2:
        return ("z", None)
    faults = 2 if len(word) >= LONG else 1
    near = extractOne(word, MISSPELLED, scorer=OSA.distance, score_cutoff=faults)
    if near is None or near[0][0] != word[0]:
        return ("z", None)
    return WORDS[near[0]]
