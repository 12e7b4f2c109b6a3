"""An invented year-end report that uses every kind of block in all thirteen parts."""

from datetime import date

from regionhub.outputs.report import (
    Bullets,
    Callout,
    Cell,
    Empty,
    Facts,
    Grid,
    Heading,
    Paragraph,
    Part,
    Report,
    State,
)

NOT_STARTED = State("not_started", "Ej påbörjad", "○")
IN_PROGRESS = State("in_progress", "Pågår", "◐")
DONE = State("done", "Genomförd", "●")
PAUSED = State("paused", "Vilande", "‖")
DROPPED = State("dropped", "Avförd", "✕")
OVERDUE = State("overdue", "Försenad", "!")
SILENT = State("silent", "Tyst", "…")
ABSENT = State("not_participating", "Deltar inte", "–")

MUNICIPALITIES = ("Bjurholm", "Nordmaling", "Robertsfors", "Umeå", "Vindeln", "Vännäs")

WHO = Part(
    1,
    "Gruppen och dess medlemmar",
    (
        Facts(
            (
                ("Sammankallande", "Alva Exempelsson, Umeå kommun, alva@example.org"),
                ("Kontaktperson", "Bo Provberg, Vindelns kommun (till och med 30 juni)"),
                ("Kontaktperson", "Cilla Påhittad, Vännäs kommun (från och med 1 juli)"),
            )
        ),
        Grid(
            "Medlemmar per kommun",
            ("Kommun", "Ledamot", "Ersättare", "Period"),
            (
                ("Bjurholm", "Dag Fiktivsson", "", "Hela året"),
                ("Nordmaling", "Elsa Tänkt", "Finn Tänkt", "Hela året"),
                ("Robertsfors", "Greta Uppdiktad", "", "Från 1 mars"),
                ("Umeå", "Alva Exempelsson", "Hugo Modell", "Hela året"),
                ("Vindeln", "Bo Provberg", "", "Till 30 juni"),
                ("Vännäs", "Cilla Påhittad", "", "Hela året"),
            ),
        ),
        Paragraph("Två ledamöter byttes under året. Bjurholm saknade ledamot i februari."),
    ),
)

SUMMARY = Part(
    2,
    "Sammanfattning",
    (
        Paragraph(
            "Året präglades av införandet av en gemensam e-tjänsteplattform. Fyra av sex kommuner "
            "har tagit den i drift, och de två återstående räknar med att följa efter under våren. "
            "Samtidigt har arbetet med informationssäkerhet fått stå tillbaka, eftersom den "
            "resurs som var avsedd för kartläggningen behövdes i upphandlingen."
        ),
        Paragraph(
            "Gruppen bedömer att två av tre mål är uppnådda. Det tredje, robust fiber till alla "
            "kommunala verksamheter, bedöms som delvis uppnått."
        ),
        Callout(
            "Att ta ställning till",
            "Gruppen behöver kommunchefsgruppens besked om finansieringen av år två senast "
            "den 28 februari.",
        ),
    ),
)

GOALS = Part(
    3,
    "Mål och måluppfyllelse",
    (
        Heading("Mål 1. En gemensam e-tjänsteplattform i drift"),
        Facts(
            (
                ("Beslutad lydelse", "Senast 31 december är plattformen i drift i fyra kommuner."),
                ("Utgångsvärde", "0 kommuner (2025)"),
                ("Målvärde", "4 kommuner"),
                ("Utfall", "4 kommuner"),
                ("Måluppfyllelse", State("fulfilled", "Helt uppfyllt", "●")),
            )
        ),
        Paragraph(
            "Utrullningen följde planen utom i Bjurholm, där upphandlingen drog ut på tiden."
        ),
        Heading("Mål 2. Robust fiber till kommunala verksamheter"),
        Facts(
            (
                ("Beslutad lydelse", "Öka andelen anslutna verksamheter från 60 % till 70 %."),
                ("Utfall", "66 %"),
                ("Måluppfyllelse", State("partly", "Delvis uppfyllt", "◐")),
            )
        ),
        Heading("Mål 3. Minst 200 utbildade i informationssäkerhet"),
        Empty("Uppgift saknas: bedömningen har inte lämnats."),
    ),
)

SERVED = Part(
    4,
    "Övergripande mål",
    (
        Bullets(
            (
                "Utveckla regionen: plattformen gör att invånare möter samma tjänst överallt.",
                "Effektivisera den kommunala förvaltningen: en förvaltning i stället för fyra.",
                "Samverkan ska vara demokratiskt förankrad: samråd hölls i mars och oktober.",
            )
        ),
    ),
)

_ROLL_OUT: tuple[tuple[Cell, ...], ...] = (
    ("Ta plattformen i drift", DROPPED, DONE, DONE, DONE, OVERDUE, DONE),
    ("Utbilda handläggare", NOT_STARTED, DONE, IN_PROGRESS, DONE, SILENT, DONE),
    ("Ansluta skolor till fiber", ABSENT, IN_PROGRESS, DONE, DONE, PAUSED, IN_PROGRESS),
)

ACTIVITIES = Part(
    5,
    "Aktiviteter",
    (
        Grid(
            "Alla aktiviteter i planen",
            ("Aktivitet", "När", "Ansvarig", "Läge", "Avvikelse och orsak"),
            (
                ("Upphandla e-tjänsteplattform", "Q2", "Upphandlingsenheten", DONE, ""),
                (
                    "Ta plattformen i drift i kommunerna",
                    "Senast 31 december",
                    "Hela gruppen",
                    OVERDUE,
                    "Vindeln inväntar ny serverhall, beräknas klart i mars.",
                ),
                (
                    "Kartlägga informationssäkerhetsklassningar enligt MSB:s metodstöd",
                    "Slutet av maj",
                    "Alva Exempelsson / Hugo Modell",
                    PAUSED,
                    "Resursen togs i anspråk för upphandlingen; arbetet återupptas nästa år.",
                ),
                ("Utbilda handläggare", "våren och hösten", "Tekniker", IN_PROGRESS, ""),
                ("Ansluta skolor till fiber", "2026", "Bredbandssamordnare", IN_PROGRESS, ""),
                (
                    "Utreda gemensam telefonväxel",
                    "Vecka 44",
                    "Bo Provberg",
                    DROPPED,
                    "Avförd: kommunchefsgruppen valde en nationell lösning.",
                ),
                ("Enkät till användarna", "oklar tidsplan", "", SILENT, ""),
                (
                    "=SUMMA(A1:A9) är ingen formel",
                    "-",
                    "@kansliet",
                    NOT_STARTED,
                    "+46 är ett nummer",
                ),
            ),
        ),
        Grid("Läget per kommun", ("Aktivitet", *MUNICIPALITIES), _ROLL_OUT),
    ),
)

CONTINUOUS = Part(
    6,
    "Löpande arbete",
    (
        Bullets(
            (
                "Erfarenhetsutbyte om licenser och avtal vid varje möte.",
                "Omvärldsbevakning av nationella plattformar 👍",
            )
        ),
    ),
)

MEETINGS = Part(
    7,
    "Möten och närvaro",
    (
        Grid(
            "Närvaro vid årets möten",
            ("Möte", "Plats", "Närvarande", "Kommuner"),
            tuple(
                (f"2026-{month:02}-15", "Digitalt", f"{3 + month % 4}", "5 av 6")
                for month in (2, 4, 5, 9, 10, 12)
            ),
        ),
    ),
)

MONEY = Part(
    8,
    "Ekonomi",
    (
        Grid(
            "Budget och utfall, tusen kronor",
            ("Post", "Budget", "Utfall", "Avvikelse"),
            (
                ("Plattform, licenser", "1 200", "1 140", "−60"),
                ("Utbildning", "300", "355", "+55"),
                ("Extern finansiering", "−500", "−500", "0"),
            ),
        ),
    ),
)

EFFECTS = Part(
    9,
    "Effekter för invånare och kommuner",
    (
        Paragraph(
            "Invånarna når 42 e-tjänster dygnet runt, mot 11 året innan.\n"
            "Handläggningstiden för föreningsbidrag har halverats i Nordmaling."
        ),
    ),
)

LESSONS = Part(
    10,
    "Det som inte lyckades och vad vi lärde oss",
    (
        Paragraph("Tidplanen antog att alla kommuner kunde införa samtidigt. Det kunde de inte."),
        Bullets(("Börja med två kommuner.", "Avsätt en namngiven resurs per kommun.")),
    ),
)

CARRIED = Part(
    11,
    "Förs över och avförs",
    (
        Grid(
            "Aktiviteter som inte blev klara",
            ("Aktivitet", "Vad som sker"),
            (
                ("Ta plattformen i drift i Vindeln", "Förs över till 2027"),
                ("Utreda gemensam telefonväxel", "Avförs"),
            ),
        ),
    ),
)

NEEDS = Part(12, "Behov och förslag", (Empty("Uppgift saknas."),))

APPROVAL = Part(
    13,
    "Godkännande",
    (
        Grid(
            "Beslutsgång",
            ("Led", "Beslut", "Datum", "Av"),
            (
                ("Arbetsgruppen", "Inskickad", "2026-10-12", "Alva Exempelsson"),
                ("Kansliet", "Tillstyrkt", "2026-10-20", "Ina Kanslisson"),
                ("Kommunchefsgruppen", "Godkänd", "2026-12-04", "Jon Chefsson"),
                ("Regionrådet", "Fastställd", "2026-12-16", ""),
            ),
        ),
    ),
)

SAMPLE = Report(
    title="Verksamhetsberättelse 2026",
    subtitle="IT-gruppen, Umeåregionen",
    group="IT-gruppen",
    year=2026,
    status_line="Godkänd 2026-12-16",
    dated=date(2026, 12, 16),
    meta=(
        ("Arbetsgrupp", "IT-gruppen"),
        ("Avser", "1 januari – 31 december 2026"),
        ("Version", "2 (ersätter version 1 av 2026-12-04)"),
    ),
    parts=(
        WHO,
        SUMMARY,
        GOALS,
        SERVED,
        ACTIVITIES,
        CONTINUOUS,
        MEETINGS,
        MONEY,
        EFFECTS,
        LESSONS,
        CARRIED,
        NEEDS,
        APPROVAL,
    ),
)
