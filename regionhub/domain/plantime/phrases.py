"""Words that mean something together, each phrase beside the sign and the value it gets."""

from regionhub.domain.plantime.vocabulary import Meaning

PHRASES: dict[Meaning, tuple[str, ...]] = {
    ("S", "spring"): ("om våren",),
    ("S", "summer"): ("om sommaren",),
    ("S", "autumn"): ("om hösten",),
    ("S", "winter"): ("om vintern",),
    ("f", None): (
        "från och med", "från o med", "fr o m", "f o m", "f om", "fr om", "med start",
        "med början", "och framåt", "och framöver", "och tills vidare", "och vidare",
    ),
    ("t", None): (
        "till och med", "till o med", "t o m", "t om", "fram till", "fram till och med",
        "fram t o m",
    ),
    ("b", None): (
        "sista dag", "sista datum", "sista ansökningsdag", "sista anmälningsdag",
        "inte senare än", "ej senare än", "allra senast",
    ),
    ("D", None): (
        "ej före", "inte före", "inte förrän", "ej förrän", "inte innan", "ej innan",
        "inte tidigare än",
    ),
    ("P", "first half"): (
        "första halvan", "första hälften", "förra hälften", "förra halvan", "tidigare delen",
    ),
    ("P", "second half"): (
        "andra halvan", "andra hälften", "senare delen", "senare hälften", "sista halvan",
        "senare halvan", "sista hälften",
    ),
    ("P", "begin"): ("första delen",),
    ("P", "end"): ("sista delen",),
    # the value is how many years after the plan's: such a phrase becomes a year
    ("r", 0): ("i år", "innevarande år", "detta år", "året", "verksamhetsåret", "kalenderåret"),
    ("r", 1): (
        "nästa år", "kommande år", "nästkommande år", "året efter", "året därpå", "följande år",
        "påföljande år", "året därefter", "nästa verksamhetsår", "nästa kalenderår",
        "nästföljande år", "efterföljande år",
    ),
    ("r", -1): ("förra året", "föregående år", "fjolåret", "året innan", "året före"),
    ("C", None): (
        "tills vidare", "hela året", "när som helst", "året runt", "hela tiden",
        "hela verksamhetsåret", "t v",
    ),
    ("Z", 12): ("årets slut", "årets utgång"),
    ("A", 2): ("var annan", "vart annat"),
    ("A", 3): ("var tredje", "vart tredje"),
    ("A", 4): ("var fjärde", "vart fjärde"),
    ("A", 5): ("var femte", "vart femte"),
    ("R", "FREQ=YEARLY"): ("per år", "om året", "varje år", "per kalenderår"),
    ("R", "FREQ=MONTHLY;BYMONTHDAY=-1"): ("varje månadsskifte",),
    ("R", "FREQ=MONTHLY"): ("alla månader", "per månad", "i månaden", "per mån"),
    ("R", "FREQ=WEEKLY"): ("alla veckor", "per vecka", "i veckan"),
    ("R", "FREQ=DAILY"): ("per dag", "varje dag"),
    ("R", "FREQ=MONTHLY;INTERVAL=3"): ("per kvartal",),
    ("R", "FREQ=MONTHLY;INTERVAL=4"): ("per tertial",),
    ("R", "FREQ=MONTHLY;INTERVAL=6"): ("per halvår", "per termin"),
    ("N", None): ("ett antal", "ett par", "ett flertal"),
    ("F", "epiphany"): ("trettondedag jul", "trettondag jul"),
    ("F", "boxing day"): ("annandag jul",),
    ("F", "easter monday"): ("annandag påsk",),
    ("F", "whit monday"): ("annandag pingst",),
    ("F", "ascension"): ("kristi himmelsfärd", "kristi himmelsfärdsdag", "kristi himmelsfärds dag"),
    ("F", "first advent"): ("första advent", "första söndagen i advent"),
    ("F", "second advent"): ("andra advent",),
    ("F", "third advent"): ("tredje advent",),
    ("F", "fourth advent"): ("fjärde advent",),
    ("F", "all saints"): ("alla helgons dag", "alla helgona", "alla helgon", "alla helgons"),
    ("F", "valentine"): ("alla hjärtans dag",),
    ("F", "women's day"): ("internationella kvinnodagen",),
    ("F", "mothers' day"): ("mors dag",),
    ("F", "fathers' day"): ("fars dag",),
    ("F", "united nations"): ("fn - dagen", "fn dagen"),
    ("q", None): (
        "vid behov", "efter behov", "utifrån behov", "under förutsättning", "i mån av",
        "beroende på", "om möjligt",
        "när behov", "när behovet", "när medel", "när resurser", "när möjlighet", "när tid finns",
        "när tiden medger", "när ekonomin", "i den mån",
    ),
    ("h", None): (
        "i samband med", "i anslutning till", "så snart", "så fort", "i takt med", "i och med",
        "samtidigt som", "samtidigt med", "parallellt med",
    ),
    ("U", None): ("efter hand", "allt eftersom"),
    ("", None): ("någon gång",),
}  # fmt: skip
