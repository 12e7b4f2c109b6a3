"""Files made to hurt are answered with a sentence, and within 200 MB.

How long each takes is measured by `python -m benchmarks.readers`: a noisy machine is no fault.
"""

import multiprocessing
import re
import resource
import time

import pytest

from regionhub.domain.errors import DomainError, Refused, TooLarge
from regionhub.importing.document import Document
from regionhub.importing.readers.any_file import read_file
from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples import hostile, plans

# Only what never ends takes so long.
HANGS_AFTER_SECONDS = 120
MOST_MEGABYTES = 200

REFUSED = [
    ("a picture", lambda: hostile.PNG, "plan.docx", "är en bild"),
    ("a PDF", lambda: b"%PDF-1.7\n%\xe2\xe3", "plan.docx", "PDF"),
    ("a web page", lambda: b"<!DOCTYPE html><html>", "plan.doc", "webbsida"),
    ("a web page as a workbook", lambda: b"\xef\xbb\xbf\r\n<HTML><table>", "p.xls", "webbsida"),
    ("nothing", lambda: b"", "plan.docx", "tom"),
    ("half a zip", hostile.truncated_zip, "plan.docx", "skadad"),
    ("a zip in a zip", hostile.zip_in_a_zip, "plan.zip", "zip-arkiv"),
    ("a zip as the body", hostile.zip_as_the_body, "plan.docx", "skadad"),
    ("lying sizes", hostile.lying_sizes, "plan.docx", "skadad"),
    ("an external entity", hostile.external_entity, "plan.docx", "hänvisningar"),
    ("the same in UTF-16", hostile.external_entity_in_utf16, "plan.docx", "hänvisningar"),
    ("the same in .odt", hostile.external_entity_in_odt, "plan.odt", "hänvisningar"),
    ("a billion laughs", hostile.billion_laughs, "plan.docx", "hänvisningar"),
    ("laughs in styles", hostile.billion_laughs_in_styles, "plan.docx", "hänvisningar"),
    ("a password of Word", hostile.encrypted_office_file, "plan.docx", "lösenord"),
    ("a password on the zip", hostile.encrypted_zip, "plan.docx", "lösenord"),
    ("a password of LibreOffice", hostile.encrypted_opendocument, "plan.odt", "lösenord"),
    ("an old workbook", lambda: hostile.OLE + "Workbook".encode("utf-16-le"), "p.xls", ".xls"),
    ("an unknown container", lambda: hostile.OLE, "plan.doc", "går inte att läsa"),
    ("letters of another encoding", hostile.wrong_encoding, "plan.docx", "skadad"),
    ("an unknown encoding", hostile.unknown_encoding, "plan.docx", "skadad"),
    ("names that lead out", hostile.names_that_lead_out, "plan.docx", "namn"),
    ("the same name twice", hostile.same_name_twice, "plan.docx", "namn"),
    ("null bytes", lambda: b"Plan\0" * 1_000, "plan.txt", "inte en text"),
    ("control characters", lambda: bytes(range(1, 32)) * 99, "plan.csv", "inte en text"),
    ("pictures only", hostile.pictures_only, "plan.docx", "bilder"),
    ("white space only", lambda: b" \n\t\n", "plan.txt", "ingen text"),
]

TOO_LARGE = [
    ("50 MB", hostile.fifty_megabytes, "plan.docx"),
    ("a zip bomb", hostile.zip_bomb, "plan.docx"),
    ("a bomb in a picture", hostile.bomb_in_a_picture, "plan.docx"),
    ("a bomb of ordinary ratio", hostile.bomb_just_below_the_ratio, "plan.docx"),
    ("too many entries", hostile.too_many_entries, "plan.docx"),
    ("a million attributes", hostile.million_attributes, "plan.docx"),
    ("a million elements", hostile.million_elements, "plan.docx"),
    ("tables 200 deep", hostile.tables_in_tables, "plan.docx"),
    ("1 000 columns", hostile.thousand_columns_in_word, "plan.docx"),
    ("1 000 000 columns claimed", hostile.million_columns_claimed, "plan.docx"),
    ("wide cells in many rows", hostile.wide_cells_in_many_rows, "plan.docx"),
    ("one text in many cells", hostile.one_text_in_many_cells, "plan.xlsx"),
    ("a million rows claimed", hostile.repeated_rows, "plan.ods"),
    ("overlapping areas", hostile.many_overlapping_areas, "plan.xlsx"),
    ("columns without end", hostile.csv_of_separators, "plan.csv"),
    ("a quote without end", hostile.csv_with_one_quote, "plan.csv"),
    ("one endless line", hostile.text_of_one_line, "plan.txt"),
    ("a million lines", hostile.text_of_many_lines, "plan.txt"),
    ("a million lines of Markdown", hostile.text_of_many_lines, "plan.md"),
]

READ = [
    ("a macro file", hostile.macro_file, "plan.docm"),
    ("the farthest cell", hostile.farthest_cell, "plan.xlsx"),
    ("a target that leads out", hostile.target_that_leads_out, "plan.docx"),
    ("styles in a circle", hostile.circular_styles, "plan.docx"),
    ("marks without end", hostile.markdown_of_open_marks, "plan.md"),
    ("almost a divider", hostile.markdown_of_dividers, "plan.md"),
    ("a wrong letter", lambda: b"\xc5tg\xe4rder \x81", "plan.txt"),
]


def measured(data: bytes, filename: str) -> tuple[object, float, float]:
    """What came of reading in a process of its own: outcome, seconds of work, megabytes."""
    here, there = multiprocessing.get_context("fork").Pipe()
    process = multiprocessing.get_context("fork").Process(
        target=_read_and_tell, args=(data, filename, there)
    )
    process.start()
    there.close()
    try:
        assert here.poll(HANGS_AFTER_SECONDS), "the reader hangs"
        return here.recv()
    finally:
        process.kill()
        process.join()


def _read_and_tell(data: bytes, filename: str, there) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF)
    started = time.process_time()
    try:
        outcome: object = read_file(data, filename=filename)
    except DomainError as error:
        outcome = error
    seconds = time.process_time() - started
    after = resource.getrusage(resource.RUSAGE_SELF)
    if isinstance(outcome, Document):
        outcome = (len(outcome.blocks), outcome.doubts)
    else:
        outcome = (type(outcome), outcome.message)
    there.send((outcome, seconds, (after.ru_maxrss - before.ru_maxrss) / 1024))


def within_limits(make, filename: str) -> object:
    outcome, _, megabytes = measured(make(), filename)
    assert megabytes < MOST_MEGABYTES
    return outcome


def assert_says_what_to_do(sentence: str) -> None:
    assert re.fullmatch(r"[A-ZÅÄÖ].*\.", sentence)
    assert re.search(r"försök igen|Välj en annan fil", sentence)


@pytest.mark.parametrize(
    ("make", "filename", "word"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_cannot_be_read_is_refused_in_words(make, filename, word):
    kind, sentence = within_limits(make, filename)

    assert kind is Refused
    assert word in sentence
    assert_says_what_to_do(sentence)


@pytest.mark.parametrize(
    ("make", "filename"), [row[1:] for row in TOO_LARGE], ids=[row[0] for row in TOO_LARGE]
)
def test_what_is_too_large_is_said_to_be(make, filename):
    kind, sentence = within_limits(make, filename)

    assert kind is TooLarge
    assert_says_what_to_do(sentence)


@pytest.mark.parametrize(
    ("make", "filename"), [row[1:] for row in READ], ids=[row[0] for row in READ]
)
def test_what_only_looks_dangerous_is_read(make, filename):
    blocks, _doubts = within_limits(make, filename)

    assert blocks


def test_macros_are_named_and_left_alone():
    document = read(hostile.macro_file(), "plan.docm")

    assert line_texts(document) == ["Plan"]
    assert document.doubts == ("Filen innehåller makron. De läses inte och körs aldrig.",)


def test_the_farthest_cell_stands_near():
    assert texts(only_table(read(hostile.farthest_cell()))) == [
        ["Plan", "", "Plan"],
        ["", "", ""],
        ["Plan", "", "Slut"],
    ]


def test_a_name_with_a_path_is_no_path():
    assert read(plans.as_text(), "../../etc/passwd.txt") == read(plans.as_text(), "plan.txt")
