"""An invented plan with what plans have: sections, municipalities' rows, odd texts."""

from datetime import date

from regionhub.outputs.plan_table import (
    PlanActivity,
    PlanGoal,
    PlanPerson,
    PlanPurpose,
    PlanRow,
    PlanTable,
)

MUNICIPALITIES = ("Bjurholm", "Nordmaling", "Robertsfors", "Umeå", "Vindeln", "Vännäs")

PLAN = PlanTable(
    title="Verksamhetsplan 2026 för IT-gruppen inom Umeåregionen",
    group="IT-gruppen",
    region="Umeåregionen",
    year=2026,
    dated=date(2026, 3, 1),
    contacts=(
        PlanPerson(
            "Alva Exempelsson", "Umeå", "IT-chef", "090-123 45 67", "alva.exempelsson@example.org"
        ),
        PlanPerson("Bo Provberg", "Vindeln", "systemförvaltare", email="bo@example.org"),
    ),
    members=(
        PlanPerson("Dag Fiktivsson", "Bjurholm"),
        PlanPerson("Elsa Tänkt", "Nordmaling", note="deltar inte i möten"),
        PlanPerson("Greta Uppdiktad", "Robertsfors"),
        PlanPerson("Hugo Modell", "Umeå", "IT-tekniker"),
        PlanPerson("Bo Provberg", "Vindeln"),
        PlanPerson("Cilla Påhittad", "Vännäs", email="cilla@example.org"),
    ),
    area="Drift, utveckling och säkerhet i kommunernas gemensamma system & nät.",
    purposes=(
        PlanPurpose("Utveckla regionen: ett gemensamt nät gör det lätt att verka här.", (1,)),
        PlanPurpose("Effektivisera den kommunala förvaltningen: en drift i stället för sex.", (2,)),
    ),
    goals=(
        PlanGoal("Senast den 31 december är plattformen i drift i fyra kommuner."),
        PlanGoal("Öka andelen anslutna verksamheter från 60 % till 70 %."),
    ),
    activities=(
        PlanActivity(
            "Ta e-tjänsteplattformen i drift",
            section="Plattform",
            when="Senast 31 december 2026",
            owner="Hela gruppen",
            status="Pågår",
            status_date=date(2026, 2, 20),
            comment="Fyra av sex kommuner har börjat.",
            rows=tuple(
                PlanRow(name, when="2026-10-31", owner=owner, status=status)
                for name, owner, status in zip(
                    MUNICIPALITIES,
                    (
                        "Dag Fiktivsson",
                        "Elsa Tänkt",
                        "Greta Uppdiktad",
                        "Hugo Modell",
                        "Bo Provberg",
                        "Cilla Påhittad",
                    ),
                    ("Deltar inte", "Genomförd", "Pågår", "Genomförd", "Försenad", "Genomförd"),
                    strict=True,
                )
            ),
        ),
        PlanActivity(
            "Kartlägga klassningar enligt metodstödet",
            section="Säkerhet",
            when="Slutet av maj",
            owner="Alva Exempelsson/Hugo Modell",
            status="Vilande",
            status_date=date(2026, 1, 15),
            comment="Resursen behövdes i upphandlingen.\nÅterupptas i höst.",
        ),
        PlanActivity(
            "=1+1 är inte en formel utan en aktivitet 👍",
            section="Säkerhet",
            when="Vecka 44",
            owner="Tekniker",
            status="Ej påbörjad",
            comment="+46 är inte ett tal, @kansliet ingen funktion",
        ),
        PlanActivity(
            "Omvärldsbevaka nationella\nplattformar",
            section="Säkerhet",
            when="Löpande",
            owner="Hela gruppen",
            status="Pågår",
        ),
    ),
    remarks="Budget: 300 tkr, se protokollet.\nGruppen möts fyra gånger.",
)
