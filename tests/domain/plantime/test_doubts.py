"""What a reading asks: each question about the texts that leave just that open."""

import pytest

from regionhub.domain.plantime import doubts
from regionhub.domain.plantime.reader import read


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("klart", doubts.DONE),
        ("påbörjat", doubts.STARTED),
        ("utgår", doubts.DROPPED),
        ("vilande", doubts.DROPPED),
        ("enligt projektplan", doubts.REFERS),
        ("se bilaga 2", doubts.REFERS),
        ("fredag", doubts.WHICH_DAY),
        ("den 15:e", doubts.WHICH_MONTH),
        ("inom 3 månader", doubts.RELATIVE),
        ("ej 2010", doubts.NOT_THEN),
        ("tid meddelas", doubts.UNKNOWN),
        ("avvaktar beslut", doubts.UNKNOWN),
        ("uppskjutet", doubts.UNKNOWN),
        ("12/13", doubts.UNREAD),
        ("31 juni", doubts.NO_SUCH_DAY),
        ("2010-06-30–2010-03-01", doubts.BACKWARDS),
        ("start 1/3 2011, slut 1/2 2010", doubts.BACKWARDS),
        ("vid behov", doubts.CONDITION),
        ("efter beslut om budget", doubts.EVENT),
        ("sportlovet", doubts.BREAK),
        ("höstlovet", doubts.AUTUMN_BREAK),
        ("våren 2010 om medel finns", doubts.MAYBE),
        ("maj eller juni", doubts.EITHER),
        ("3 alt. 10 maj", doubts.EITHER),
        ("v 20 eller 21", doubts.EITHER),
        ("förslag mars, beslut maj", doubts.EITHER),
        ("före sommaren, senast juni", doubts.EITHER),
        ("ca 15 maj", doubts.APPROXIMATE),
        ("15/3 prel.", doubts.APPROXIMATE),
        ("start 1 juni", doubts.ONLY_START),
        ("mars start", doubts.ONLY_START),
        ("till sommaren", doubts.BEFORE_OR_DURING),
        ("läsåret", doubts.SCHOOL_YEAR),
        ("2010/11", doubts.YEARS_OR_SCHOOL_YEAR),
        ("2010-11", doubts.MONTH_OR_YEARS),
        ("10/11", doubts.two_digits(2010)),
        ("Nov 10", doubts.two_digits(2010)),
        ("månadsskiftet maj", doubts.TURN_OF_MONTH),
        ("flera gånger", None),
        ("regelbundet", doubts.HOW_OFTEN),
        ("pågår", doubts.ONGOING),
    ],
)
def test_a_text_asks_what_it_leaves_open(text: str, asked: str | None) -> None:
    assert read(text, year=2010).doubts == ((asked,) if asked else ())


@pytest.mark.parametrize(
    "text",
    [
        "2 träffar på våren och 2 på hösten",
        "5/6", "9/10", "31/12", "maj", "v 44", "löpande, start mars", "varje kvartal, start Q2",
        "hösten -12 till våren -13", "mars och oktober", "201003", "10.03.15",
    ],
)  # fmt: skip
def test_a_text_that_says_all_asks_nothing(text: str) -> None:
    assert read(text, year=2010).doubts == ()
