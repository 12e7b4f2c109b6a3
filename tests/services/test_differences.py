from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from regionhub.domain.indicators import Direction
from regionhub.domain.plantime.reader import read
from regionhub.services import differences


def told(old, new, name="fältet"):
    row = SimpleNamespace(field=old)
    return differences.told(differences.between(row, {"field": (name, new)}))


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("Eva", "Bo", "Ändrade fältet från ”Eva” till ”Bo”"),
        ("", "Bo", "Satte fältet till ”Bo”"),
        (None, "Bo", "Satte fältet till ”Bo”"),
        ("Eva", "", "Tog bort fältet ”Eva”"),
        ("Eva", "Eva", ""),
        ("x" * 100, "y" * 100, "Ändrade fältet"),
        (Decimal("70.5000"), Decimal(80), "Ändrade fältet från ”70,5” till ”80”"),
        (None, date(2026, 3, 1), "Satte fältet till ”1 mars 2026”"),
        (Direction.UP, Direction.DOWN, "Ändrade fältet från ”Ska öka” till ”Ska minska”"),
    ],
)
def test_a_change_is_told_in_a_sentence(old, new, sentence):
    assert told(old, new) == sentence


def test_a_moved_deadline_is_told_by_its_dates_and_others_by_their_words():
    may, june, always = (read(text, year=2026) for text in ("maj", "juni", "löpande"))
    assert told(may, june) == "Flyttade slutdatum från 31 maj 2026 till 30 juni 2026"
    assert told(may, always, "tiden") == "Ändrade tiden från ”maj” till ”löpande”"


def test_the_log_keeps_the_old_and_the_new():
    row = SimpleNamespace(title="Ett", when=read("maj", year=2026))
    wanted = {"title": ("rubriken", "Två"), "when": ("tiden", read("juni", year=2026))}
    changed = differences.between(row, wanted)
    differences.apply(row, changed)
    assert (row.title, row.when.text) == ("Två", "juni")
    kept = differences.values(changed)
    assert kept["title"] == ("Ett", "Två")
    assert [when["end"] for when in kept["when"]] == ["2026-05-31", "2026-06-30"]
