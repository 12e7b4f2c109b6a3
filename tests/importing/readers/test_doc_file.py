"""The older Word format: through LibreOffice where there is one, otherwise a sentence."""

import shutil
import subprocess

import pytest

from regionhub.domain.errors import Refused
from tests.importing.readers.reading import line_texts, only_table, read, texts
from tests.importing.samples import hostile, plans
from tests.support.required import missing

WORD_97 = hostile.OLE + "WordDocument".encode("utf-16-le") + bytes(2_000)


@pytest.fixture(scope="module")
def old_word_file(tmp_path_factory) -> bytes:
    """The plan saved in the older format by LibreOffice itself."""
    program = shutil.which("soffice")
    if program is None:
        missing("LibreOffice (apt install libreoffice-writer)")
    folder = tmp_path_factory.mktemp("old")
    (folder / "plan.odt").write_bytes(plans.as_odt())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "doc", "--outdir", folder, "plan.odt"],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
    )
    return (folder / "plan.doc").read_bytes()


def test_an_old_word_file_gives_the_plan(old_word_file):
    document = read(old_word_file, "plan.doc")

    assert line_texts(document) == [plans.TITLE, plans.CONTACT]
    assert texts(only_table(document))[2:] == [
        list(words) for words in (plans.HEADINGS, *plans.ACTIVITIES)
    ]


def test_without_libreoffice_the_sentence_asks_for_docx(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(Refused, match=r"spara den som \.docx") as refusal:
        read(WORD_97, "plan.doc")

    assert "på den här servern" in refusal.value.message


def test_a_broken_old_word_file_is_refused():
    if shutil.which("soffice") is None:
        missing("LibreOffice (apt install libreoffice-writer)")

    with pytest.raises(Refused, match=r"\.docx"):
        read(WORD_97, "plan.doc")


def test_a_program_that_never_ends_is_ended(monkeypatch, tmp_path):
    endless = tmp_path / "soffice"
    endless.write_text("#!/bin/sh\nsleep 600\n")
    endless.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr("regionhub.importing.readers.doc_file.MAX_SECONDS", 0.2)

    with pytest.raises(Refused, match="för lång tid"):
        read(WORD_97, "plan.doc")
