"""The words of plan time, each beside the sign and the value it gets.

A sign is one letter, the part of speech that the rules are written in:

Numbers: n number · o ordinal · N number in words · y year · c six or eight digits · x says nothing
Calendar: M month · J "jul" (July or Christmas) · W weekday · w week · Q quarter · T tertial
    H half-year · S season · L term · K school year · F feast · X turn of the month
    Z turn of the year or half-year · u other unit of time
Relations: b no later than · t until · e before · E after · D no earlier than · f from · l between
    m moved to · d and then
    & and, or
Parts: P part of a period · O the whole of it · p the next one
Often: A every · G occasions · R a frequency · I even or odd weeks
Manner: C continuous · g going on · q conditional · h bound to an event · i within · v done
    V an event · U says that the time is unknown · a about
Noise: j a label that owns the number, a document that owns the year after it · Y "års"
    k a noun that is counted · z any other word · and the empty sign for what changes nothing
Marks: - / . , ( ) ' ? stand for themselves; "varav" opens a comment as a bracket does.
Built by the rules: s span · B span with its relation
"""

from typing import Any

from regionhub.domain.swedish import MONTHS

Meaning = tuple[str, Any]

NUMBERS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8,
    "nio": 9, "tio": 10, "elva": 11, "tolv": 12, "ii": 2, "iii": 3, "iv": 4,
}  # fmt: skip
ORDINALS = {
    "första": 1, "förste": 1, "andra": 2, "andre": 2, "tredje": 3, "fjärde": 4, "femte": 5,
    "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9, "tionde": 10, "elfte": 11, "tolfte": 12,
    "fjortonde": 14, "femtonde": 15, "sista": -1, "siste": -1,
}  # fmt: skip

WORDS: dict[Meaning, str] = {
    # months beside their full names and the beginnings of these
    ("M", 1): "january",
    ("M", 2): "february febuary",
    ("M", 3): "march",
    ("M", 5): "may",
    ("M", 6): "june",
    ("M", 7): "july",
    ("M", 10): "oct october",
    ("J", 7): "jul",
    ("W", 0): "måndag måndagen månd",
    ("W", 1): "tisdag tisdagen tis tisd",
    ("W", 2): "onsdag onsdagen ons onsd",
    ("W", 3): "torsdag torsdagen tors tor torsd",
    ("W", 4): "fredag fredagen fre fred",
    ("W", 5): "lördag lördagen lör",
    ("W", 6): "söndag söndagen sön",
    ("w", "week"): "v vecka veckan veckor veckorna vecak vekca veka w week",
    ("Q", "quarter"): "kvartal kvartalet kvartalen kv kvart q k",
    ("T", "tertial"): "tertial tertialet tertialen tert t",
    ("H", "half"): "halvår halvåret halvåren årshalva årshalvan h",
    ("S", "spring"): "vår våren vårens vårmånaderna",
    ("S", "summer"): "sommar sommaren sommarens sommarn sommartid sommarmånaderna",
    ("S", "autumn"): "höst hösten höstens höstmånaderna",
    ("S", "winter"): "vinter vintern vinterns vintertid vintermånaderna",
    ("S", "summer half"): "sommarhalvåret sommarhalvår",
    ("S", "winter half"): "vinterhalvåret vinterhalvår",
    ("S", "early spring"): "förvåren tidigvår vårvintern",
    ("S", "late spring"): "senvåren",
    ("S", "early summer"): "försommar försommaren",
    ("S", "high summer"): "högsommar högsommaren",
    ("S", "late summer"): "sensommar sensommaren",
    ("S", "early autumn"): "förhösten tidighösten",
    ("S", "late autumn"): "senhöst senhösten",
    ("L", "spring"): "vt vårterm vårtermin vårterminen vårterminens",
    ("L", "autumn"): "ht höstterm hösttermin höstterminen höstterminens",
    ("K", None): "läsår läsåret läsårets skolår skolåret lå",
    ("X", None): "månadsskiftet månadsskifte månadskiftet skiftet",
    ("Z", 12): "årsskiftet årsskifte årskiftet årsslutet årsslut",
    ("Z", 6): "halvårsskiftet halvårsskifte halvårskiftet halvårskifte",
    ("u", "day"): "dag dagar dagen dygn arbetsdagar vardagar",
    ("u", "working day"): "vardagen vardag arbetsdagen bankdagen",
    ("u", "weekend"): "helgen helg veckoslutet",
    ("u", "month"): "månad månaden månader månaderna månads mån mnd",
    ("u", "term"): "termin terminen terminer",
    ("u", "year"): "år åren",
    ("u", "mandate"): "mandatperiod mandatperioden",
    # feasts: the values are the names in `feasts`
    ("F", "new year"): "nyår nyåret nyårshelgen",
    ("F", "new year's eve"): "nyårsafton",
    ("F", "new year's day"): "nyårsdagen",
    ("F", "epiphany"): "trettondagen trettondedagen trettonhelgen",
    ("F", "easter"): "påsk påsken påskhelgen",
    ("F", "maundy thursday"): "skärtorsdag skärtorsdagen",
    ("F", "good friday"): "långfredag långfredagen",
    ("F", "easter eve"): "påskafton",
    ("F", "easter day"): "påskdagen",
    ("F", "walpurgis"): "valborg valborgsmässoafton valborgsfirande valborgsmässofirande",
    ("F", "ascension"): "himmelsfärd himmelsfärdsdag himmelsfärdshelgen",
    ("F", "whitsun"): "pingst pingsten pingsthelgen",
    ("F", "whitsun eve"): "pingstafton",
    ("F", "whit sunday"): "pingstdagen",
    ("F", "national day"): "nationaldagen nationaldag nationaldagsfirande",
    ("F", "midsummer"): "midsommar midsommaren midsommarhelgen midsommarfirande",
    ("F", "midsummer eve"): "midsommarafton",
    ("F", "midsummer day"): "midsommardagen",
    ("F", "all saints"): "allhelgona allhelgonahelgen",
    ("F", "advent"): "advent adventstid adventstiden",
    ("F", "between days"): "mellandagarna",
    ("F", "midsummer week"): "midsommarveckan",
    ("F", "easter week"): "påskveckan",
    ("F", "christmas week"): "julveckan",
    ("F", "twelfth night"): "trettondagsafton trettondedagsafton",
    ("F", "lucia"): "lucia luciadagen luciafirande luciatåg",
    ("F", "christmas"): "julen julhelgen",
    ("F", "christmas eve"): "julafton",
    ("F", "christmas day"): "juldagen",
    ("F", "women's day"): "kvinnodagen",
    ("F", "autumn break"): "höstlov höstlovet höstlovsveckan",
    # relations
    ("b", None): "senast deadline",
    ("t", None): "till tom tills",
    ("e", None): "före innan",
    ("E", None): "efter",
    ("D", None): "tidigast",
    ("f", None): "från from fom sedan ff",
    ("d", None): "därefter därpå",
    ("f", "start"): (
        "start startar starta startas startade startat startad påbörjas påbörja påbörjat påbörjad"
        " påbörjades inlett inledd börja börjar började inleds inleddes uppstart igångsätts"
    ),
    ("l", None): "mellan",
    ("m", None): (
        "flyttas flyttad flyttat framflyttas framflyttad framflyttat framskjuten framskjutet skjuts"
        " uppskjuten uppskjutet senareläggs senarelagd senarelagt försenad försenat ändras ändrat"
        " ändrad planeras planerad planerat överförs överförd överfört förskjuts förskjutet"
    ),
    ("&", None): "och samt o resp respektive",
    ("&", "or"): "eller alt alternativt el",
    ("i", None): "inom",
    # parts
    ("P", "begin"): "början inledningen primo tidigt tidig",
    ("P", "middle"): "mitten medio mitt",
    ("P", "end"): "slutet slut ultimo sent sen",
    ("P", "first day"): "ingången",
    ("P", "last day"): "utgången utgång",
    ("O", None): "hela",
    ("p", 1): "nästa nästkommande kommande",
    # often
    ("A", 1): "varje var vart",
    ("A", 2): "varannan vartannat",
    ("N", None): "några flera många enstaka",
    ("G", None): (
        "gång gånger ggr gg ggn gng g x tillfälle tillfällen möte möten träff träffar sammanträde"
        " sammanträden utskick nummer omgångar utbildningstillfällen nätverksträffar"
        " arbetsgruppsmöten gruppmöten styrelsemöten mötestillfällen seminarier utgåvor"
    ),
    ("R", "FREQ=YEARLY"): "årligen årlig årliga årligt årsvis årsvisa årl",
    ("R", "FREQ=MONTHLY"): "månadsvis månadsvisa månatligen månatlig månatligt månatliga",
    ("R", "FREQ=WEEKLY"): "veckovis veckovisa",
    ("R", "FREQ=DAILY"): "dagligen daglig dagligt dagl",
    ("R", "FREQ=MONTHLY;INTERVAL=3"): "kvartalsvis kvartalsvisa",
    ("R", "FREQ=MONTHLY;INTERVAL=4"): "tertialvis tertialvisa tertialsvis",
    ("R", "FREQ=MONTHLY;INTERVAL=6"): "halvårsvis halvårsvisa terminsvis",
    ("R", "FREQ=WEEKLY;BYDAY=MO"): "måndagar",
    ("R", "FREQ=WEEKLY;BYDAY=TU"): "tisdagar",
    ("R", "FREQ=WEEKLY;BYDAY=WE"): "onsdagar",
    ("R", "FREQ=WEEKLY;BYDAY=TH"): "torsdagar",
    ("R", "FREQ=WEEKLY;BYDAY=FR"): "fredagar",
    ("R", "FREQ=WEEKLY;BYDAY=SA"): "lördagar",
    ("R", "FREQ=WEEKLY;BYDAY=SU"): "söndagar",
    ("R", None): "regelbundet regelbunden regelbundna återkommande periodiskt",
    ("I", "even"): "jämna jämn",
    ("I", "odd"): "udda ojämna ojämn",
    # manner
    ("C", None): (
        "löpande kontinuerligt kontinuerlig kontinuerliga fortlöpande ständigt ständig pågående"
        " permanent fortgående fortsättningsvis helår helåret tv alltid tillsvidare"
        " löp kont kontin fortlöp"
    ),
    ("g", None): "pågår fortgår fortsätter fortlöper",
    ("q", None): "eventuellt eventuell eventuella ev evt möjligen kanske om ifall förutsatt",
    ("h", "before"): "inför",
    ("h", None): "samband anslutning vid när",
    ("V", "break"): (
        "sportlov sportlovet sportlovsveckan påsklov påsklovet jullov jullovet sommarlov"
        " sommarlovet"
    ),
    ("V", None): (
        "semester semestern semestrarna stämma stämman delår delåret delårsrapport delårsrapporten"
        " delårsbokslut delårsbokslutet skolstart skolstarten skolavslutning skolavslutningen"
        " semesterperioden industrisemestern valdagen årsmöte årsmötet stämmor mötet mötena"
        " sammanträdet apt terminsstart terminsstarten läsårsstart läsårsstarten"
    ),
    ("v", "to be"): (
        "slutförs slutföras avslutas färdigställs färdigställas levereras slutlevereras"
    ),
    ("v", None): (
        "klart klar klara genomfört genomförd genomförda avslutat avslutad färdig färdigt utfört"
        " färdigställt färdigställd slutfört slutförd"
    ),
    ("U", None): (
        "snarast omgående asap efterhand möjligt oklar oklart okänt okänd ingen inget framgår"
        " saknas tbd tba osäkert osäker obestämd obestämt"
        " senare återkommer meddelas avvaktar avvakta avvaktas genast"
    ),
    ("U", "dropped"): (
        "utgår utgått utgick avförd avfört avförs inställt inställd struken struket vilar vilande"
        " pausad pausat"
    ),
    ("U", "not"): "ej inte icke",
    ("a", None): (
        "ca cirka ung omkr omkring runt kring ungefär preliminärt preliminär prel troligen"
        " troligtvis förhoppningsvis tentativt helst"
    ),
    # noise
    ("j", None): (
        "steg fas etapp klo del nr punkt version kap kapitel sid sida sidan rum bilaga modul nivå"
        " kategori klass åk årskurs grupp paragraf dnr diarienr diarienummer mål prio prioritet"
        " spår delmål alternativ aktivitet uppgift tel telefon mom artikel tabell"
    ),
    ("j", "name"): "agenda vision horisont europa office windows lgr iso sfs prop",
    ("j", "document"): (
        "budget budgeten budgetprocess budgetprocessen budgetarbete budgetarbetet"
        " budgetberedning budgetberedningen vp verksamhetsplan verksamhetsplanen vb"
        " verksamhetsberättelse verksamhetsberättelsen årsredovisning årsredovisningen bokslut"
        " bokslutet årsbokslut handlingsplan internbudget val valet kulturhuvudstad"
    ),
    ("Y", None): "års",
    ("k", "money"): "kr kronor tkr mkr mnkr msek sek procent",
    ("k", "pieces"): "st stycken",
    ("k", None): (
        "miljoner tusen personer deltagare"
        " platser elever timmar timme tim minuter min poäng hp tjänst tjänster kommuner barn"
        " företag majoritet sidor meter km kvm procentenheter användare"
    ),
    ("(", None): "varav utom exkl exklusive förutom",
    ("z", None): "senaste augusta augustin",
    ("z", "min"): "minst",
    ("z", "max"): "högst max maximalt",
    ("", None): (
        "i under på den det de av med för per datum någon perioden period månads kl slutdatum"
        " upp redan sker görs ske dess"
    ),
}

MISSPELLED = (
    *(name for name in MONTHS if len(name) > 4),  # noqa: PLR2004
    "löpande", "kontinuerligt", "fortlöpande", "tertial", "kvartal", "kvartalet", "kvartalsvis",
    "årligen", "sommaren", "vintern", "midsommar", "vårterminen", "höstterminen", "månadsskiftet",
    "årsskiftet", "regelbundet", "senast", "halvåret",
)  # fmt: skip
