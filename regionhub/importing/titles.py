"""Finds where a plan begins in a file, and reads from its title which year and group it is for."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from regionhub.importing.document import Document, Line, Table
from regionhub.importing.folding import fold, words
from regionhub.importing.headings import plan_word
from regionhub.importing.vocabulary import Vocabulary

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_GROUP = re.compile(r"grupp(?:en)?$")
_LONGEST_GROUP = 3
_LONGEST_SUBTITLE = 10
_SEVERAL = 2
_LOOKED_AT = 50


def split_plans(document: Document, vocabulary: Vocabulary) -> list[Document]:
    """The file cut at every title but the first; the file's own doubts go with each part."""
    starts = list(_starts(document, vocabulary))
    title: tuple[Line, ...] = ()
    if len(starts) < _SEVERAL:
        starts = list(_group_headings(document, vocabulary))
        title = _title_of_all(document, starts)
    if len(starts) < _SEVERAL:
        return [document]
    edges = [0, *starts[1:], len(document.blocks)]
    first, *others = (document.blocks[start:end] for start, end in pairwise(edges))
    parts = [first, *((*title, *part) for part in others)]
    return [Document(part, document.doubts) for part in parts]


def _title_of_all(document: Document, starts: Sequence[int]) -> tuple[Line, ...]:
    """The title above plans that only a heading with their group's name parts."""
    above = document.blocks[: starts[0]] if starts else ()
    titles = (block for block in above if isinstance(block, Line) and plan_word(block.text))
    return tuple(islice(titles, 1))


def take_title(
    lines: Sequence[Line], sheet: str | None, vocabulary: Vocabulary
) -> tuple[str, Sequence[Line]]:
    """The title and the lines it takes: the one that names a plan, else a heading, else the first.

    A short line beneath goes with it where only that names the group. Without lines the sheet's
    name is the title.
    """
    if not lines:
        return sheet or "", ()
    ranks = [(plan_word(line.text) is None, line.heading is None) for line in lines]
    place = ranks.index(min(ranks))
    title, below = lines[place], lines[place + 1 : place + 2]
    needs_more = bool(below) and not vocabulary.groups_in(title.text)
    if needs_more and _may_name_group(below[0], lines) and vocabulary.groups_in(below[0].text):
        return f"{title.text} {below[0].text}", (title, *below)
    return title.text, (title,)


def find_year(
    title: str, headings: Sequence[str], asked: int | None
) -> tuple[int | None, list[str]]:
    """The plan year: from the title, else as asked for, else from the headings; and doubts."""
    titled = [int(year) for year in _YEAR.findall(title)]
    if titled:
        doubts = []
        if len(set(titled)) > 1:
            doubts.append(f"Titeln nämner flera år. Planen har lästs som {titled[0]} års plan.")
        if asked and asked not in titled:
            doubts.append(f"Titeln säger {titled[0]}, men året {asked} angavs. Titelns år gäller.")
        return (asked if asked in titled else titled[0]), doubts
    if asked:
        return asked, []
    years = [int(year) for heading in headings for year in _YEAR.findall(heading)]
    if years:
        year = max(set(years), key=years.count)
        return year, [f"Titeln saknar år. Rubrikerna talar om {year}. Stämmer det?"]
    return None, ["Dokumentet säger inte vilket år planen gäller. Ange verksamhetsår."]


def find_group(
    title: str, beneath: Sequence[Line], asked: str | None, vocabulary: Vocabulary
) -> tuple[str | None, list[str]]:
    """The group's key, and doubts: as asked for, else the one named in the title, or in the first
    short line beneath it that names any.
    """
    beneath = [*beneath[:_LOOKED_AT], *beneath[_LOOKED_AT:][-1:]]
    texts = [title, *(line.text for line in beneath if _may_name_group(line, beneath))]
    named: tuple[str, ...] = next(filter(None, map(vocabulary.groups_in, texts)), ())
    if asked:
        doubt = f"Titeln tycks gälla gruppen {named[0]}, men {asked} angavs." if named else ""
        return asked, [doubt] if named and asked not in named else []
    if len(named) == 1:
        return named[0], []
    if named:
        return None, [f"Titeln nämner flera grupper: {', '.join(named)}. Ange vilken det gäller."]
    like = next(filter(None, map(vocabulary.group_like, texts)), None)
    if like:
        return None, [f"Gruppen är osäker. Är det {like}?"]
    return None, ["Dokumentet säger inte vilken arbetsgrupp planen gäller. Ange grupp."]


def _may_name_group(line: Line, lines: Sequence[Line]) -> bool:
    """Whether the line is short and none of several headings of chapters."""
    if line.heading is not None and [one.heading for one in lines].count(line.heading) > 1:
        return False
    return len(words(line.text)) <= _LONGEST_SUBTITLE


def _starts(document: Document, vocabulary: Vocabulary) -> Iterator[int]:
    """Where titles of the same kind stand, and sheets that are about a group each."""
    first: Line | None = None
    seen: set[str] = set()
    sheets = [block for block in document.blocks if isinstance(block, Table) and block.name]
    sheet_groups = {vocabulary.groups_in(sheet.name or "") for sheet in sheets} - {()}
    for place, block in enumerate(document.blocks):
        if isinstance(block, Table):
            key = _sheet_title(block, by_name=len(sheet_groups) > 1)
        else:
            key = block.text if _opens_plan(block, first, vocabulary) else ""
            first = first or (block if key else None)
        if key and fold(key) not in seen:
            seen.add(fold(key))
            yield place


def _group_headings(document: Document, vocabulary: Vocabulary) -> Iterator[int]:
    """Headings that only say which group what follows is about, each another one."""
    seen: set[tuple[str, ...]] = set()
    for place, block in enumerate(document.blocks):
        if isinstance(block, Line) and block.heading and plan_word(block.text) is None:
            named = vocabulary.groups_in(block.text)
            is_group = _GROUP.search(fold(block.text)) and len(named) == 1 and named not in seen
            if is_group and len(words(block.text)) <= _LONGEST_GROUP:
                seen.add(named)
                yield place


def _opens_plan(line: Line, first: Line | None, vocabulary: Vocabulary) -> bool:
    """Whether the line is a plan's title, and of the same kind as the first one met."""
    is_sentence = line.heading is None and line.text.endswith(".")
    if line.bullet or is_sentence or plan_word(line.text) is None:
        return False
    if first is None:
        return True
    if plan_word(line.text) != plan_word(first.text) or line.heading != first.heading:
        return False
    named = vocabulary.groups_in(line.text)
    return line.heading is not None or named not in ((), vocabulary.groups_in(first.text))


def _sheet_title(table: Table, *, by_name: bool) -> str:
    """What a sheet of a workbook is called, where it is a plan of its own."""
    if not table.name:
        return ""
    above = _first_words(table)
    return above if plan_word(above) else table.name if by_name else ""


def _first_words(table: Table) -> str:
    """The text that stands alone in the table's first row with words, or nothing."""
    for row in table.rows:
        filled = [cell for cell in row if cell.origin and cell.lines]
        if filled:
            return filled[0].text if len(filled) == 1 else ""
    return ""
