"""An invented region, and plans of it written in the shapes that people use."""

import io
from collections.abc import Sequence

import docx
from docx.document import Document as WordDocument
from docx.table import Table as WordTable

from regionhub.importing.document import Cell, Document, Line, Table
from regionhub.importing.draft import ActivityDraft, PlanDraft
from regionhub.importing.plan_reader import read_plans
from regionhub.importing.readers.any_file import read_file
from regionhub.importing.vocabulary import Group, Municipality, OverarchingGoal, Vocabulary

YEAR = 2026

VOCABULARY = Vocabulary(
    municipalities=(
        Municipality("alvby", "Älvby"),
        Municipality("granvik", "Granvik"),
        Municipality("hedas", "Hedås"),
        Municipality("norrsele", "Norrsele"),
    ),
    groups=(
        Group("kost", ("kost", "måltid")),
        Group("it", ("it",)),
        Group("turism", ("turism", "turist")),
        Group("naringsliv", ("näringsliv",)),
        Group("bibliotek", ("bibliotek",)),
    ),
    overarching_goals=(
        OverarchingGoal(1, "utveckla dalen"),
        OverarchingGoal(2, "förenkla den kommunala vardagen"),
        OverarchingGoal(3, "samverkan ska vara öppet redovisad"),
    ),
)

AREA_PROMPT = "Inom vilket område verkar ni? Vad är er specialitet och ert kompetensområde?"
PURPOSE_PROMPT = "På vilket sätt verkar er arbetsgrupp för regionens 3 övergripande målsättningar?"
GOAL_PROMPT = "Vart vill ni ha nått under året?"
PLAN_PROMPT = "Vem gör vad när och hur?"
SMART_PROMPT = "Specifikt – Mätbart – Accepterat – Realistiskt - Tidsatt"
CONTACT_PROMPT = "Namn, kommun, titel, telefon, e-post"


def lines(*texts: str) -> tuple[Line, ...]:
    """Lines out of texts: "- " begins a bullet, "# " a heading, and "" is an empty line."""
    made: list[Line] = []
    blank = 0
    for text in texts:
        if not text:
            blank += 1
            continue
        hashes = len(text) - len(text.lstrip("#"))
        made.append(
            Line(
                text.removeprefix("- ") if not hashes else text.lstrip("# "),
                heading=hashes or None,
                bullet=text.startswith("- "),
                blank_before=blank,
            )
        )
        blank = 0
    return tuple(made)


def cell(text: str, *, origin: bool = True) -> Cell:
    """A cell out of a text, one line a line."""
    return Cell(lines(*text.split("\n")) if text else (), origin=origin)


def table(*rows: Sequence[str], name: str | None = None) -> Table:
    """A table out of texts; "^" is merged with the cell above, "<" with the one to the left."""
    made: list[list[Cell]] = []
    for row in rows:
        cells: list[Cell] = []
        for place, text in enumerate(row):
            if text == "^":
                cells.append(Cell(made[-1][place].lines, origin=False))
            elif text == "<":
                cells.append(Cell(cells[-1].lines, origin=False))
            else:
                cells.append(cell(text))
        made.append(cells)
    return Table(tuple(map(tuple, made)), name=name)


def document(*blocks: str | Table) -> Document:
    """A document out of tables and lines."""
    made: list[Line | Table] = []
    for block in blocks:
        made += [block] if isinstance(block, Table) else lines(*block.split("\n"))
    return Document(tuple(made))


def read(*blocks: str | Table, year: int | None = YEAR, group: str | None = None) -> PlanDraft:
    """The one plan of a document, with the invented region's vocabulary."""
    (draft,) = read_all(*blocks, year=year, group=group)
    return draft


def read_all(
    *blocks: str | Table, year: int | None = YEAR, group: str | None = None
) -> tuple[PlanDraft, ...]:
    """The plans of a document."""
    return read_plans(document(*blocks), year=year, group=group, vocabulary=VOCABULARY)


def read_data(data: bytes, filename: str = "plan") -> PlanDraft:
    """The one plan of a file, read as a person would send it."""
    found = read_file(data, filename=filename)
    (draft,) = read_plans(found, year=YEAR, group=None, vocabulary=VOCABULARY)
    return draft


def activities(*rows: Sequence[str]) -> tuple[ActivityDraft, ...]:
    """The activities of a plan that has one table with the given rows."""
    return read("Verksamhetsplan 2026 för kostgruppen", "Aktiviteter", table(*rows)).activities


def shapes(found: Sequence[ActivityDraft]) -> list[tuple[str, str | None, str]]:
    """Text, words about when, and words about who of each activity."""
    return [
        (one.text, one.deadline.text if one.deadline else None, one.owner_text) for one in found
    ]


def rows_of(one: ActivityDraft) -> list[tuple[str, str | None, str | None, str]]:
    """Text, municipality, words about when and who of each row."""
    return [
        (row.text, row.municipality, row.deadline.text if row.deadline else None, row.owner_text)
        for row in one.rows
    ]


def word_plan() -> bytes:
    """A Word file in the groups' own template, its prompts left where they were."""
    made = docx.Document()
    made.add_heading("Verksamhetsplan 2026 för kostgruppen i Dalregionen", level=1)
    made.add_paragraph(f"Kontaktperson för arbetsgruppen: {CONTACT_PROMPT}")
    made.add_paragraph("Alva Ek, Granviks kommun, kostchef, 0900-12 34 56, alva.ek@example.org")
    made.add_paragraph("Arbetsgruppens övriga medlemmar:")
    for member in ("Bo Gran, Hedås", "Cia Dal, Norrsele kommun (deltar på distans)"):
        made.add_paragraph(member)
    grid = made.add_table(rows=0, cols=3)
    _framed(grid, "Verksamhetsområde", AREA_PROMPT)
    _framed(grid, "Måltider i förskola, skola och äldreomsorg.")
    _framed(grid, "Avsikt/Syfte", PURPOSE_PROMPT)
    _framed(
        grid,
        "4. Utveckla dalen",
        "Vi köper mer av det som odlas här.",
        "5. Förenkla den kommunala vardagen",
        "Vi delar recept och avtal.",
    )
    _framed(grid, "Mål 2026", GOAL_PROMPT)
    _framed(grid, SMART_PROMPT, "Närodlat", "Andelen närodlat ökar från 20 % till 30 %.")
    _framed(grid, "Aktivitetsplan 2026", PLAN_PROMPT)
    _row(grid, "Aktivitet", "Genomfört", "Ansvarig")
    _row(grid, "Matdagar:\nÄlvby\nHedås", "31 mars\n30 april", "Alva Ek\nBo Gran")
    _row(grid, "Gemensam matsedell", "Vecka 44", "Hela gruppen")
    _framed(grid, "Övrigt")
    _framed(grid, "Gruppen saknar ersättare.")
    return _saved(made)


def _framed(grid: WordTable, *texts: str) -> None:
    cells = grid.add_row().cells
    merged = cells[0].merge(cells[-1])
    merged.text = texts[0]
    for text in texts[1:]:
        merged.add_paragraph(text)


def _row(grid: WordTable, *texts: str) -> None:
    for place, text in zip(grid.add_row().cells, texts, strict=True):
        first, *rest = text.split("\n")
        place.text = first
        for line in rest:
            place.add_paragraph(line)


def _saved(made: WordDocument) -> bytes:
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()
